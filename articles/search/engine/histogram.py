"""Counting what was found by year, month or day."""

from datetime import date, timedelta
from functools import lru_cache

import numpy as np

from .array_file import narrow
from .counting import Numbering

DAY = 86_400_000_000
EPOCH = date(1, 1, 1)


class DateCounts:
    """A counter, as `counting.count` takes it, of the dates of one field. The unit is year, month or day."""

    def __init__(self, field_name, unit):
        self.name, self.unit = field_name, unit
        self._counts = []

    def numbering(self, opened):
        units = self._units(opened)
        return units and Numbering((self.name, self.unit), *units[1:])

    def _units(self, opened):
        """(first unit, units counted from it by document, how many), None where no document has a date."""
        name, unit = self.name, self.unit
        return opened.derive(("dates", name, unit), lambda opened: _units(opened, name, unit))

    def add(self, opened, counts):
        self._counts.append((self._units(opened)[0], counts[1:]))

    def add_documents(self, opened, docs):
        """None of them has a date."""

    def in_order(self):
        """[(date, count)] in order of time; each date is the first day of its year or month, or the day."""
        if not self._counts:
            return []
        first = min(begin for begin, _ in self._counts)
        totals = np.zeros(max(begin + len(counts) for begin, counts in self._counts) - first, "i8")
        for begin, counts in self._counts:
            totals[begin - first : begin - first + len(counts)] += counts
        there = np.flatnonzero(totals)
        numbers, counts = (there + first).tolist(), totals[there].tolist()
        return [(first_day(self.unit, number), count) for number, count in zip(numbers, counts, strict=True)]


def _units(opened, field_name, unit):
    column = opened.column(field_name)
    there = None if column is None else column.values != column.default
    if there is None or not there.any():
        return None
    days = (column.values[there] // np.uint64(DAY)).astype("i8")
    units = days if unit == "day" else _calendar(days, unit)
    first = int(units.min())
    numbers = np.zeros(len(there), "i8")
    numbers[there] = units - first + 1
    return first, narrow(numbers), int(numbers.max()) + 1


def _calendar(days, unit):
    dates = np.datetime64(EPOCH, "D") + days
    months = dates.astype("M8[M]").astype("i8") + 1970 * 12
    return months if unit == "month" else months // 12


_FIRST_DAYS = {
    "year": lambda number: date(number, 1, 1),
    "month": lambda number: date(number // 12, number % 12 + 1, 1),
    "day": lambda number: EPOCH + timedelta(days=number),
}


@lru_cache(1 << 14)
def first_day(unit, number):
    """
    >>> first_day("month", 24170)
    datetime.date(2014, 3, 1)
    """
    return _FIRST_DAYS[unit](number)
