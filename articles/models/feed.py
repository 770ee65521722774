"""Where new articles of a source are announced, and when to look next."""

import datetime

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .article import Article
from .source import Source

LONGEST_PAUSE = datetime.timedelta(days=7)


class FeedQuerySet(models.QuerySet):
    def due(self, now=None):
        """Active feeds whose time has come, the longest waiting first."""
        return self.filter(is_active=True, next_at__lte=now or timezone.now()).order_by("next_at", "pk")

    def take(self, source, found):
        """Adds feeds of a source, given as pairs of kind and address; returns those that were not there."""
        there = set(self.filter(url__in=[url for _kind, url in found]).values_list("url", flat=True))
        new = {url: self.model(source=source, kind=kind, url=url) for kind, url in found if url not in there}
        return self.bulk_create(new.values())


class Feed(models.Model):
    """An RSS or Atom feed or a sitemap, with its own schedule."""

    class Kind(models.TextChoices):
        FEED = "feed", _("RSS or Atom feed")
        SITEMAP = "sitemap", _("news sitemap")

    source = models.ForeignKey(Source, models.CASCADE, related_name="feeds", verbose_name=_("source"))
    url = models.URLField(_("address"), max_length=1000, unique=True)
    kind = models.CharField(_("kind"), max_length=8, choices=Kind, default=Kind.FEED)
    every_minutes = models.PositiveIntegerField(_("minutes between two looks"), default=30)
    status = models.CharField(
        _("status of what comes"), max_length=10, choices=Article.Status, default=Article.Status.REVIEW
    )
    is_active = models.BooleanField(_("active"), default=True)
    etag = models.CharField(max_length=300, blank=True, editable=False)
    last_modified = models.CharField(max_length=100, blank=True, editable=False)
    next_at = models.DateTimeField(_("next look"), default=timezone.now, editable=False)
    polled_at = models.DateTimeField(_("last look"), null=True, blank=True, editable=False)
    failures = models.PositiveIntegerField(_("failures in a row"), default=0, editable=False)
    last_error = models.CharField(_("last error"), max_length=300, blank=True, editable=False)

    objects = FeedQuerySet.as_manager()

    class Meta:
        verbose_name = _("feed")
        verbose_name_plural = _("feeds")
        ordering = ["source__name_ar", "url"]
        constraints = [
            models.CheckConstraint(condition=models.Q(kind__in=["feed", "sitemap"]), name="feed_kind_known"),
            models.CheckConstraint(condition=models.Q(every_minutes__gt=0), name="feed_interval_positive"),
        ]

    def __str__(self):
        return self.url

    def pause(self):
        """How long to wait now: the schedule, doubled for each failure in a row, at most a week."""
        return min(
            datetime.timedelta(minutes=self.every_minutes) * 2 ** min(self.failures, 20), LONGEST_PAUSE
        )
