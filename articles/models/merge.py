"""One actor or source that turned out to be another: where its address leads now."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from .act import Act
from .actor import Actor
from .source import Source


class MergeQuerySet(models.QuerySet):
    def now_at(self, model, slug):
        """The actor or source that an address of a merged one leads to; None if it never was one.

        >>> Merge.objects.now_at(Actor, "khalifa-hiftar")
        """
        noun = model._meta.model_name
        merges = self.filter(old_slug=slug, act__undone_at=None, **{f"{noun}__isnull": False})
        found = merges.select_related(noun).first()
        return found and getattr(found, noun)

    def leading(self, model, slugs):
        """Where those of the slugs lead that are former ones: ``{"khalifa-hiftar": "khalifa-haftar"}``."""
        noun = model._meta.model_name
        merges = self.filter(old_slug__in=slugs, act__undone_at=None, **{f"{noun}__isnull": False})
        return dict(merges.order_by("pk").values_list("old_slug", f"{noun}__slug"))


class Merge(models.Model):
    """Holds as long as its act stands. When what was kept is merged in turn, this follows it there."""

    act = models.OneToOneField(Act, models.CASCADE, related_name="merge", verbose_name=_("act"))
    old_slug = models.SlugField(_("former address"), max_length=100)
    actor = models.ForeignKey(
        Actor, models.CASCADE, null=True, blank=True, related_name="merges", verbose_name=_("actor")
    )
    source = models.ForeignKey(
        Source, models.CASCADE, null=True, blank=True, related_name="merges", verbose_name=_("source")
    )

    objects = MergeQuerySet.as_manager()

    class Meta:
        verbose_name = _("merge")
        verbose_name_plural = _("merges")
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(actor__isnull=True) ^ Q(source__isnull=True), name="merge_is_of_one_kind"
            )
        ]

    def __str__(self):
        return f"{self.old_slug} → {self.actor or self.source}"
