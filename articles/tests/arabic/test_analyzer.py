import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.arabic import analyzer
from articles.arabic.analyzer import Analyzer, Word
from articles.arabic.lexicon import Lexicon

ANALYZER = Analyzer()


def views(text, *names):
    return [tuple(getattr(word, name) for name in names) for word in ANALYZER.asked(text)]


def test_a_word_has_four_views_and_its_place():
    assert ANALYZER.words("وقال مُحَمَّدٌ للحكومة.") == [
        Word(0, 0, 4, "وقال", "وقال", "قال", "قال"),
        Word(1, 5, 14, "مُحَمَّدٌ", "محمد", "محمد", "محمد"),
        Word(2, 15, 22, "للحكومة", "للحكومه", "حكومه", "حكوم"),
    ]


@pytest.mark.parametrize(
    ("one", "other", "name"),
    [
        ("مُحَمَّد", "محمد", "surface"),
        ("أحمد", "احمد", "surface"),
        ("عبد الله", "عبدالله", "surface"),
        ("ٱلدُّبيبة", "الدبيبه", "surface"),
        ("U.N.", "UN", "surface"),
        ("al-Qa'ida", "al-Qaida", "surface"),
        ("أ.د.", "أد", "surface"),
        ("٢٬٧٥٥", "2755", "surface"),
        ("مسئول", "مسؤول", "surface"),
        ("لعبد الله", "عبدالله", "bare"),
        ("أبي سهمين", "أبوسهمين", "bare"),
        ("بو سهمين", "أبو سهمين", "bare"),
        ("ابن غشير", "بن غشير", "bare"),
        ("al-Qaida", "Qaida", "bare"),
        ("Libya’s", "Libya", "bare"),
        ("والوزير", "وزير", "bare"),
        ("14/2/2024", "2024-02-14", "bare"),
        ("١٤/٢/٢٠٢٤", "14-2-2024", "bare"),
        ("وزيران", "الوزيرين", "stem"),
    ],
)
def test_two_writings_meet_in_a_view(one, other, name):
    assert views(one, name) == views(other, name)


@pytest.mark.parametrize(
    ("one", "other", "name"),
    [
        ("مُحَمَّد", "محمد", "exact"),
        ("أحمد", "احمد", "exact"),
        ("عبد الله", "عبدالله", "exact"),
        ("الوزير", "وزير", "surface"),
        ("وزيران", "وزير", "bare"),
        ("عبد الله", "الله", "stem"),
    ],
)
def test_two_writings_stay_apart_in_a_view(one, other, name):
    assert views(one, name) != views(other, name)


def test_a_name_of_two_words_stands_with_its_parts_at_one_place():
    found = ANALYZER.words("قال عبد الله الثني")
    assert [(w.position, w.surface, w.start, w.end, w.part) for w in found] == [
        (0, "قال", 0, 3, False),
        (1, "عبدالله", 4, 12, False),
        (1, "عبد", 4, 7, True),
        (1, "الله", 8, 12, True),
        (2, "الثني", 13, 18, False),
    ]


def test_a_name_written_as_one_has_the_same_parts_without_a_spelling_of_theirs():
    found = ANALYZER.words("عبدالله")
    assert [(w.exact, w.surface, w.part) for w in found] == [
        ("عبدالله", "عبدالله", False),
        ("", "عبد", True),
        ("", "الله", True),
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("في 14/2/2024", [("14", 3, 5), ("2", 6, 7), ("2024", 8, 12)]),
        ("٢٠٢٤-٠٢-١٤", [("2024", 0, 4), ("02", 5, 7), ("14", 8, 10)]),
        ("www.lana.ly", [("www", 0, 3), ("lana", 4, 8), ("ly", 9, 11)]),
        ("a@lana.ly", [("a", 0, 1), ("lana", 2, 6), ("ly", 7, 9)]),
        ("14:30", []),
    ],
)
def test_what_stands_inside_a_date_or_an_address_is_found_too(text, found):
    assert [(w.surface, w.start, w.end) for w in ANALYZER.words(text) if w.part] == found


def test_a_query_is_asked_without_the_parts():
    assert views("عبد الله الثني", "surface") == [("عبدالله",), ("الثني",)]


@pytest.mark.parametrize("text", ["عبد، الله", "عبد\n\nالله", "عبد"])
def test_words_that_do_not_stand_together_are_no_name(text):
    assert views(text, "surface")[0] == ("عبد",)


def test_a_text_is_read_as_numbers_in_the_same_order():
    text = "قال عبد الله الثني.\n\nوفي 14/2/2024 غادر عبدالله. انتهى"
    read = ANALYZER.read(text)
    rows = zip(*(row.tolist() for row in (read.positions, read.starts, read.ends, read.numbers)), strict=True)
    assert [Word(*place, *read.words.entries[number]) for *place, number in rows] == ANALYZER.words(text)
    assert read.positions_of(read.reading.sentences).tolist() == [0, 3, 7]
    assert read.positions_of(read.reading.paragraphs).tolist() == [0, 3]


def test_protected_names_reach_the_stemmer():
    words = Analyzer(Lexicon(جمان=9), protected={"كجمان"}).words("لكجمان")
    assert [word.stem for word in words] == ["كجمان"]


def test_the_version_knows_the_lexicon_and_the_protected_names():
    versions = {
        Analyzer(Lexicon(سرت=1)).version,
        Analyzer(Lexicon()).version,
        Analyzer(Lexicon(), {"سرت"}).version,
    }
    assert len(versions) == 3
    assert Analyzer(Lexicon()).version == Analyzer(Lexicon()).version


def test_the_version_knows_the_modules_of_the_chain(monkeypatch):
    before = analyzer.chain_digest()
    analyzer.chain_digest.cache_clear()
    monkeypatch.setattr(analyzer, "CHAIN", ("letters",))
    changed = analyzer.chain_digest()
    analyzer.chain_digest.cache_clear()
    assert changed != before


ALPHABET = st.sampled_from("عبداللهنورينابوسم اأإةىفيو \n.،\u064e\u0651\u0640\u200f-'aL1٢/ﷲ@")


@given(st.text(ALPHABET))
def test_each_step_of_the_ladder_holds_the_one_above(text):
    words = ANALYZER.words(text)
    for finer, wider in (("surface", "bare"), ("bare", "stem")):
        seen = {}
        for word in words:
            assert seen.setdefault(getattr(word, finer), getattr(word, wider)) == getattr(word, wider)


@given(st.text(ALPHABET))
def test_words_stand_in_the_text_in_order(text):
    words = ANALYZER.words(text)
    assert all(0 <= word.start < word.end <= len(text) for word in words)
    asked = [word.position for word in words if not word.part]
    assert asked == list(range(len(asked)))
