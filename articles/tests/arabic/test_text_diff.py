"""Changes between two texts, word by word."""

import pytest

from articles.arabic.text_diff import text_diff


@pytest.mark.parametrize(
    ("old", "new", "stretches"),
    [
        ("عقد المجلس", "عقد المجلس", [("same", "عقد المجلس")]),
        ("", "نص", [("in", "نص")]),
        ("نص", "", [("out", "نص")]),
        ("عقد المجلس", "أجل المجلس", [("out", "عقد"), ("in", "أجل"), ("same", " المجلس")]),
        ("كُتُب جديدة", "كُتّاب جديدة", [("out", "كُتُب"), ("in", "كُتّاب"), ("same", " جديدة")]),
        ("أ\nب\nج", "أ\nد\nج", [("same", "أ\n"), ("out", "ب"), ("in", "د"), ("same", "\nج")]),
    ],
)
def test_words_that_went_stand_before_words_that_came(old, new, stretches):
    assert text_diff(old, new) == stretches


def test_a_long_unchanged_stretch_is_cut_to_its_edges():
    (kind, text), *_ = text_diff("س" * 1000 + "\nأ", "س" * 1000 + "\nب")
    assert (kind, len(text)) == ("same", 123)


def test_it_is_cut_between_words():
    words = [f"كلمة{number}" for number in range(100)]
    (_kind, text), *_ = text_diff(f"{' '.join(words)} أمس", f"{' '.join(words)} اليوم")
    assert set(text.split()) <= {"…", *words}
