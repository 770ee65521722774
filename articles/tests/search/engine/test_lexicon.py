"""Terms are found in the map without loading it."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.search.engine.lexicon import Lexicon, after_prefix, lexicon_arrays
from articles.search.engine.nearness import near_words

TERMS = sorted(f"{a}{b}{c}".encode() for a in "ابتثجح" for b in "دذرزسش" for c in "صضطظعغف")


@pytest.fixture
def lexicon():
    return Lexicon(*lexicon_arrays(TERMS))


def test_each_term_is_found_at_its_place(lexicon):
    assert [lexicon.find(term) for term in TERMS] == list(range(len(TERMS)))


@pytest.mark.parametrize("term", ["", "ا", "ادصص", "ي", "0"])
def test_what_is_not_there_is_not_found(lexicon, term):
    assert lexicon.find(term.encode()) == -1


def test_beginnings_are_found_as_a_stretch(lexicon):
    for prefix in ("", "ا", "جس", "حشف", "ي"):
        first, last = lexicon.within(prefix.encode())
        assert lexicon.terms(first, last) == [term for term in TERMS if term.startswith(prefix.encode())]


def test_an_empty_lexicon_has_nothing():
    empty = Lexicon(*lexicon_arrays([]))
    assert (len(empty), empty.find(b"a"), empty.within(b"a"), empty.terms()) == (0, -1, (0, 0), [])


@pytest.mark.parametrize(
    ("prefix", "following"), [(b"ab", b"ac"), (b"a\xff", b"b"), (b"\xff", None), (b"", None)]
)
def test_what_comes_after_a_beginning(prefix, following):
    assert after_prefix(prefix) == following


def distance(one, other):
    row = list(range(len(other) + 1))
    for number, letter in enumerate(one, 1):
        before, row = row, [number]
        for place, their in enumerate(other):
            row.append(min(before[place] + (letter != their), before[place + 1] + 1, row[place] + 1))
    return row[-1]


WORDS = st.text("ابت😀", max_size=7)


@given(st.sets(WORDS, min_size=1, max_size=40), WORDS, st.integers(0, 3), st.sampled_from(["", "ا", "ب"]))
def test_of_words_of_any_length_those_are_near_that_the_table_of_distances_says(words, word, furthest, head):
    terms = sorted(word.encode() for word in words)
    near = [(number, distance(term.decode(), word)) for number, term in enumerate(terms)]
    ordinals, distances = near_words(Lexicon(*lexicon_arrays(terms)), word, furthest, head)
    assert list(zip(ordinals.tolist(), distances.tolist(), strict=True)) == [
        (number, far) for number, far in near if far <= furthest and terms[number].startswith(head.encode())
    ]


@pytest.mark.parametrize("word", ["ادص", "جسط", "جس", "جسطع", "زسط", ""])
@pytest.mark.parametrize("furthest", [1, 2])
def test_near_words_are_those_that_differ_by_so_few_letters(lexicon, word, furthest):
    expected = [number for number, term in enumerate(TERMS) if distance(term.decode(), word) <= furthest]
    ordinals, distances = near_words(lexicon, word, furthest)
    assert ordinals.tolist() == expected
    assert np.array_equal(distances, [distance(TERMS[number].decode(), word) for number in expected])
