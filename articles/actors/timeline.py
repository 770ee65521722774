"""When the published articles name an actor."""

from collections import Counter
from dataclasses import dataclass

from django.db.models import Count
from django.db.models.functions import TruncMonth

from articles.models import Article, Unit

from .presence import articles_naming

MONTHS = Article.Precision.at_least("month")


@dataclass(frozen=True)
class Timeline:
    """How many published articles, or stories, name an actor: in all, by year, and by (year, month).

    A story told in two months is counted in both, and once in their year. A month or year that none states is None.
    """

    total: int
    by_year: dict
    by_month: dict

    @property
    def years(self):
        """Pairs of a year and its count, years without any between the first and the last counted as 0."""
        dated = sorted(self.by_year.keys() - {None})
        return [(year, self.by_year.get(year, 0)) for year in range(dated[0], dated[-1] + 1)] if dated else []

    def months(self, year):
        """Counts of each of the year's twelve months; what is dated to the year only is in none."""
        return [(month, self.by_month.get((year, month), 0)) for month in range(1, 13)]


def timeline(actor, unit=Unit.ARTICLES):
    """The actor's `Timeline`: one query."""
    named = articles_naming(actor).order_by()
    dates = TruncMonth("published_at"), "published_precision"
    if unit is Unit.ARTICLES:
        rows = named.values_list(*dates).annotate(Count("pk"))
        return _timeline([(*_period(begun, precision), count) for begun, precision, count in rows])
    rows = named.annotate(each=unit.each()).values_list(*dates, "each").distinct()
    return _timeline_of_stories([(*_period(begun, precision), each) for begun, precision, each in rows])


def _period(begun, precision):
    """The year and the month of it, each None where the date does not say."""
    return begun and begun.year, begun.month if precision in MONTHS else None


def _timeline(rows):
    by_year, by_month = Counter(), Counter()
    for year, month, count in rows:
        by_year[year] += count
        by_month[year, month] += count
    return Timeline(by_year.total(), by_year, by_month)


def _timeline_of_stories(rows):
    by_year = Counter(year for year, _each in {(year, each) for year, _month, each in rows})
    by_month = Counter((year, month) for year, month, _each in set(rows))
    return Timeline(len({each for *_period, each in rows}), by_year, by_month)
