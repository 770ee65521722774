"""A second, closer look at the best of what was found: more terms, and words that meet.

Only the postings and positions of the documents at hand are read, whatever the size of the archive.
"""

from math import log

import numpy as np

from .matches import common
from .positions import SHARE, Line
from .queries import Row

K1 = 1.2  # of the meetings of two words


def rescored(finder, hits, terms, pairs=(), reach=8):
    """The scores of the hits with what is added to each, as an array in their order.

    `terms`: (field, term, weight), each scored as the finder scores terms. `pairs`: (field, one, other, weight), each
    scored by how often the two stand within `reach` words of each other and by how rare they are.

    >>> rescored(finder, found.hits, [("grams", "وزير", 0.5)], [("stem", "وزير", "خارج", 0.1)])
    array([7.31, 8.02, 4.4])
    """
    scores = np.array([hit.score for hit in hits], "f8")
    terms, pairs = list(terms), list(pairs)
    by_leaf = {}
    for place, hit in enumerate(hits):
        leaf, number = finder.leaf_of(hit.number)
        by_leaf.setdefault(leaf.number, (leaf, []))[1].append((number, place))
    for leaf, rows in by_leaf.values():
        rows.sort()
        numbers = np.array([number for number, _ in rows], "u4")
        places = np.array([place for _, place in rows])
        for field, term, weight in terms:
            _add_term(scores, leaf, numbers, places, (field, term, weight))
        for pair in pairs:
            scores[places] += _meetings(leaf, numbers, pair, reach)
    return scores


def _add_term(scores, leaf, numbers, places, wanted):
    field, term, weight = wanted
    found = leaf.term(field, term)
    if found is None:
        return
    here, where = common(numbers, found[1].docs)
    if len(here):
        scores[places[here]] += weight * found[1].score(where)


def _meetings(leaf, numbers, pair, reach):
    """What the meetings of a pair add to each of the numbers."""
    field, *words, weight = pair
    one, other = (Line(leaf, Row(field, (word,))) for word in words)
    if not (one.parts and other.parts):
        return np.zeros(len(numbers))
    (first, _), (second, _) = one.places(numbers), other.places(numbers)
    near = np.searchsorted(second, first + reach, "right") - np.searchsorted(second, first - reach)
    counts = np.bincount(first // SHARE, near, len(numbers))
    rarity = sum(_rarity(leaf.finder, field, word) for word in words)
    return weight * rarity * counts * (K1 + 1) / (counts + K1)


def _rarity(finder, field, word):
    total, frequency = finder.snapshot.documents, finder.frequency(field, word)
    return log(1 + (total - frequency + 0.5) / (frequency + 0.5))
