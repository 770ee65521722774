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
        ("أ\nب\nج", "أ\nد\nج", [("same", "أ\n"), ("out", "ب"), ("in", "د"), ("same", "\nج")]),
    ],
)
def test_words_that_went_stand_before_words_that_came(old, new, stretches):
    assert text_diff(old, new) == stretches


def test_a_long_unchanged_stretch_is_cut_to_its_edges():
    (kind, text), *_ = text_diff("س" * 1000 + "\nأ", "س" * 1000 + "\nب")
    assert (kind, len(text)) == ("same", 123)
