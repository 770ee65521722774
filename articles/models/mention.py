"""Where an article names an actor or an office."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from .actor import Actor
from .article import Article
from .office import Office
from .visibility import SHOWN_MENTIONS


class MentionQuerySet(models.QuerySet):
    def shown(self):
        """What the public reads as fact."""
        return self.filter(status__in=SHOWN_MENTIONS, actor__isnull=False)


class Mention(models.Model):
    class Part(models.TextChoices):
        TITLE = "title", _("title")
        STANDFIRST = "standfirst", _("standfirst")
        BODY = "body", _("body")

    class Method(models.TextChoices):
        FULL_NAME = "full_name", _("full name")
        ALIAS = "alias", _("alias")
        SURNAME = "surname", _("surname, by context")
        RANK = "rank", _("rank")
        OFFICE = "office", _("office, by date")
        EDITOR = "editor", _("editor")

    class Status(models.TextChoices):
        SUGGESTED = "suggested", _("suggested")
        AUTOMATIC = "automatic", _("automatic")
        CONFIRMED = "confirmed", _("confirmed")
        REJECTED = "rejected", _("rejected")

    article = models.ForeignKey(Article, models.CASCADE, related_name="mentions", verbose_name=_("article"))
    actor = models.ForeignKey(
        Actor, models.CASCADE, null=True, blank=True, related_name="mentions", verbose_name=_("actor")
    )
    office = models.ForeignKey(
        Office, models.SET_NULL, null=True, blank=True, related_name="mentions", verbose_name=_("office")
    )
    part = models.CharField(_("part of the article"), max_length=10, choices=Part, default=Part.BODY)
    start = models.PositiveIntegerField(_("first character"), help_text=_("Counted from 0."))
    end = models.PositiveIntegerField(_("end"), help_text=_("The character after the last."))
    surface = models.CharField(_("text found"), max_length=300)
    rank = models.CharField(
        _("rank beside it"), max_length=60, blank=True, help_text=_("As «المشير» before a name.")
    )
    method = models.CharField(_("how found"), max_length=10, choices=Method, default=Method.EDITOR)
    confidence = models.FloatField(_("confidence"), default=1.0, help_text=_("From 0 to 1."))
    status = models.CharField(_("status"), max_length=10, choices=Status, default=Status.SUGGESTED)

    history = HistoricalRecords()
    objects = MentionQuerySet.as_manager()

    class Meta:
        verbose_name = _("mention")
        verbose_name_plural = _("mentions")
        ordering = ["article", "part", "start"]
        # The article stands in the index too, so that counting an actor's articles reads nothing else.
        indexes = [models.Index(fields=["actor", "status", "article"])]
        constraints = [
            models.CheckConstraint(condition=Q(end__gt=models.F("start")), name="mention_has_length"),
            models.CheckConstraint(
                condition=Q(confidence__gte=0, confidence__lte=1), name="mention_confidence_range"
            ),
            models.CheckConstraint(
                condition=Q(actor__isnull=False) | Q(office__isnull=False), name="mention_means_something"
            ),
            models.CheckConstraint(
                condition=Q(status__in=["suggested", "automatic", "confirmed", "rejected"]),
                name="mention_status_known",
            ),
            models.UniqueConstraint(
                "article",
                "part",
                "start",
                "end",
                Coalesce("actor", models.Value(0, output_field=models.BigIntegerField())),
                Coalesce("office", models.Value(0, output_field=models.BigIntegerField())),
                name="mention_once_per_place",
            ),
        ]

    def __str__(self):
        return self.surface
