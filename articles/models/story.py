"""One event as several outlets report it, and each article's place among such reports."""

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .article import Article
from .fields import new_code
from .visibility import public


class StoryQuerySet(models.QuerySet):
    def told(self):
        """Those of which the public may read at least one report."""
        return self.filter(models.Exists(Report.objects.shown().filter(story=models.OuterRef("pk"))))


class Story(models.Model):
    """A group of reports; an article that no other tells of belongs to none."""

    code = models.CharField(_("permanent code"), max_length=12, unique=True, default=new_code, editable=False)
    made_at = models.DateTimeField(_("grouped"), default=timezone.now, editable=False)
    locked = models.BooleanField(
        _("locked"), default=False, help_text=_("Only editors add reports to it or take reports out.")
    )

    objects = StoryQuerySet.as_manager()

    class Meta:
        verbose_name = _("story")
        verbose_name_plural = _("stories")
        ordering = ["-made_at", "-pk"]

    def __str__(self):
        return self.code

    def get_absolute_url(self):
        return reverse("story", args=[self.code])

    def articles(self):
        """Its public articles in the order of their publication, those whose day is unknown last."""
        known = models.When(published_precision__in=Article.Precision.at_least("day"), then=0)
        return (
            Article.objects.published()
            .filter(report__story=self)
            .select_related("source", "origin", "report")
            .order_by(
                models.Case(known, default=1),
                models.F("published_at").asc(nulls_last=True),
                "added_at",
                "pk",
            )
        )


class FormerStoryQuerySet(models.QuerySet):
    def keep(self, articles):
        """Remember the codes of stories that go, each by one article that it held: ``{"k2m4x7": 31}``, or None."""
        return self.bulk_create(
            [FormerStory(code=code, article_id=article) for code, article in articles.items()], batch_size=500
        )


class FormerStory(models.Model):
    """The address of a story that was joined to another or emptied: it leads to where this article is told now."""

    code = models.CharField(_("permanent code"), max_length=12, unique=True)
    article = models.ForeignKey(
        Article,
        models.SET_NULL,
        null=True,
        related_name="former_stories",
        verbose_name=_("article"),
        help_text=_("One that it held; none if nothing that it held is left."),
    )

    objects = FormerStoryQuerySet.as_manager()

    class Meta:
        verbose_name = _("former story")
        verbose_name_plural = _("former stories")

    def __str__(self):
        return self.code

    @property
    def became(self):
        """The `Story` that tells its article now, or the `Article` alone; None if the public may read neither."""
        article = Article.objects.published().filter(pk=self.article_id).first()
        story = article and Story.objects.told().filter(reports__article=article).first()
        return story or article


class ReportQuerySet(models.QuerySet):
    def shown(self):
        """Those whose article is public."""
        return self.filter(public("article__"))


class Report(models.Model):
    """An article among its likes: the story it tells, the text that it is a copy of.

    What editors change in it stands in the journal of their acts.
    """

    article = models.OneToOneField(
        Article, models.CASCADE, primary_key=True, related_name="report", verbose_name=_("article")
    )
    story = models.ForeignKey(
        Story, models.SET_NULL, null=True, blank=True, related_name="reports", verbose_name=_("story")
    )
    original = models.ForeignKey(
        Article,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="copies",
        verbose_name=_("first published as"),
        help_text=_("The earliest text of those that are alike; that text names itself."),
    )
    held = models.BooleanField(
        _("placed by an editor"), default=False, help_text=_("The machine does not move it.")
    )
    day = models.PositiveIntegerField(
        _("day"), default=0, help_text=_("Counted from the year 1; 0 when unknown.")
    )
    stamp = models.BigIntegerField(
        _("stamp"), default=0, help_text=_("Changes with the text, the day and the source.")
    )
    terms = models.BinaryField(_("telling words"), help_text=_("Number and weight of each stem, packed."))

    objects = ReportQuerySet.as_manager()

    class Meta:
        verbose_name = _("report")
        verbose_name_plural = _("reports")
        indexes = [models.Index(fields=["day"])]
        constraints = [models.CheckConstraint(condition=Q(day__lt=4_000_000), name="report_day_is_a_day")]

    def __str__(self):
        return str(self.article)


class Trace(models.Model):
    """A number under which articles alike are looked up: below zero one of a text's sketch, else a telling word's."""

    pk = models.CompositePrimaryKey("key", "day", "article")
    key = models.BigIntegerField(_("key"))
    day = models.PositiveIntegerField(_("day"), help_text=_("0 for sketches, which know no time."))
    article = models.ForeignKey(Article, models.CASCADE, related_name="traces", verbose_name=_("article"))

    class Meta:
        verbose_name = _("trace")
        verbose_name_plural = _("traces")

    def __str__(self):
        return f"{self.key} {self.day}"


class TermCount(models.Model):
    """In how many articles a stem stands; that of number 0 counts the articles themselves."""

    term = models.BigIntegerField(_("stem's number"), primary_key=True)
    articles = models.PositiveIntegerField(_("articles"))

    class Meta:
        verbose_name = _("frequency of a word")
        verbose_name_plural = _("frequencies of words")

    def __str__(self):
        return f"{self.term}: {self.articles}"
