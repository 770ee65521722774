"""Under which letter a name stands."""

import re

import pytest

from articles.arabic.alphabet import index_letter, prefixes


@pytest.mark.parametrize(
    ("name", "letter"),
    [
        ("المجلس الرئاسي", "م"),
        ("مجلس النواب", "م"),
        ("أسامة حماد", "ا"),
        ("إدريس", "ا"),
        ("آمال", "ا"),
        ("الأمم المتحدة", "ا"),
        ("ألمانيا", "ا"),
        ("ال", "ا"),
        ("هيئة", "ه"),
        ("Khalifa Haftar", "K"),
        ("al-Zawiya", "A"),
    ],
)
def test_names_stand_under_their_letter_and_are_found_there(name, letter):
    def begins(start, but_not):
        return name.upper().startswith(start) and not (
            but_not and name != but_not and name.startswith(but_not)
        )

    assert index_letter(name) == letter
    assert any(begins(*prefix) for prefix in prefixes(letter))


def test_the_letter_of_a_defined_name_does_not_find_it_under_alef():
    starts = [start for start, but_not in prefixes("ا") if "المجلس".startswith(start) and not but_not]
    assert [start for start in starts if re.match(start, "المجلس")] == []
