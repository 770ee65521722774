"""A second, closer look at the best of what was found: more terms, words that meet, words that stand early.

Only the postings and positions of the documents at hand are read, whatever the size of the archive.
"""

from math import log

import numpy as np

from .positions import SHARE, Line
from .queries import Row

K1 = 1.2  # of the meetings of two words


def rescored(finder, hits, terms, pairs=(), early=(), reach=8, beginnings=(0,), fading=60):
    """The scores of the hits with what is added to each, as an array in their order.

    `terms`: (field, term, weight), each scored as the finder scores terms. `pairs`: (field, one, other, weight), each
    scored by how often the two stand within `reach` words of each other and by how rare they are. `early`: (field,
    term, weight), each by how rare it is and how near to one of the `beginnings` it first stands: its weight counts
    whole there, and `fading` words later by a third.

    >>> rescored(finder, found.hits, [("grams", "وزير", 0.5)], [("stem", "وزير", "خارج", 0.1)])
    array([7.31, 8.02, 4.4])
    """
    scores = np.array([hit.score for hit in hits], "f8")
    terms, pairs, early = list(terms), list(pairs), list(early)
    rarity, by_leaf = _Rarity(finder), {}
    for place, hit in enumerate(hits):
        leaf, number = finder.leaf_of(hit.number)
        by_leaf.setdefault(leaf.number, (leaf, []))[1].append((number, place))
    for leaf, rows in by_leaf.values():
        rows.sort()
        look = _Look(leaf, np.array([number for number, _ in rows], "u4"), rarity)
        for wanted in terms:
            look.add_term(*wanted)
        for field, one, other, weight in pairs:
            look.add_meetings(field, (one, other), weight, reach)
        for wanted in early:
            look.add_earliness(*wanted, np.array(beginnings), fading)
        scores[[place for _, place in rows]] += look.added
    return scores


class _Look:
    """At documents of one segment, by ascending numbers."""

    def __init__(self, leaf, numbers, rarity):
        self.leaf, self.numbers, self.rarity = leaf, numbers, rarity
        self.added = np.zeros(len(numbers))
        self._places = {}

    def add_term(self, field, term, weight):
        found = self.leaf.term(field, term)
        if found is not None:
            docs = found[1].docs
            # As `matches.common`, with less ado: there are very many terms, and few documents at hand.
            where = docs.searchsorted(self.numbers)
            here = (docs.take(where, mode="clip") == self.numbers).nonzero()[0]
            if len(here):
                self.added[here] += weight * found[1].score(where[here])

    def add_meetings(self, field, words, weight, reach):
        first, second = (self.places(field, word) for word in words)
        if len(first) and len(second):
            near = second.searchsorted(first + reach, "right") - second.searchsorted(first - reach)
            counts = np.bincount(first // SHARE, near, len(self.numbers))
            rarity = sum(self.rarity[field, word] for word in words)
            self.added += weight * rarity * counts * (K1 + 1) / (counts + K1)

    def add_earliness(self, field, word, weight, beginnings, fading):
        places = self.places(field, word)
        if not len(places):
            return
        documents, positions = places // SHARE, places % SHARE
        away = positions - beginnings[beginnings.searchsorted(positions, "right") - 1]
        starts = np.concatenate(([True], documents[1:] != documents[:-1])).nonzero()[0]
        nearest = np.minimum.reduceat(away, starts)
        self.added[documents[starts]] += weight * self.rarity[field, word] * np.exp(-nearest / fading)

    def places(self, field, word):
        """Where a word stands in the documents, as `positions.Line` counts places."""
        if (field, word) not in self._places:
            line = Line(self.leaf, Row(field, (word,)))
            self._places[field, word] = line.places(self.numbers)[0] if line.parts else np.empty(0, "i8")
        return self._places[field, word]


class _Rarity(dict):
    """(field, word) → how rare it is in the whole archive."""

    def __init__(self, finder):
        super().__init__()
        self.finder = finder

    def __missing__(self, field_and_word):
        total, frequency = self.finder.snapshot.documents, self.finder.frequency(*field_and_word)
        self[field_and_word] = log(1 + (total - frequency + 0.5) / (frequency + 0.5))
        return self[field_and_word]
