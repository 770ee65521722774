"""Those who act in the news: persons, organisations and places."""

from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Count, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from articles.arabic.alphabet import filed, index_letter

from .article import Article
from .counting import Unit
from .visibility import SHOWN_MENTIONS, public


class ActorQuerySet(models.QuerySet):
    def get_by_natural_key(self, slug):
        return self.get(slug=slug)

    def with_article_counts(self, unit=Unit.ARTICLES):
        """Annotates ``article_count``: published articles that name the actor, or their stories; none rejected."""
        mentions = self.model.mentions.field.model.objects.shown().filter(actor=OuterRef("pk"))
        # Few articles are hidden: leaving those out spares a look at each of the others.
        open_to_all = mentions.exclude(article__in=Article.objects.exclude(public()))
        counts = (
            open_to_all.order_by()
            .values("actor")
            .annotate(n=unit.counted("article", repeated=True))
            .values("n")
        )
        return self.annotate(article_count=Coalesce(Subquery(counts), 0))

    def most_named(self, since=None, unit=Unit.ARTICLES):
        """Those named in published articles, those of the most articles or stories first."""
        shown = Q(mentions__status__in=SHOWN_MENTIONS) & public("mentions__article__")
        if since:
            shown &= Q(mentions__article__published_at__gte=since)
        named = self.filter(shown).annotate(article_count=unit.counted("mentions__article", repeated=True))
        return named.order_by("-article_count", "name_ar")

    def filed(self):
        """Each one's letter and primary key, in the order of an index: ``[("ا", 12), ("ب", 4), ("ب", 9)]``."""
        names = self.order_by().values_list("pk", name_field())
        return [(index_letter(name), pk) for pk, name in sorted(names, key=lambda row: (filed(row[1]), row))]

    def kind_counts(self):
        """How many there are of each kind: ``{"person": 54, "place": 8}``."""
        return dict(self.order_by().values_list("kind").annotate(Count("pk")))


def name_field():
    return "name_en" if get_language() == "en" else "name_ar"


class Actor(models.Model):
    class Kind(models.TextChoices):
        PERSON = "person", _("person")
        ORGANISATION = "organisation", _("organisation")
        PLACE = "place", _("place")

    slug = models.SlugField(_("slug"), max_length=100, unique=True)
    kind = models.CharField(_("kind"), max_length=12, choices=Kind)
    name_ar = models.CharField(_("Arabic name"), max_length=200)
    name_en = models.CharField(_("English name"), max_length=200)
    description_ar = models.TextField(_("description in Arabic"), blank=True)
    description_en = models.TextField(_("description in English"), blank=True)
    wikidata_id = models.CharField(
        _("Wikidata identifier"),
        max_length=12,
        null=True,
        blank=True,
        unique=True,
        validators=[RegexValidator(r"^Q[1-9]\d*$", _("As Q1016."))],
    )

    history = HistoricalRecords()
    objects = ActorQuerySet.as_manager()

    class Meta:
        verbose_name = _("actor")
        verbose_name_plural = _("actors")
        ordering = ["name_ar"]
        constraints = [
            models.CheckConstraint(condition=~Q(name_ar="") & ~Q(name_en=""), name="actor_has_both_names"),
            models.CheckConstraint(
                condition=Q(kind__in=["person", "organisation", "place"]), name="actor_kind_known"
            ),
        ]

    def __str__(self):
        return self.name

    @property
    def name(self):
        """The name in the reader's language."""
        return getattr(self, name_field())

    @property
    def description(self):
        chosen = self.description_en if get_language() == "en" else self.description_ar
        return chosen or self.description_ar or self.description_en

    def natural_key(self):
        return (self.slug,)

    def get_absolute_url(self):
        return reverse("actor", args=[self.slug])
