"""What was received, byte for byte, and from where; the article is what was read out of it."""

from django.core.validators import RegexValidator
from django.db import connection, models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from . import blobs
from .article import Article
from .batch import Batch

DIGEST = RegexValidator(r"^[0-9a-f]{64}$", _("A SHA-256 in hexadecimal."))


class CaptureQuerySet(models.QuerySet):
    """Bytes lie beside the database: who keeps them and who clears them away meet at a lock of this table.

    On SQLite a transaction of the archive's is alone from its beginning, and needs no other lock.
    """

    def of_addresses(self, urls):
        """Those of articles, the oldest first; said as the index has it, which knows no rows without an address."""
        found = self.filter(url__in=urls, article__isnull=False).exclude(url="")
        return found.order_by("captured_at", "pk")

    def hold_bytes(self):
        """To be called before `blobs.put`, in the transaction that makes the capture: until then none are cleared."""
        self._lock("ROW EXCLUSIVE")

    @transaction.atomic
    def clear_bytes(self, digests):
        """Removes the bytes under these digests that no capture has."""
        self._lock("SHARE ROW EXCLUSIVE")
        kept = self.filter(sha256__in=digests).values_list("sha256", flat=True)
        for digest in set(digests) - set(kept):
            blobs.remove(digest)

    def _lock(self, mode):
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute(
                    f"LOCK TABLE {connection.ops.quote_name(self.model._meta.db_table)} IN {mode} MODE"
                )


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

    objects = CaptureQuerySet.as_manager()

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
