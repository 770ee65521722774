"""What of an article goes into the index. Haystack looks for this module by its name."""

import calendar
from collections import defaultdict

from django.utils import timezone
from haystack import indexes
from haystack.constants import DJANGO_CT, DJANGO_ID, ID
from haystack.utils import get_model_ct

from articles.models import Actor, Article, Mention

# What is read of an article, and of what belongs to it.
ROW = (
    *("pk", "title", "standfirst", "body", "language", "published_at", "published_precision"),
    *("source__slug", "source__kind", "origin__slug", "report__original"),
)
ACTORS = {Actor.Kind.PERSON, Actor.Kind.ORGANISATION}
PLACES = {Actor.Kind.PLACE}


class ArticleIndex(indexes.SearchIndex, indexes.Indexable):
    text = indexes.CharField(document=True)
    title = indexes.CharField()
    standfirst = indexes.CharField()
    body = indexes.CharField()
    language = indexes.CharField()
    source = indexes.CharField()
    kind = indexes.CharField()
    origin = indexes.CharField(null=True)
    names = indexes.MultiValueField()
    actor = indexes.MultiValueField()
    place = indexes.MultiValueField()
    year = indexes.CharField(null=True)
    month = indexes.CharField(null=True)
    day = indexes.CharField(null=True)
    copies = indexes.CharField()
    original = indexes.CharField(null=True)
    published = indexes.DateTimeField(null=True)
    ends = indexes.DateTimeField(null=True)

    def get_model(self):
        return Article

    def index_queryset(self, using=None):
        return Article.objects.published()

    def prepared(self, numbers):
        """In the place of `full_prepare`, which sees one article at a time: of all the published among these numbers.

        Two queries, however many they are.
        """
        named = _named(numbers)
        rows = self.index_queryset().filter(pk__in=numbers).order_by("pk").values(*ROW)
        return [_prepared(row, named[row["pk"]]) for row in rows]


def _named(numbers):
    """{number: {(slug, kind, name), …}} of the actors that readers see named in each article."""
    named = defaultdict(set)
    mentions = Mention.objects.shown().filter(article__in=numbers)
    for number, *actor in mentions.values_list("article", "actor__slug", "actor__kind", "actor__name_ar"):
        named[number].add(tuple(actor))
    return named


def _prepared(row, named):
    article = get_model_ct(Article)
    values = {
        ID: f"{article}.{row['pk']}",
        DJANGO_CT: article,
        DJANGO_ID: str(row["pk"]),
        **{name: row[name] for name in ("title", "standfirst", "body", "language")},
        "source": row["source__slug"],
        "kind": row["source__kind"],
        "origin": row["origin__slug"],
        "names": sorted({name for _, _, name in named}),
        "actor": sorted(slug for slug, kind, _ in named if kind in ACTORS),
        "place": sorted(slug for slug, kind, _ in named if kind in PLACES),
        **_copies(row["pk"], row["report__original"]),
        **_dates(_local(row["published_at"]), row["published_precision"]),
    }
    return {name: value for name, value in values.items() if value is not None}


def _copies(number, original):
    """Whether its text is the ``"only"`` one, the ``"first"`` of several alike or a ``"copy"``, and of which."""
    if original is None:
        return {"copies": "only"}
    return {"copies": "first" if original == number else "copy", "original": str(original)}


def _local(moment):
    """On the archive's clock, without a zone: its days begin at the archive's midnight."""
    return moment and timezone.localtime(moment).replace(tzinfo=None)


def _dates(first, precision):
    """The stated date as far as it is known, one dated «2019» being of no month; its first and last moment."""
    if first is None:
        return {}
    written = first.isoformat()
    stated = {unit: written[:length] for unit, length in LENGTHS.items() if unit in KNOWN[precision]}
    return stated | {"published": first, "ends": LAST[precision](first)}


# How much of 2024-02-14T18:05 tells the unit, and which units are known of a date.
LENGTHS = {"year": 4, "month": 7, "day": 10}
KNOWN = {
    precision: {unit for unit in LENGTHS if precision in Article.Precision.at_least(unit)}
    for precision in Article.Precision
}


def end_of_day(first):
    return first.replace(hour=23, minute=59, second=59, microsecond=0)


def end_of_month(first):
    return end_of_day(first.replace(day=calendar.monthrange(first.year, first.month)[1]))


LAST = {
    Article.Precision.MINUTE: lambda first: first,
    Article.Precision.DAY: end_of_day,
    Article.Precision.MONTH: end_of_month,
    Article.Precision.YEAR: lambda first: end_of_month(first.replace(month=12)),
}
