"""How steadily the archive has a source's articles, and how much of it is other people's text."""

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from statistics import median

from django.db.models import Count, F
from django.db.models.functions import TruncWeek

from articles.models import Article, Report, Source, Unit
from articles.models.visibility import public

WEEK = timedelta(days=7)
# At least so many, so that one week is no wall, and at most.
FEWEST_WEEKS, SHOWN_WEEKS = 12, 52
# Weeks without an article are a gap when they are several, and many times what is usual for the source.
GAP_WEEKS, TIMES_USUAL = 2, 4
GAPS = COPIED = 5


@dataclass(frozen=True)
class Week:
    """`count` is None where the archive has nothing: whether nothing was published or nothing read is not known."""

    start: date
    count: int | None


@dataclass(frozen=True)
class Gap:
    """The first and the last day without articles."""

    first: date
    last: date

    @property
    def weeks(self):
        return ((self.last - self.first).days + 1) // 7


@dataclass(frozen=True)
class Health:
    """`weeks` end with the last that has articles; `copies` of `articles`; pairs of a source and a number."""

    weeks: tuple
    gaps: tuple
    articles: int
    copies: int
    copied: tuple
    copied_by: tuple

    @property
    def share(self):
        """Of copies among the articles, in whole per cent; None where there are no articles."""
        return round(100 * self.copies / self.articles) if self.articles else None

    @property
    def most(self):
        return max((week.count for week in self.weeks if week.count), default=0)


def health(source, unit=Unit.ARTICLES):
    """The `Health` of a source, of what is public, the weeks in articles or stories: five queries."""
    counts = _weeks(source, unit)
    reports = Report.objects.shown().filter(article__source=source)
    # Whom nobody may read nobody is said to copy.
    copies = reports.filter(public("original__")).exclude(original__source=source)
    # From the source's own texts to those who carry them: few, where all copies of the archive may be many.
    own = Article.objects.published().filter(source=source)
    carried = Report.objects.shown().filter(original__in=own).exclude(article__source=source)
    copied = _by_source(copies, "original__source")
    return Health(
        weeks=tuple(_last_weeks(counts)),
        gaps=tuple(_gaps(sorted(counts))),
        articles=Article.objects.published().filter(source=source).count(),
        copies=sum(count for _source, count in copied),
        copied=tuple(copied[:COPIED]),
        copied_by=tuple(_by_source(carried, "article__source")[:COPIED]),
    )


def _weeks(source, unit):
    """The Monday of each week that has articles of a known day → how many."""
    dated = Article.objects.published().filter(
        source=source, published_precision__in=Article.Precision.at_least("day")
    )
    rows = dated.annotate(week=TruncWeek("published_at")).order_by().values_list("week")
    return {week.date(): count for week, count in rows.annotate(number=unit.counted())}


def _last_weeks(counts):
    if not counts:
        return
    last = max(counts)
    first = max(min(counts), last - (SHOWN_WEEKS - 1) * WEEK)
    first = min(first, last - (FEWEST_WEEKS - 1) * WEEK)
    for number in range((last - first) // WEEK + 1):
        start = first + number * WEEK
        yield Week(start, counts.get(start))


def _gaps(starts):
    """The longest stretches without articles, the newest first."""
    if len(starts) < 3:
        return []
    steps = [later - earlier for earlier, later in pairwise(starts)]
    least = max((GAP_WEEKS + 1) * WEEK, TIMES_USUAL * median(steps))
    found = [
        Gap(earlier + WEEK, later - timedelta(days=1))
        for earlier, later in pairwise(starts)
        if later - earlier >= least
    ]
    longest = sorted(found, key=lambda gap: gap.first - gap.last)[:GAPS]
    return sorted(longest, key=lambda gap: gap.first, reverse=True)


def _by_source(reports, path):
    rows = reports.order_by().values_list(F(path)).annotate(number=Count("article")).order_by("-number", path)
    counts = dict(rows)
    sources = Source.objects.in_bulk(counts)
    return [(sources[pk], count) for pk, count in counts.items()]
