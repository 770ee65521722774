"""Who held which office, and when."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Coalesce
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from articles.arabic.partial_date import meets

from .actor import Actor
from .evidence import Evidence
from .fields import PartialDateField
from .office import Office


class PositionQuerySet(models.QuerySet):
    def get_by_natural_key(self, actor_slug, office_slug, started):
        return self.get(actor__slug=actor_slug, office__slug=office_slug, started=started)


class Position(Evidence):
    class Gender(models.TextChoices):
        MASCULINE = "m", _("masculine")
        FEMININE = "f", _("feminine")

    actor = models.ForeignKey(Actor, models.CASCADE, related_name="positions", verbose_name=_("actor"))
    office = models.ForeignKey(Office, models.PROTECT, related_name="positions", verbose_name=_("office"))
    gender = models.CharField(_("holder's gender"), max_length=1, choices=Gender, default=Gender.MASCULINE)
    acting = models.BooleanField(_("acting"), default=False)
    started = PartialDateField(_("from"), null=True, blank=True)
    ended = PartialDateField(_("to"), null=True, blank=True)
    note = models.CharField(_("note"), max_length=300, blank=True)

    history = HistoricalRecords()
    objects = PositionQuerySet.as_manager()

    class Meta:
        verbose_name = _("position")
        verbose_name_plural = _("positions")
        ordering = ["-started", "pk"]
        constraints = [
            models.UniqueConstraint(
                "actor", "office", Coalesce("started", models.Value("")), name="position_once_per_start"
            ),
            models.CheckConstraint(
                condition=Q(started__isnull=True) | Q(ended__isnull=True) | Q(started__lte=models.F("ended")),
                name="position_starts_before_it_ends",
            ),
        ]

    def __str__(self):
        return f"{self.actor}: {self.title}"

    @property
    def title(self):
        """The office as its holder bears it: in Arabic in the holder's own gender."""
        feminine = self.office.title_ar_feminine if self.gender == self.Gender.FEMININE else ""
        return self.office.title_en if get_language() == "en" else feminine or self.office.title_ar

    def held_on(self, day):
        """Whether the office was held on a `datetime.date`; a bound known to the year reads widely."""
        return meets(self.started, self.ended, (day, day))

    def natural_key(self):
        return (self.actor.slug, self.office.slug, str(self.started) if self.started else None)

    natural_key.dependencies = ["articles.actor", "articles.office"]
