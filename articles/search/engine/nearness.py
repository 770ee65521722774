"""Terms that differ from a word by a few letters, among hundreds of thousands in a few milliseconds.

Most are ruled out by how many letters they have and which. The others are compared letter by letter, all at once: of
the usual table of distances only the cells that may still lead to a near word, and only for the terms that have one.
"""

import numpy as np

from .lexicon import bits_of


def near_words(lexicon, word, furthest, head=""):
    """(ordinals, distances) of the terms that begin with `head` and differ from the word by so many letters or fewer.

    A letter put in, left out or exchanged counts one.
    """
    first, last = lexicon.within(head.encode()) if head else (0, len(lexicon))
    shapes = lexicon.shapes(first, last)
    likely = np.flatnonzero(_may_be_near(shapes, word, furthest))
    near, distances = _Distances(shapes, likely, furthest).to(word)
    return near + first, distances


def _may_be_near(shapes, word, furthest):
    letters = np.array([ord(letter) for letter in word], "u4")
    mine = np.bitwise_or.reduce(bits_of(letters), initial=np.uint64(0))
    # A letter put in or left out changes one bit at most, a letter exchanged two.
    longer = np.abs(shapes.lengths - len(word))
    return (longer <= furthest) & (np.bitwise_count(shapes.bits ^ mine) <= 2 * furthest - longer)


class _Distances:
    """Rows of the table, one for each letter of the word, all terms side by side.

    A row is a list of arrays: in how many letters the word's first n differ from the term's first n - furthest, …,
    n + furthest. Beyond these the difference is too large already.
    """

    def __init__(self, shapes, places, furthest):
        self.places, self.furthest = places, furthest
        self._letters = shapes.letters
        self._begins, self._lengths = shapes.begins[places], shapes.lengths[places]
        self._columns = {}
        self._row = [self._all_alike(step if step >= 0 else furthest + 1) for step in self._steps()]

    def to(self, word):
        """(places, distances) of the terms that are near enough."""
        for number, letter in enumerate(word, 1):
            self._row = self._next_row(number, ord(letter))
            self._drop_far()
        ends = self._lengths - len(word) + self.furthest
        distances = np.array(self._row)[ends, np.arange(len(ends))]
        near = distances <= self.furthest
        return self.places[near], distances[near]

    def _steps(self):
        return range(-self.furthest, self.furthest + 1)

    def _all_alike(self, distance):
        return np.full(len(self.places), distance, "u1")

    def _next_row(self, number, letter):
        above, row = [*self._row, None], []
        for at, step in enumerate(self._steps()):
            if number + step <= 0:
                row.append(self._all_alike(number if number + step == 0 else self.furthest + 1))
                continue
            distance = above[at] + (self._column(number + step - 1) != letter)
            if above[at + 1] is not None:
                distance = np.minimum(distance, above[at + 1] + 1)
            row.append(np.minimum(distance, row[-1] + 1) if row else distance)
        return row

    def _column(self, place):
        """The letters of all terms at one place; 0 behind the end of a term."""
        if place not in self._columns:
            there = np.minimum(self._begins + place, len(self._letters) - 1)
            self._columns[place] = np.where(place < self._lengths, self._letters[there], 0)
        return self._columns[place]

    def _drop_far(self):
        kept = np.minimum.reduce(self._row) <= self.furthest
        if np.count_nonzero(kept) * 2 > len(kept):
            return
        self._row = [distances[kept] for distances in self._row]
        self._columns = {place: letters[kept] for place, letters in self._columns.items()}
        self.places, self._begins, self._lengths = (
            numbers[kept] for numbers in (self.places, self._begins, self._lengths)
        )
