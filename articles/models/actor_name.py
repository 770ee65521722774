"""The names under which an actor appears, beside the two canonical ones."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from .actor import Actor
from .evidence import Evidence
from .fields import PartialDateField


class ActorNameQuerySet(models.QuerySet):
    def get_by_natural_key(self, actor_slug, text):
        return self.get(actor__slug=actor_slug, text=text)


class ActorName(Evidence):
    class Script(models.TextChoices):
        ARABIC = "arab", _("Arabic script")
        LATIN = "latn", _("Latin script")

    class Kind(models.TextChoices):
        FULL = "full", _("full name")
        SHORT = "short", _("short name")
        NISBA = "nisba", _("nisba or laqab")
        TITLE = "title", _("title of address")
        ABBREVIATION = "abbreviation", _("abbreviation")
        MISSPELLING = "misspelling", _("known misspelling")

    actor = models.ForeignKey(Actor, models.CASCADE, related_name="names", verbose_name=_("actor"))
    text = models.CharField(_("name"), max_length=200)
    script = models.CharField(_("script"), max_length=4, choices=Script)
    kind = models.CharField(_("kind"), max_length=12, choices=Kind)
    valid_from = PartialDateField(_("from"), null=True, blank=True)
    valid_to = PartialDateField(_("to"), null=True, blank=True)

    history = HistoricalRecords()
    objects = ActorNameQuerySet.as_manager()

    class Meta:
        verbose_name = _("name")
        verbose_name_plural = _("names")
        ordering = ["actor", "script", "text"]
        constraints = [
            models.UniqueConstraint(fields=["actor", "text"], name="actor_name_once"),
            models.CheckConstraint(condition=~Q(text=""), name="actor_name_not_empty"),
            models.CheckConstraint(condition=Q(script__in=["arab", "latn"]), name="actor_name_script_known"),
        ]

    def __str__(self):
        return self.text

    def natural_key(self):
        return (self.actor.slug, self.text)

    natural_key.dependencies = ["articles.actor"]
