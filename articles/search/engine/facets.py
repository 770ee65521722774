"""Counting what was found: by the values of a field, and by year, month or day."""

import threading
from datetime import date, timedelta

import numpy as np

from .array_file import runs

DAY = 86_400_000_000
EPOCH = date(1, 1, 1)
NO_DATE = np.iinfo("i4").min


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
            return np.array([self._numbers[term] for term in field.lexicon.terms()], "u4")


_values = {}


def values_of(folder, field_name):
    """The `Values` of a field of the index in a directory."""
    return _values.setdefault((folder, field_name), Values())


def count_values(found, field_name, folder):
    """{term: count} over (`OpenSegment`, docs) pairs."""
    values = values_of(folder, field_name)
    totals = np.zeros(0, "i8")
    others = {}
    for opened, docs in found:
        field = opened.field(field_name)
        if field is not None and field.ordinals is not None:
            counts = _ordinal_counts(field, docs)[1:]
            present = np.flatnonzero(counts)
            translation = opened.derive(
                ("values", field_name), lambda _, field=field: values.translation(field)
            )
            totals = _grown(totals, len(values.terms))
            totals[translation[present]] += counts[present]
        elif field is not None and field.positions is not None and opened.column(field_name):
            _count_texts(opened.column(field_name), docs, others)
        elif field is not None:
            _count_postings(field, docs, opened.documents, others)
    return others | {values.terms[number]: int(totals[number]) for number in np.flatnonzero(totals).tolist()}


def _ordinal_counts(field, docs):
    """How many of the docs have each ordinal, counted from one."""
    size = len(field.lexicon) + 1
    if field.ordinal_starts is None:
        return np.bincount(field.ordinals[docs], minlength=size)
    if len(docs) == field.documents:
        return np.bincount(field.ordinals, minlength=size)
    starts = field.ordinal_starts[docs]
    return np.bincount(field.ordinals[runs(starts, field.ordinal_starts[docs + 1] - starts)], minlength=size)


def _count_postings(field, docs, documents, totals):
    """Counts for a field that was not made to be counted: through all its postings."""
    chosen = np.zeros(documents, bool)
    chosen[docs] = True
    sums = np.concatenate([[0], np.cumsum(chosen[field.docs])])
    counts = np.diff(sums[field.starts])
    for ordinal in np.flatnonzero(counts).tolist():
        term = field.lexicon[ordinal]
        totals[term] = totals.get(term, 0) + int(counts[ordinal])


def _count_texts(column, docs, totals):
    """Counts for a text that is kept whole beside its words, as Haystack's facets of texts are."""
    for number in docs.tolist():
        totals[column[number]] = totals.get(column[number], 0) + 1


def _grown(array, size):
    return array if len(array) >= size else np.concatenate([array, np.zeros(size - len(array), array.dtype)])


def most_frequent(counts, decode, limit=None):
    """[(value, count)], most frequent first and then by value."""
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:limit]
    return [(decode(term), count) for term, count in ranked]


def histogram(found, field_name, unit):
    """[(date, count)] in order of time; each date is the first day of its year or month, or the day."""
    counts = {}
    for opened, docs in found:
        key = "dates", field_name, unit
        units = opened.derive(key, lambda opened: _units(opened, field_name, unit))
        if units is None or not len(docs):
            continue
        here = units[docs]
        here = here[here != NO_DATE]
        if not len(here):
            continue
        least = int(here.min())
        for offset, count in enumerate(np.bincount(here - least).tolist()):
            if count:
                counts[least + offset] = counts.get(least + offset, 0) + count
    return [(FIRST_DAYS[unit](number), counts[number]) for number in sorted(counts)]


def _units(opened, field_name, unit):
    """Number of the year, month or day for each document of a segment."""
    column = opened.column(field_name)
    if column is None:
        return None
    missing = column.values == column.default
    days = np.where(missing, 0, column.values // np.uint64(DAY)).astype("i8")
    numbers = days if unit == "day" else _calendar(days, unit)
    return np.where(missing, NO_DATE, numbers).astype("i4")


def _calendar(days, unit):
    dates = np.datetime64(EPOCH, "D") + days
    months = dates.astype("M8[M]").astype("i8") + 1970 * 12
    return months if unit == "month" else months // 12


FIRST_DAYS = {
    "year": lambda number: date(number, 1, 1),
    "month": lambda number: date(number // 12, number % 12 + 1, 1),
    "day": lambda number: EPOCH + timedelta(days=number),
}
