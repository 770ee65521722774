"""Articles whose place in the index is due to change, told in the transaction that changed them."""

from django.db import models
from django.dispatch import Signal
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

queued = Signal()


class OutboxQuerySet(models.QuerySet):
    def put(self, articles):
        """Queues articles, given by their numbers, for the index; whoever holds its lock after the commit takes them.

        To be called by whatever writes articles, mentions or names without saving each (`bulk_create`, `update`).
        """
        rows = self.bulk_create(
            [OutboxEntry(article=number) for number in sorted(set(articles))], batch_size=500
        )
        if rows:
            queued.send(OutboxEntry)
        return rows


class OutboxEntry(models.Model):
    """A number and no foreign key: what was deleted must leave the index too."""

    article = models.BigIntegerField(_("article"))
    queued_at = models.DateTimeField(_("queued"), default=timezone.now)

    objects = OutboxQuerySet.as_manager()

    class Meta:
        verbose_name = _("change awaiting the index")
        verbose_name_plural = _("changes awaiting the index")
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(condition=models.Q(article__gt=0), name="outbox_names_an_article")
        ]

    def __str__(self):
        return str(self.article)
