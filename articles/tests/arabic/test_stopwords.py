from articles.arabic.normalizer import fold
from articles.arabic.stopwords import STOPWORDS, data_lines, load_words, without_stopwords


def test_stop_words_are_folded_as_the_text_is():
    assert {fold("إلى"), fold("أنّ"), fold("هٰذا")} <= STOPWORDS


def test_a_name_is_no_stop_word():
    assert fold("علي") not in STOPWORDS


def test_comments_of_a_word_list_are_no_words(tmp_path):
    path = tmp_path / "words.txt"
    path.write_text("# source: us\n\nإلى في\n", encoding="utf-8")
    assert (list(data_lines(path)), load_words(path)) == (["إلى في"], {"الي", "في"})


def test_only_words_with_meaning_are_left():
    assert without_stopwords(["من", "هو", "حفتر"]) == ["حفتر"]


def test_a_query_of_stop_words_keeps_them():
    assert without_stopwords(["من", "هو"]) == ["من", "هو"]
