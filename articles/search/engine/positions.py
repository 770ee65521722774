"""Where words stand in the texts: phrases, nearness, sentences. Read only for documents that have all the words.

A place is one number: the candidate's number, then the position in its text. Places of different texts can never be
mistaken for neighbours, since the positions of one text take up less than half of their share.
"""

import numpy as np

from .array_file import ascending, runs
from .matches import (
    SPARSE,
    Matches,
    common,
    common_by_marks,
    contained,
    intersection,
    nothing,
    score_of_all,
    union,
)
from .segment import sums_before

SHIFT = 33
SHARE = np.int64(1) << SHIFT


class Line:
    """Words one after another in one field of one segment, with their postings; a single word is the usual case."""

    def __init__(self, leaf, row):
        self.field = leaf.opened.field(row.field)
        found = [leaf.term(row.field, word) for word in row.words]
        self.parts = [] if None in found else found
        self.matches = _of_all([matches for _, matches in self.parts], leaf.documents)

    def places(self, candidates):
        """(where it begins, where it ends) in the candidates, an ascending array of document numbers."""
        first, *others = [self._places(*part, candidates) for part in self.parts]
        ends = first
        for places in others:
            ends = _adjacent(ends, places)
        return (ends - len(others) if others else ends), ends

    def _places(self, ordinal, matches, candidates):
        field, docs = self.field, matches.docs
        counts, first = field.freqs_of(ordinal), field.position_starts[ordinal]
        if candidates is docs:
            places = np.repeat(np.arange(len(docs)) * SHARE, counts)
            places += field.positions[first : field.position_starts[ordinal + 1]]
            return places
        if len(candidates) * SPARSE > len(docs):
            which, postings = common_by_marks(candidates, docs, field.documents)
        else:
            which, postings = common(candidates, docs)
        starts, counts = first + sums_before(counts, postings), counts[postings]
        places = np.repeat(which * SHARE, counts)
        places += field.positions[runs(starts, counts)]
        return places


def _of_all(parts, documents):
    """As `intersection`, which for a single part would only look each document up in itself."""
    if len(parts) < 2:
        return parts[0] if parts else nothing()
    return intersection(parts, documents)


class Element:
    """What is looked for at one place: any of several rows of words."""

    def __init__(self, leaf, rows):
        lines = (Line(leaf, row) for row in rows)
        self.lines = [line for line in lines if len(line.matches)]
        found = [line.matches for line in self.lines]
        self.matches = union(found, leaf.documents) if found else nothing()

    def places(self, candidates):
        """(where it begins, where it ends) in the candidates, in order; of two that begin together the first."""
        found = [line.places(candidates) for line in self.lines]
        if len(found) == 1:
            return found[0]
        starts, ends = (np.concatenate([np.empty(0, "i8"), *side]) for side in zip(*found, strict=True))
        starts, kept = np.unique(starts, return_index=True)
        return starts, ends[kept]


def words_of(leaf, field_name, elements):
    """(words, candidates): candidates match all of the words but perhaps the commonest.

    No words where there is no candidate.
    """
    if leaf.opened.field(field_name) is None:
        return [], nothing()
    words = [Element(leaf, rows) for rows in elements]
    candidates = _with_all(words, leaf)
    return words if len(candidates) else [], candidates


def _with_all(words, leaf):
    """Whether the commonest is there its places will tell as soon: it is not looked up in the rarest's documents."""
    words = sorted(words, key=lambda word: len(word.matches))
    docs = words[0].matches.docs if len(words[-1].matches) else nothing().docs
    for word in words[1:-1]:
        docs = docs[contained(docs, word.matches.docs, leaf.documents)]
    # The same word twice in a phrase scores twice, as two terms of Whoosh's own phrase do.
    return Matches(docs, lambda where: score_of_all([word.matches for word in words], docs[where]))


def in_order(words, candidates, within):
    """Candidates in which each word follows the one before at a distance of 1 to `within`."""
    _, ends = words[0].places(candidates.docs)
    for word in words[1:]:
        if not len(ends):
            return nothing()
        begun, ended = word.places(candidates.docs)
        reached = _adjacent(ends, begun) if within == 1 else _following(ends, begun, within)
        ends = reached if begun is ended else ended[np.searchsorted(begun, reached)]
    return candidates.at(ascending(ends >> SHIFT))


def _adjacent(ends, places):
    """The places right after one of the ends."""
    if len(ends) * SPARSE < len(places) or len(places) * SPARSE < len(ends):
        return ends[common(ends + 1, places)[0]] + 1
    merged = np.concatenate([ends + 1, places])
    # Two ascending runs one behind the other: a stable sort merges them in one go, sooner than looking each up.
    merged.sort(kind="stable")
    return merged[1:][merged[1:] == merged[:-1]]


def _following(ends, places, within):
    nearest = np.searchsorted(ends, places) - 1
    return places[(nearest >= 0) & (places - ends[np.maximum(nearest, 0)] <= within)]


def in_any_order(words, candidates, within):
    """Candidates with a stretch of `within` words and one more that has all the words.

    From each place of each word taken as the first of the stretch, every other word's next place must not be too far.
    A row of words counts as one.
    """
    places = [word.places(candidates.docs) for word in words]
    within += sum(int((ended - begun).max(initial=0)) for begun, ended in places)
    found = [
        _stretches(begun, places[:number] + places[number + 1 :], within)
        for number, (begun, _) in enumerate(places)
    ]
    return candidates.at(ascending(np.concatenate(found) >> SHIFT))


def _stretches(beginnings, others, within):
    for begun, ended in others:
        if not len(begun):
            return begun
        following = np.searchsorted(begun, beginnings)
        there = following < len(begun)
        following[~there] = 0
        beginnings = beginnings[there & (ended[following] - beginnings <= within)]
    return beginnings


def in_one_unit(words, candidates, field, unit):
    """Candidates with all the words in one sentence or paragraph; a text without boundaries is one unit."""
    units = None
    for word in words:
        begun, _ = word.places(candidates.docs)
        mine = ascending(_unit_of(begun, candidates.docs, *field.boundaries[unit]))
        units = mine if units is None else np.intersect1d(units, mine, assume_unique=True)
    return candidates.at(ascending(units >> SHIFT))


def _unit_of(places, docs, begun, starts):
    """Candidate and number of the unit, as one number, for each place."""
    which = places >> SHIFT
    if begun is None:
        return which * SHARE
    counts = (starts[docs + 1] - starts[docs]).astype("i8")
    boundaries = begun[runs(starts[docs], counts)].astype("i8")
    boundaries += np.repeat(np.arange(len(docs)) * SHARE, counts)
    # Units are numbered through all candidates, so the first of a text cannot equal the last of the text before.
    passed = np.searchsorted(boundaries, places, "right")
    return which * SHARE + passed


def often_enough(word, candidates, least):
    """Candidates in which the rows of a word together stand so many times."""
    begun, _ = word.places(candidates.docs)
    counts = np.bincount(begun >> SHIFT, minlength=len(candidates))
    return candidates.only(counts >= least)
