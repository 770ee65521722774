import pytest

from articles.arabic.compounds import bare_father, bare_name, joined, parts


@pytest.mark.parametrize(
    ("first", "second", "name"),
    [
        ("عبد", "الله", "عبدالله"),
        ("وعبد", "الحميد", "وعبدالحميد"),
        ("نور", "الدين", "نورالدين"),
        ("لسيف", "الدين", "لسيفالدين"),
        ("فتح", "الله", "فتحالله"),
        ("ابو", "سهمين", "ابوسهمين"),
        ("لابي", "سهمين", "لابيسهمين"),
        ("بو", "سهمين", "ابوسهمين"),
        ("وبو", "سهمين", "وابوسهمين"),
    ],
)
def test_two_words_that_are_one_name(first, second, name):
    assert joined(first, second) == name


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("عبد", "كريم"),
        ("كتاب", "الله"),
        ("نور", "الشمس"),
        ("ابي", "في"),
        ("ابو", "هو"),
        ("محمد", "الدين"),
        ("عبد", "ال"),
    ],
)
def test_two_words_that_are_no_name(first, second):
    assert joined(first, second) is None


@pytest.mark.parametrize(
    ("word", "found", "bare"),
    [
        ("عبدالله", ("عبد", "الله"), "عبدالله"),
        ("لعبدالرحمن", ("لعبد", "الرحمن"), "عبدالرحمن"),
        ("عزالدين", ("عز", "الدين"), "عزالدين"),
        ("فتحالله", ("فتح", "الله"), "فتحالله"),
    ],
)
def test_a_name_written_together_is_told_apart_and_loses_its_clitic(word, found, bare):
    assert (parts(word), bare_name(word)) == (found, bare)


@pytest.mark.parametrize("word", ["عبدون", "ابواب", "بوابه", "ابيض", "الله", "عبدال", "والدين"])
def test_a_word_that_only_begins_alike_is_no_name(word):
    assert (parts(word), bare_name(word), bare_father(word)) == (None, None, None)


@pytest.mark.parametrize("word", ["ابوسهمين", "ابيسهمين", "لاباسهمين", "وابوسهمين"])
def test_the_father_in_a_name_has_one_case(word):
    assert bare_father(word) == "ابوسهمين"
