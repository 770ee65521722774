"""What was received, byte for byte, and from where; the article is what was read out of it."""

from django.core.validators import RegexValidator
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from . import blobs
from .article import Article
from .batch import Batch

DIGEST = RegexValidator(r"^[0-9a-f]{64}$", _("A SHA-256 in hexadecimal."))


class Capture(models.Model):
    """One reception of one text: its bytes are in `blobs` under `sha256`, shared by rows of one file."""

    article = models.ForeignKey(
        Article,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="captures",
        verbose_name=_("article"),
    )
    batch = models.ForeignKey(
        Batch, models.SET_NULL, null=True, blank=True, related_name="captures", verbose_name=_("import")
    )
    url = models.URLField(_("address"), max_length=1000, blank=True)
    place = models.CharField(
        _("file or address"), max_length=300, blank=True, help_text=_("File and line that it was read from.")
    )
    sha256 = models.CharField(_("SHA-256 of the bytes"), max_length=64, validators=[DIGEST])
    text_sha256 = models.CharField(_("SHA-256 of the text read"), max_length=64, validators=[DIGEST])
    size = models.PositiveBigIntegerField(_("size in bytes"))
    media_type = models.CharField(_("media type"), max_length=100, blank=True)
    encoding = models.CharField(_("encoding"), max_length=80, blank=True)
    http_status = models.PositiveSmallIntegerField(_("HTTP status"), null=True, blank=True)
    headers = models.JSONField(_("headers"), default=list, blank=True)
    captured_at = models.DateTimeField(_("captured"), default=timezone.now)
    tool = models.CharField(_("read by"), max_length=80)

    class Meta:
        verbose_name = _("capture")
        verbose_name_plural = _("captures")
        ordering = ["-captured_at", "-pk"]
        indexes = [
            models.Index(fields=["sha256"]),
            models.Index(fields=["text_sha256"]),
            models.Index(fields=["url", "captured_at"], condition=~models.Q(url=""), name="capture_by_url"),
        ]
        constraints = [
            models.CheckConstraint(condition=~models.Q(sha256=""), name="capture_has_digest"),
            models.CheckConstraint(condition=~models.Q(text_sha256=""), name="capture_has_text_digest"),
        ]

    def __str__(self):
        return self.url or self.place

    def content(self):
        """The bytes as they came."""
        return b"".join(blobs.chunks(self.sha256))
