"""The texts that one address has carried, one after the other."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .article import Article
from .capture import Capture
from .fields import TextDigestField, text_digest

TEXT = ("title", "standfirst", "body")


class VersionQuerySet(models.QuerySet):
    def in_time(self):
        """By the time of capture: a web archive may bring an earlier text later."""
        return self.order_by("captured_at", "number")


class Version(models.Model):
    """The text as captured, which an editor's later change of the article leaves as it is.

    There are none for an article whose text has been the same at each capture.
    """

    article = models.ForeignKey(Article, models.CASCADE, related_name="versions", verbose_name=_("article"))
    capture = models.ForeignKey(
        Capture, models.SET_NULL, null=True, blank=True, related_name="versions", verbose_name=_("capture")
    )
    number = models.PositiveIntegerField(_("number"))
    title = models.CharField(_("title"), max_length=300)
    standfirst = models.TextField(_("standfirst"), blank=True)
    body = models.TextField(_("body"))
    captured_at = models.DateTimeField(_("captured"))
    text_sha256 = TextDigestField(_("SHA-256 of the text"), of=TEXT)

    objects = VersionQuerySet.as_manager()

    class Meta:
        verbose_name = _("version")
        verbose_name_plural = _("versions")
        ordering = ["article", "number"]
        indexes = [
            models.Index(
                fields=["-captured_at", "-id"],
                condition=models.Q(number__gt=1),
                name="version_changed_newest",
            )
        ]
        constraints = [
            models.UniqueConstraint(fields=["article", "number"], name="version_numbered_once"),
            models.CheckConstraint(condition=models.Q(number__gt=0), name="version_number_from_one"),
        ]

    def __str__(self):
        return f"{self.article} ({self.number})"

    @classmethod
    def first_of(cls, article):
        """Version 1 of an article that has none yet, not saved: the text that came first, at its first capture."""
        created = article.history.order_by("history_date", "history_id").first() or article
        capture = article.captures.order_by("captured_at", "pk").first()
        at = (capture and capture.captured_at) or article.captured_at or article.added_at or timezone.now()
        version = cls(article=article, capture=capture, number=1, captured_at=at)
        for name in TEXT:
            setattr(version, name, getattr(created, name))
        version.text_sha256 = text_digest(getattr(version, name) for name in TEXT)
        return version

    def text_is_intact(self):
        return text_digest((self.title, self.standfirst, self.body)) == self.text_sha256
