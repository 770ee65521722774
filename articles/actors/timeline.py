"""When the published articles name an actor."""

from collections import Counter
from dataclasses import dataclass

from django.db.models import Count
from django.db.models.functions import TruncMonth

from articles.models import Article

from .presence import articles_naming


@dataclass(frozen=True)
class Timeline:
    """`counts` maps (year, month) to published articles; a month that none states is None, a year likewise."""

    counts: dict

    @property
    def total(self):
        return sum(self.counts.values())

    @property
    def years(self):
        """Articles a year as (year, count), years without any between the first and the last counted as 0."""
        found = Counter()
        for (year, _month), count in self.counts.items():
            found[year] += count
        dated = sorted(found.keys() - {None})
        return [(year, found[year]) for year in range(dated[0], dated[-1] + 1)] if dated else []

    def months(self, year):
        """Articles in each of the year's twelve months; those dated to the year only are in none."""
        return [(month, self.counts.get((year, month), 0)) for month in range(1, 13)]


def timeline(actor):
    """The actor's `Timeline`: one query."""
    rows = (
        articles_naming(actor)
        .order_by()
        .values_list(TruncMonth("published_at"), "published_precision")
        .annotate(Count("pk"))
    )
    months, counts = Article.Precision.at_least("month"), Counter()
    for begun, precision, count in rows:
        counts[begun and begun.year, begun and begun.month if precision in months else None] += count
    return Timeline(dict(counts))
