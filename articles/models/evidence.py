"""What a statement about an actor rests on."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Evidence(models.Model):
    """The article or address that says so, and how sure an editor is; inherited by each such statement."""

    class Confidence(models.TextChoices):
        LOW = "low", _("low")
        MEDIUM = "medium", _("medium")
        HIGH = "high", _("high")

    evidence_article = models.ForeignKey(
        "articles.Article",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="%(class)s_evidence",
        verbose_name=_("article that says so"),
    )
    evidence_url = models.URLField(_("address that says so"), max_length=1000, blank=True)
    confidence = models.CharField(_("confidence"), max_length=6, choices=Confidence, blank=True)

    class Meta:
        abstract = True
