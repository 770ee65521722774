"""What of an article goes into the index. Haystack looks for this module by its name."""

import calendar

from django.db.models import Prefetch
from django.utils import timezone
from haystack import indexes

from articles.models import Actor, Article, Mention


class ArticleIndex(indexes.SearchIndex, indexes.Indexable):
    text = indexes.CharField(document=True, model_attr="text")
    title = indexes.CharField(model_attr="title")
    standfirst = indexes.CharField(model_attr="standfirst")
    body = indexes.CharField(model_attr="body")
    language = indexes.CharField(model_attr="language")
    source = indexes.CharField(model_attr="source__slug")
    kind = indexes.CharField(model_attr="source__kind")
    origin = indexes.CharField(model_attr="origin__slug", null=True)
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
        shown = Mention.objects.shown().select_related("actor")
        return (
            Article.objects.published()
            .select_related("source", "origin", "report")
            .prefetch_related(Prefetch("mentions", shown, to_attr="shown_mentions"))
        )

    def prepare_names(self, article):
        return sorted({mention.actor.name_ar for mention in article.shown_mentions})

    def prepare_actor(self, article):
        return slugs(article, {Actor.Kind.PERSON, Actor.Kind.ORGANISATION})

    def prepare_place(self, article):
        return slugs(article, {Actor.Kind.PLACE})

    def prepare_copies(self, article):
        """Whether its text is the ``"only"`` one, the ``"first"`` of several alike or a ``"copy"``."""
        original = self.prepare_original(article)
        if original is None:
            return "only"
        return "first" if original == str(article.pk) else "copy"

    def prepare_original(self, article):
        """The number of the article that was first to have its text, shared by all copies; None if there are none."""
        original = getattr(getattr(article, "report", None), "original_id", None)
        return original and str(original)

    def prepare_year(self, article):
        return stated(article, "%Y", "year")

    def prepare_month(self, article):
        return stated(article, "%Y-%m", "month")

    def prepare_day(self, article):
        return stated(article, "%Y-%m-%d", "day")

    def prepare_published(self, article):
        return local(article.published_at)

    def prepare_ends(self, article):
        first = local(article.published_at)
        return first and LAST[article.published_precision](first)


def slugs(article, kinds):
    return sorted({m.actor.slug for m in article.shown_mentions if m.actor.kind in kinds})


def local(moment):
    """On the archive's clock, without a zone: its days begin at the archive's midnight."""
    return moment and timezone.localtime(moment).replace(tzinfo=None)


def stated(article, pattern, precision):
    """The date in the given shape if it is known so finely: one dated «2019» is of no month."""
    known = article.published_precision in Article.Precision.at_least(precision)
    return local(article.published_at).strftime(pattern) if known else None


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
