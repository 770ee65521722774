"""Where words stand in the texts: phrases, nearness, sentences. Read only for documents that have all the words.

A place is one number: the candidate's number, then the position in its text. Places of different texts can never be
mistaken for neighbours, since the positions of one text take up less than half of their share.
"""

import numpy as np

from .array_file import runs
from .matches import SPARSE, Matches, common, common_by_marks, contained, nothing, union

SHARE = np.int64(1) << 33


class Word:
    """One element of a phrase in one segment: a term or any of several, with their postings."""

    def __init__(self, leaf, field_name, spellings):
        self.field = leaf.opened.field(field_name)
        self.parts = [
            part for part in (leaf.term(field_name, spelling) for spelling in spellings) if part is not None
        ]
        matches = [matches for _, matches in self.parts]
        self.matches = union(matches, leaf.documents) if matches else nothing()

    def places(self, candidates):
        """Ascending places in the candidates, an ascending array of document numbers."""
        found = [self._places(ordinal, matches.docs, candidates) for ordinal, matches in self.parts]
        return found[0] if len(found) == 1 else np.unique(np.concatenate([np.empty(0, "i8"), *found]))

    def _places(self, ordinal, docs, candidates):
        positions, starts = self.field.positions_of(ordinal)
        if len(candidates) * SPARSE > len(docs):
            which, postings = common_by_marks(candidates, docs, self.field.documents)
        else:
            which, postings = common(candidates, docs)
        counts = np.diff(starts)[postings]
        places = positions[runs(starts[postings], counts)].astype("i8")
        return places + np.repeat(which.astype("i8") * SHARE, counts)


def words_of(leaf, field_name, elements):
    """(words, candidates): candidates match all of the words. No words where there is no candidate."""
    if leaf.opened.field(field_name) is None:
        return [], nothing()
    words = [Word(leaf, field_name, spellings) for spellings in elements]
    candidates = _with_all(words, leaf)
    return words if len(candidates) else [], candidates


def _with_all(words, leaf):
    words = sorted(words, key=lambda word: len(word.matches))
    docs = words[0].matches.docs
    for word in words[1:]:
        docs = docs[contained(docs, word.matches.docs, leaf.documents)]
    # The same word twice in a phrase scores twice, as two terms of Whoosh's own phrase do.
    parts = [(word.matches, np.searchsorted(word.matches.docs, docs)) for word in words]
    return Matches(docs, lambda where: sum(matches.score(places[where]) for matches, places in parts))


def in_order(words, candidates, within):
    """Candidates in which each word follows the one before at a distance of 1 to `within`."""
    ends = words[0].places(candidates.docs)
    for word in words[1:]:
        if not len(ends):
            return nothing()
        places = word.places(candidates.docs)
        ends = _adjacent(ends, places) if within == 1 else _following(ends, places, within)
    return candidates.at(np.unique(ends // SHARE))


def _adjacent(ends, places):
    """The places right after one of the ends."""
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
    """
    places = [word.places(candidates.docs) for word in words]
    found = [
        _stretches(beginning, places[:number] + places[number + 1 :], within)
        for number, beginning in enumerate(places)
    ]
    return candidates.at(np.unique(np.concatenate(found) // SHARE))


def _stretches(beginnings, others, within):
    for places in others:
        if not len(places):
            return places
        following = np.searchsorted(places, beginnings)
        there = following < len(places)
        following[~there] = 0
        beginnings = beginnings[there & (places[following] - beginnings <= within)]
    return beginnings


def in_one_unit(words, candidates, field, unit):
    """Candidates with all the words in one sentence or paragraph; a text without boundaries is one unit."""
    units = None
    for word in words:
        mine = np.unique(_unit_of(word.places(candidates.docs), candidates.docs, *field.boundaries[unit]))
        units = mine if units is None else np.intersect1d(units, mine, assume_unique=True)
    return candidates.at(np.unique(units // SHARE))


def _unit_of(places, docs, begun, starts):
    """Candidate and number of the unit, as one number, for each place."""
    which = places // SHARE
    if begun is None:
        return which * SHARE
    counts = (starts[docs + 1] - starts[docs]).astype("i8")
    boundaries = begun[runs(starts[docs], counts)].astype("i8")
    boundaries += np.repeat(np.arange(len(docs)) * SHARE, counts)
    # Units are numbered through all candidates, so the first of a text cannot equal the last of the text before.
    passed = np.searchsorted(boundaries, places, "right")
    return which * SHARE + passed


def often_enough(word, documents, least):
    """Documents in which the spellings together stand so many times."""
    counts = np.zeros(documents, "u4")
    for ordinal, matches in word.parts:
        counts[matches.docs] += word.field.freqs_of(ordinal)
    return word.matches.only(counts[word.matches.docs] >= least)
