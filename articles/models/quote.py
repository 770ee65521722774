"""What an actor is reported to have said."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from .actor import Actor
from .article import Article
from .visibility import public


class QuoteQuerySet(models.QuerySet):
    def shown(self):
        """Those of public articles that no editor has rejected; what is only suggested says so on the page."""
        return self.filter(public("article__")).exclude(status=Quote.Status.REJECTED)


class Quote(models.Model):
    class Status(models.TextChoices):
        SUGGESTED = "suggested", _("suggested")
        CONFIRMED = "confirmed", _("confirmed")
        REJECTED = "rejected", _("rejected")

    article = models.ForeignKey(Article, models.CASCADE, related_name="quotes", verbose_name=_("article"))
    actor = models.ForeignKey(Actor, models.CASCADE, related_name="quotes", verbose_name=_("speaker"))
    start = models.PositiveIntegerField(_("first character"), help_text=_("Counted from 0 in the body."))
    sentence = models.TextField(_("sentence"))
    speech_start = models.PositiveIntegerField(
        _("speech begins"), help_text=_("Counted from 0 in the sentence.")
    )
    speech_end = models.PositiveIntegerField(_("speech ends"))
    direct = models.BooleanField(_("in the speaker's own words"), default=False)
    verb = models.CharField(_("verb"), max_length=40, blank=True)
    status = models.CharField(_("status"), max_length=10, choices=Status, default=Status.SUGGESTED)

    history = HistoricalRecords()
    objects = QuoteQuerySet.as_manager()

    class Meta:
        verbose_name = _("quote")
        verbose_name_plural = _("quotes")
        ordering = ["article", "start"]
        indexes = [models.Index(fields=["actor", "status"])]
        constraints = [
            models.CheckConstraint(
                condition=Q(speech_end__gt=F("speech_start")), name="quote_says_something"
            ),
            models.CheckConstraint(
                condition=Q(status__in=["suggested", "confirmed", "rejected"]), name="quote_status_known"
            ),
            models.UniqueConstraint(
                fields=["article", "start", "actor", "speech_start"], name="quote_once_per_speech"
            ),
        ]

    def __str__(self):
        return self.sentence[:80]

    @property
    def speech(self):
        """What was said, apart from who said it."""
        return self.sentence[self.speech_start : self.speech_end]

    @property
    def end(self):
        return self.start + len(self.sentence)
