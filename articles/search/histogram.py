"""What was found over time: years, the months of a year, the days of a month."""

import calendar
from dataclasses import dataclass

from articles.arabic.partial_date import PartialDate
from articles.search.labels import labels
from articles.search.query import Query

UNITS = ("year", "month", "day")


@dataclass(frozen=True)
class Bar:
    """`value` as in the facet of the unit, ``"2019-04"``; the search of it is one click away."""

    value: str
    label: str
    count: int
    query: Query


@dataclass(frozen=True)
class Histogram:
    """`up` leads out again, from days to months and from months to years; None at the years."""

    unit: str
    bars: tuple[Bar, ...]
    up: Query | None = None

    @property
    def most(self):
        return max((bar.count for bar in self.bars), default=0)


def unit_of(query):
    """What a search is shown by: its years, or the months or days of the one period it is narrowed to."""
    period = period_of(query)
    return UNITS[min(period.count("-") + 1, 2)] if period else "year"


def period_of(query):
    """The one year or month that the search is narrowed to: ``"2019"``, ``"2019-04"``; else ``""``.

    Of several months of one year, or from one to another, it is that year.
    """
    months = {value for name, value in query.only if name == "month"}
    years = {value for name, value in query.only if name == "year"}
    if not (months or years) and query.since and query.until:
        months = {f"{side.year}-{side.month or 0:02}" for side in (query.since, query.until)}
    if len(months) == 1 and _is_date(*months, parts=2):
        return min(months)
    chosen = {value[:4] for value in months} or years
    return min(chosen) if len(chosen) == 1 and _is_date(*chosen, parts=1) else ""


def _is_date(value, parts):
    try:
        date = PartialDate.parse(value)
    except ValueError:
        return False
    return [date.year, date.month, date.day].count(None) == 3 - parts


def histogram(query, unit, counts):
    """The Histogram of pairs of value and count, gaps filled in; None where there is nothing to compare."""
    period = period_of(query)
    counts = {value: count for value, count in counts if value.startswith(period)}
    values = _between(unit, period, counts)
    if len(values) < 2 or not counts:
        return None
    named = labels(unit, values)
    bars = (Bar(value, named[value], counts.get(value, 0), _narrowed(query, unit, value)) for value in values)
    return Histogram(unit, tuple(bars), _up(query, period))


def _between(unit, period, counts):
    if unit == "year":
        years = sorted(map(int, counts))
        return [str(year) for year in range(years[0], years[-1] + 1)] if years else []
    if unit == "month":
        return [f"{period}-{month:02}" for month in range(1, 13)]
    year, month = map(int, period.split("-"))
    return [f"{period}-{day:02}" for day in range(1, calendar.monthrange(year, month)[1] + 1)]


def _narrowed(query, unit, value):
    return query.changed(only=_without_units(query)).including(unit, value)


def _without_units(query):
    return tuple(pair for pair in query.only if pair[0] not in UNITS)


def _up(query, period):
    if not period:
        return None
    wider = query.changed(only=_without_units(query), since=None, until=None)
    year, _, month = period.partition("-")
    return wider.including("year", year) if month else wider
