"""Under which letter a name stands, and before which other."""

import pytest

from articles.arabic.alphabet import filed, index_letter


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
        ("الله", "ا"),
        ("هيئة", "ه"),
        ("بن غلبون", "ا"),
        ("ابن غلبون", "ا"),
        ("أبو بكر", "ا"),
        ("عبد الحميد", "ع"),
        ("الدُّبيبة", "د"),
        ("اَلسراج", "س"),
        ("Khalifa Haftar", "K"),
        ("al-Zawiya", "Z"),
        ("Émile", "E"),
    ],
)
def test_a_name_stands_under_its_letter(name, letter):
    assert index_letter(name) == letter


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("عبدالحميد الدبيبة", "عبد الحميد الدبيبه"),
        ("عبدالله", "عبد الله"),
        ("أبوبكر", "ابو بكر"),
        ("أبي بكر", "أبو بكر"),
        ("علي بن محمد", "علي ابن محمد"),
        ("مُحَمَّد المنفي", "محمد المنفى"),
        ("الدبيبة", "دبيبه"),
        ("فؤاد", "فواد"),
    ],
)
def test_spellings_of_a_name_stand_in_one_place(one, other):
    assert filed(one) == filed(other)


def test_names_stand_in_the_order_of_a_library():
    names = [
        "إبراهيم",
        "أبو بكر",
        "أبوعجيلة",
        "أحمد",
        "ألمانيا",
        "الأمم المتحدة",
        "التيار",
        "ثوار",
        "عبد الله",
        "عبد الحميد",
        "عبدالسلام",
        "علي",
        "علي الزيدان",
        "عليان",
        "مجلس الأمن",
        "مجلس النواب",
        "المجلس الوطني",
        "هيئة",
        "الوحدة",
        "يوسف",
    ]
    assert sorted(reversed(names), key=filed) == names
