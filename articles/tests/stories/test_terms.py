from collections import defaultdict

import pytest

from articles.arabic.stopwords import data_lines
from articles.stories.rarity import Rarity
from articles.stories.terms import DATA, key, stems

TABLES = ("notions.txt", "countries.txt", "towns.txt")


@pytest.mark.parametrize("forms", [["جسور", "جسر"], ["دجاج", "دجج"], ["مرفأ", "ميناء"], ["أنقرة", "تركي"]])
def test_forms_of_a_word_and_words_for_one_thing_are_one_term(forms):
    assert len({key(stem) for form in forms for stem in stems(form)}) == 1


@pytest.mark.parametrize("forms", [["ضريبة", "ضربة"], ["مطار", "أمطار"], ["توقيف", "توقف"]])
def test_a_thing_of_the_table_is_told_from_words_of_the_same_firm_letters(forms):
    assert len({key(stem) for form in forms for stem in stems(form)}) == 2


def test_a_word_of_the_tables_stands_in_one_line_only():
    lines = defaultdict(set)
    for name in TABLES:
        for line in data_lines(DATA / name):
            for word in line.split():
                for stem in stems(word):
                    lines[key(stem)].add(line)
    assert {term: found for term, found in lines.items() if len(found) > 1} == {}


def test_every_word_of_the_tables_tells_something():
    words = [word for name in TABLES for line in data_lines(DATA / name) for word in line.split()]
    assert [word for word in words if not stems(word)] == []


def test_a_word_counts_as_rare_until_the_archive_is_full_of_it():
    number = key("حفتر")
    assert Rarity({number: 900}, 1000)[number] < 0.5 < Rarity({number: 9}, 1000)[number]
