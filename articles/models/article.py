"""The texts themselves."""

from django.db import models
from django.db.models import Q, Value
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from articles.arabic.partial_date import PartialDate

from .counting import Unit
from .fields import TextDigestField, new_code, text_digest
from .moments import DAY, midnight, span
from .source import Source
from .visibility import public


class ArticleQuerySet(models.QuerySet):
    def get_by_natural_key(self, code):
        return self.get(code=code)

    def published(self):
        """What the public may see. Views, feeds, sitemap, index and API all start here."""
        return self.filter(public())

    def withdrawn(self):
        return self.filter(status=Article.Status.WITHDRAWN)

    def of_addresses(self, urls):
        """Said as the index has it, which knows no articles without an address."""
        return self.filter(url__in=urls).exclude(url="")

    def same_as(self, url, digest):
        """Those of this address, or of the text with this SHA-256."""
        same = Q(text_sha256=digest)
        return self.filter(same | (Q(url=url) & ~Q(url="")) if url else same)

    def newest(self):
        """By publication, the undated last, ties by arrival."""
        return self.order_by(models.F("published_at").desc(nulls_last=True), "-pk")

    def naming(self, actor):
        """Those in which the actor is shown as named."""
        return self.filter(pk__in=actor.mentions.shown().values("article"))

    def span(self):
        """The days of the earliest and the latest publication, as ``first`` and ``last``; None where undated."""
        dated = self.filter(published_at__isnull=False)
        # One after the other, since only a lone minimum or maximum is read off the index.
        first = dated.aggregate(at=models.Min("published_at"))["at"]
        last = dated.aggregate(at=models.Max("published_at"))["at"]
        return {"first": _day(first), "last": _day(last)}

    def undated(self):
        return self.filter(published_at__isnull=True)

    def counts_of(self, periods, unit=Unit.ARTICLES):
        """How many there are of each `PartialDate`, in one query: ``{PartialDate(2019): 12}``.

        One count after the other: each goes through its own stretch of the index and no further.
        """
        counts = [
            self.order_by()
            .filter(within(period))
            .values(period=Value(str(period)))
            .annotate(n=unit.counted())
            for period in periods
        ]
        found = dict(counts[0].union(*counts[1:], all=True).values_list("period", "n")) if counts else {}
        return {period: found.get(str(period), 0) for period in periods}

    def neighbours(self, period):
        """The nearest earlier and later periods that have articles, as fine as the `PartialDate` given."""
        known = self.filter(published_precision__in=Article.Precision.at_least(period.precision))
        before = known.filter(published_at__lt=midnight(period.earliest())).aggregate(
            at=models.Max("published_at")
        )
        after = known.filter(published_at__gte=midnight(period.latest() + DAY)).aggregate(
            at=models.Min("published_at")
        )
        return tuple(
            _day(found["at"]) and PartialDate.of(_day(found["at"]), period.precision)
            for found in (before, after)
        )

    def of_period(self, year, month=None, day=None):
        """Those whose stated date lies in the period: one dated «2019» is of 2019, of none of its months."""
        return self.filter(within(PartialDate(year, month, day)))


def within(period):
    """The condition that the stated date is known to lie in a `PartialDate`."""
    # Whatever has a date is known to the year at least.
    fine_enough = Q(published_precision__in=Article.Precision.at_least(period.precision))
    return span(period) if period.precision == "year" else span(period) & fine_enough


def _day(moment):
    return timezone.localtime(moment).date() if moment else None


class Article(models.Model):
    class Status(models.TextChoices):
        DRAFT = "draft", _("draft")
        REVIEW = "review", _("in review")
        PUBLISHED = "published", _("published")
        WITHDRAWN = "withdrawn", _("withdrawn")

    class Precision(models.TextChoices):
        MINUTE = "minute", _("to the minute")
        DAY = "day", _("to the day")
        MONTH = "month", _("to the month")
        YEAR = "year", _("to the year")
        UNKNOWN = "unknown", _("unknown")

        @classmethod
        def at_least(cls, precision):
            """The precisions as fine as this one or finer: ``"month"`` → minute, day, month."""
            return cls.values[: cls.values.index(precision) + 1]

    class Language(models.TextChoices):
        ARABIC = "ar", _("Arabic")
        ENGLISH = "en", _("English")
        FRENCH = "fr", _("French")
        ITALIAN = "it", _("Italian")

    code = models.CharField(_("permanent code"), max_length=12, unique=True, default=new_code, editable=False)
    title = models.CharField(_("title"), max_length=300)
    title_is_suggested = models.BooleanField(
        _("title is a suggestion"),
        default=False,
        help_text=_("The page had no headline; this one was taken from its text and waits for an editor."),
    )
    standfirst = models.TextField(_("standfirst"), blank=True)
    body = models.TextField(
        _("body"),
        help_text=_("A blank line parts paragraphs; ## opens a subheading, - a list item, > a pull quote."),
    )
    language = models.CharField(_("language"), max_length=2, choices=Language, default=Language.ARABIC)
    source = models.ForeignKey(
        Source,
        models.PROTECT,
        related_name="articles",
        verbose_name=_("source"),
        help_text=_("Where it was read."),
    )
    origin = models.ForeignKey(
        Source,
        models.PROTECT,
        related_name="credited_articles",
        null=True,
        blank=True,
        verbose_name=_("origin"),
        help_text=_("Whom it credits, if another source."),
    )
    byline = models.CharField(_("byline"), max_length=160, blank=True)
    dateline = models.CharField(_("dateline place"), max_length=120, blank=True)
    published_at = models.DateTimeField(_("publication date"), null=True, blank=True)
    published_precision = models.CharField(
        _("precision of the date"), max_length=8, choices=Precision, default=Precision.UNKNOWN
    )
    url = models.URLField(_("original address"), max_length=1000, blank=True)
    captured_at = models.DateTimeField(_("captured"), null=True, blank=True)
    added_at = models.DateTimeField(_("added"), default=timezone.now, editable=False)
    status = models.CharField(_("status"), max_length=10, choices=Status, default=Status.DRAFT)
    withdrawal_reason = models.CharField(_("reason for withdrawal"), max_length=300, blank=True)
    text_sha256 = TextDigestField(_("SHA-256 of the text"), of=("title", "standfirst", "body"))
    is_sample = models.BooleanField(_("sample"), default=False, editable=False)

    history = HistoricalRecords()
    objects = ArticleQuerySet.as_manager()

    class Meta:
        verbose_name = _("article")
        verbose_name_plural = _("articles")
        ordering = ["-added_at", "-pk"]
        permissions = [("publish_article", _("Can publish and withdraw articles"))]
        indexes = [
            models.Index(fields=["status", "-published_at"]),
            models.Index(fields=["status", "-added_at", "-id"]),
            models.Index(fields=["source", "status", "-published_at"]),
            models.Index(fields=["origin", "status"]),
            models.Index(fields=["text_sha256"]),
            models.Index(fields=["url"], condition=~Q(url=""), name="article_by_url"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(published_at__isnull=True, published_precision="unknown")
                | Q(published_at__isnull=False, published_precision__in=["minute", "day", "month", "year"]),
                name="article_date_and_precision_agree",
            ),
            models.CheckConstraint(
                condition=Q(status__in=["draft", "review", "published", "withdrawn"]),
                name="article_status_known",
            ),
            models.CheckConstraint(
                condition=~Q(status="withdrawn") | ~Q(withdrawal_reason=""),
                name="article_withdrawn_with_reason",
            ),
            models.CheckConstraint(
                condition=Q(origin__isnull=True) | ~Q(origin=models.F("source")),
                name="article_origin_is_another",
            ),
            models.CheckConstraint(
                condition=~Q(status="published") | (~Q(title="") & ~Q(body="")),
                name="article_published_has_text",
            ),
        ]

    def __str__(self):
        return self.title

    def natural_key(self):
        return (self.code,)

    natural_key.dependencies = ["articles.source"]

    def get_absolute_url(self):
        return reverse("article", args=[self.code])

    def days(self):
        """The first and last `datetime.date` that the publication date may mean; None when it is unknown."""
        # A row that was just made may still hold the text it was given.
        moment = self._meta.get_field("published_at").to_python(self.published_at)
        if moment is None:
            return None
        day = timezone.localtime(moment).date()
        kept = {"year": (day.year,), "month": (day.year, day.month)}.get(self.published_precision)
        stated = PartialDate(*kept) if kept else PartialDate(day.year, day.month, day.day)
        return stated.earliest(), stated.latest()

    @property
    def date(self):
        """The day, month or year of publication, no finer than is known; None when nothing is."""
        if self.published_at is None:
            return None
        precision = "day" if self.published_precision == self.Precision.MINUTE else self.published_precision
        return PartialDate.of(timezone.localtime(self.published_at), precision)

    @property
    def text(self):
        """The text whose SHA-256 is `text_sha256`."""
        return "\n\n".join((self.title, self.standfirst, self.body))

    def text_is_intact(self):
        return text_digest((self.title, self.standfirst, self.body)) == self.text_sha256
