"""Counting what was found by the values of a field."""

import threading

import numpy as np

from .array_file import runs
from .counting import Numbering

# From this share of a segment's documents on, all its postings are sooner gone through than those of the documents.
MANY = 3


class Values:
    """Numbers for the values of one field, the same in all segments and generations of a process.

    A segment's own ordinals are turned into these numbers once, by an array that is kept with the segment.
    """

    def __init__(self):
        self.terms = []
        self._numbers = {}
        self._lock = threading.Lock()

    def translation(self, field):
        """Array from a segment's ordinal to the number of the value."""
        with self._lock:
            for term in field.lexicon.terms():
                if term not in self._numbers:
                    self._numbers[term] = len(self.terms)
                    self.terms.append(term)
            return np.array([self._numbers[term] for term in field.lexicon.terms()], "i8")


_values = {}


def values_of(folder, field_name):
    """The `Values` of a field of the index in a directory."""
    return _values.setdefault((folder, field_name), Values())


class ValueCounts:
    """A counter, as `counting.count` takes it, of one field's values."""

    def __init__(self, field_name, folder):
        self.name, self.values = field_name, values_of(folder, field_name)
        self._totals = np.zeros(0, "i8")
        self._others = {}

    def numbering(self, opened):
        field = opened.field(self.name)
        if field is None or field.ordinals is None or field.ordinal_starts is not None:
            return None
        return Numbering((self.name,), field.ordinals, len(field.lexicon) + 1)

    def add(self, opened, counts):
        self._add_ordinals(opened, counts[1:])

    def add_documents(self, opened, docs):
        """Of a field whose documents have several values each, or that was not made to be counted."""
        field = opened.field(self.name)
        if field is None:
            return
        if field.ordinals is not None:
            self._add_ordinals(opened, _counts_of_lists(field, docs))
        elif field.positions is not None and opened.column(self.name):
            self._add_texts(opened.column(self.name), docs)
        else:
            self._add_postings(field, docs)

    def _add_ordinals(self, opened, counts):
        field = opened.field(self.name)
        translation = opened.derive(("values", self.name), lambda _: self.values.translation(field))
        totals = np.zeros(len(self.values.terms), "i8")
        totals[: len(self._totals)] = self._totals
        totals[translation] += counts
        self._totals = totals

    def _add_texts(self, column, docs):
        """A text that is kept whole beside its words, as Haystack's facets of texts are."""
        for number in docs.tolist():
            self._others[column[number]] = self._others.get(column[number], 0) + 1

    def _add_postings(self, field, docs):
        counts = _counts_by_postings(field, docs)
        for ordinal in np.flatnonzero(counts).tolist():
            term = field.lexicon[ordinal]
            self._others[term] = self._others.get(term, 0) + int(counts[ordinal])

    def most_frequent(self, decode, limit=None):
        """[(value, count)], most frequent first and then by value; `decode` makes a value of the bytes of a term."""
        there = np.flatnonzero(self._totals)
        if limit and not self._others and len(there) > limit:
            counts = self._totals[there]
            there = there[counts >= np.partition(counts, len(counts) - limit)[len(counts) - limit]]
        terms = (self.values.terms[number] for number in there.tolist())
        counted = dict(zip(terms, self._totals[there].tolist(), strict=True))
        return most_frequent(self._others | counted, decode, limit)


def _counts_of_lists(field, docs):
    """How many of the docs have each ordinal, where documents have several."""
    if len(docs) == field.documents:
        return np.diff(field.starts)
    if len(docs) * MANY > field.documents:
        return _counts_by_postings(field, docs)
    starts = field.ordinal_starts[docs]
    ordinals = field.ordinals[runs(starts, field.ordinal_starts[docs + 1] - starts)]
    return np.bincount(ordinals, minlength=len(field.lexicon) + 1)[1:]


def _counts_by_postings(field, docs):
    chosen = np.zeros(field.documents, bool)
    chosen[docs] = True
    return np.add.reduceat(chosen[field.docs], field.starts[:-1], dtype="i8")


def most_frequent(counts, decode, limit=None):
    """[(value, count)], most frequent first and then by value."""
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:limit]
    return [(decode(term), count) for term, count in ranked]
