"""What came and was not kept as an article, with the reason, so that nothing goes to nowhere."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .batch import Batch
from .source import Source


class Refused(models.Model):
    """A file, a line or an address that gave no article."""

    place = models.CharField(_("file or address"), max_length=1000, help_text=_("Address, or file and line."))
    reason = models.CharField(_("reason"), max_length=300)
    excerpt = models.TextField(_("as it came"), blank=True)
    source = models.ForeignKey(
        Source, models.SET_NULL, null=True, blank=True, related_name="refused", verbose_name=_("source")
    )
    batch = models.ForeignKey(
        Batch, models.CASCADE, null=True, blank=True, related_name="refused", verbose_name=_("import")
    )
    refused_at = models.DateTimeField(_("refused"), default=timezone.now)

    class Meta:
        verbose_name = _("refused item")
        verbose_name_plural = _("refused items")
        ordering = ["-refused_at", "-pk"]
        constraints = [models.CheckConstraint(condition=~models.Q(reason=""), name="refused_with_reason")]

    def __str__(self):
        return f"{self.place}: {self.reason}"
