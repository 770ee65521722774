"""Names found by any of their spellings in either script."""

import pytest

from articles.actors.spellings import Spellings, measure

NAMES = [
    ("حفتر", "haftar"),
    ("خليفة حفتر", "haftar"),
    ("خالد حفتر", "khaled"),
    ("الدبيبة", "dbeibah"),
    ("عبد الحميد الدبيبة", "dbeibah"),
    ("علي الدبيبة", "ali"),
    ("خوري", "khoury"),
    ("ستيفاني خوري", "khoury"),
    ("المشري", "mishri"),
    ("خالد المشري", "mishri"),
    ("القذافي", "gaddafi"),
    ("معمر القذافي", "gaddafi"),
    ("سيف الإسلام القذافي", "saif"),
    ("يوسف العقوري", "agouri"),
]
INDEX = Spellings(NAMES)


def first(text):
    return INDEX.find(text, 1)[0][0]


@pytest.mark.parametrize(
    ("owner", "spellings"),
    [
        ("haftar", "Haftar Hifter Heftar Hafter حفتر"),
        ("dbeibah", "Dbeibah Dabaiba Debeiba Dbeiba الدبيبه"),
        ("khoury", "Khoury Khouri Koury"),
        ("mishri", "Mishri al-Meshri Meshri"),
        ("gaddafi", "Qaddafi Gadhafi Gheddafi Kadhafi Qadhdhafi Gaddafi"),
    ],
)
def test_every_spelling_finds_the_bearer_first(owner, spellings):
    assert {spelling: first(spelling) for spelling in spellings.split()} == dict.fromkeys(
        spellings.split(), owner
    )


def test_a_first_name_tells_bearers_of_a_surname_apart():
    assert (first("Khaled Hifter"), first("Seif al-Islam Gheddafi"), first("Ali Dabaiba")) == (
        "khaled",
        "saif",
        "ali",
    )


def test_a_name_is_found_by_its_beginning_with_others_that_hold_it_behind():
    assert [owner for owner, _ in INDEX.find("حفت")] == ["haftar", "khaled"]


@pytest.mark.parametrize("text", ["", " ", "ح", "Zzyzx", "al", "؟"])
def test_what_spells_no_name_finds_none(text):
    assert INDEX.find(text) == []


def test_the_measure_counts_first_places_and_first_fives():
    pairs = [("حفتر", "Hifter"), ("خوري", "Khoury"), ("خوري", "Zzyzx")]
    assert measure(pairs) == {"pairs": 3, "names": 2, "first": 0.6667, "first_five": 0.6667}


def test_what_shares_no_skeleton_is_found_by_its_sound_but_far_behind():
    found = Spellings([("باديلي", 1), ("حفتر", 2)]).find("Badelj")
    assert [(owner, likeness < 60) for owner, likeness in found] == [(1, True)]
