"""What one actor is to another, beside the offices that one holds."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from .actor import Actor
from .evidence import Evidence
from .fields import PartialDateField


class RelationQuerySet(models.QuerySet):
    def of(self, actor):
        """Those that an actor has to others and others to it, both named, in one query."""
        return self.filter(Q(actor=actor) | Q(other=actor)).select_related(
            "actor", "other", "evidence_article"
        )


class Relation(Evidence):
    """Read from `actor`: «صدام حفتر» is a relative of «خليفة حفتر»."""

    class Kind(models.TextChoices):
        RELATIVE = "relative", _("relative of")
        MEMBER = "member", _("member of")
        PART = "part", _("part of")
        SUCCESSOR = "successor", _("successor of")
        ALLY = "ally", _("ally of")
        RIVAL = "rival", _("rival of")

    actor = models.ForeignKey(Actor, models.CASCADE, related_name="relations", verbose_name=_("actor"))
    kind = models.CharField(_("relation"), max_length=12, choices=Kind)
    other = models.ForeignKey(
        Actor, models.CASCADE, related_name="relations_to", verbose_name=_("other actor")
    )
    started = PartialDateField(_("from"), null=True, blank=True)
    ended = PartialDateField(_("to"), null=True, blank=True)
    note = models.CharField(_("note"), max_length=300, blank=True)

    history = HistoricalRecords()
    objects = RelationQuerySet.as_manager()

    class Meta:
        verbose_name = _("relation")
        verbose_name_plural = _("relations")
        ordering = ["actor", "kind", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["actor", "kind", "other"], name="relation_once"),
            models.CheckConstraint(condition=~Q(actor=F("other")), name="relation_is_with_another"),
            models.CheckConstraint(
                condition=Q(kind__in=["relative", "member", "part", "successor", "ally", "rival"]),
                name="relation_kind_known",
            ),
        ]

    def __str__(self):
        return f"{self.actor} – {self.get_kind_display()} {self.other}"
