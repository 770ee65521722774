"""The made corpus is what its docstring says."""

from bench.make_corpus import derive
from bench.search_queries import marked, words_of

REAL = [
    {
        "title": f"عنوان {number}",
        "source": "lana" if number % 2 else "wal",
        "date": "2014-01-01",
        "body": " ".join(f"جملة{number}س{place} من النص الأول." for place in range(7)),
    }
    for number in range(20)
]


def test_the_real_articles_come_first_and_then_so_many_as_wanted():
    made = list(derive(REAL, 50))
    assert [article["id"] for article in made] == [str(number) for number in range(1, 51)]
    assert [words_of(article["body"]) for article in made[:20]] == [
        words_of(article["body"]) for article in REAL
    ]


def test_the_same_seed_makes_the_same_corpus():
    assert list(derive(REAL, 40, seed=7)) == list(derive(REAL, 40, seed=7))
    assert list(derive(REAL, 40, seed=7)) != list(derive(REAL, 40, seed=8))


def test_a_made_article_mixes_sentences_of_its_source_and_has_as_many():
    made = list(derive(REAL, 60))[20:]
    assert {article["body"].count(".") for article in made} == {7}
    assert {len(article["body"].split("\n\n")) for article in made} == {3}


def test_no_text_comes_twice_even_of_articles_of_one_sentence():
    short = [article | {"body": article["body"].split(".")[0] + "."} for article in REAL]
    bodies = [article["body"] for article in derive([*short, *short], 300)]
    assert len(set(bodies)) == len(bodies) == 300


def test_vocabulary_goes_on_growing():
    few, many = ({word for a in derive(REAL, n) for word in words_of(a["body"])} for n in (20, 200))
    assert len(many) > 1.5 * len(few)


def test_words_asked_for_are_marked_in_any_spelling():
    assert marked("قال أحمد أمس", {"احمد"}.__contains__) == ["قال *أحمد* أمس"]
