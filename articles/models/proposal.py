"""Persons and bodies whom the articles name and the register does not know."""

from django.db import models
from django.db.models import Count, Max
from django.utils.translation import gettext_lazy as _

from .article import Article
from .mention import Mention


class ProposalQuerySet(models.QuerySet):
    def waiting(self):
        """Those that no editor has dismissed."""
        return self.exclude(key__in=DismissedName.objects.values("key"))

    def by_name(self):
        """One row a name, those in most articles first: dicts of ``key``, ``name``, ``title``, ``articles``."""
        rows = self.order_by().values("key")
        counted = rows.annotate(
            name=Max("surface"), title=Max("title"), articles=Count("article", distinct=True)
        )
        return counted.order_by("-articles", "key")


class Proposal(models.Model):
    """One place where such a person is named; its start and end are as a mention's."""

    article = models.ForeignKey(Article, models.CASCADE, related_name="proposals", verbose_name=_("article"))
    part = models.CharField(_("part of the article"), max_length=10, choices=Mention.Part)
    start = models.PositiveIntegerField(_("first character"))
    end = models.PositiveIntegerField(_("end"))
    surface = models.CharField(_("text found"), max_length=200)
    key = models.CharField(_("folded name"), max_length=200, db_index=True)
    title = models.CharField(_("rank or office beside it"), max_length=200, blank=True)

    objects = ProposalQuerySet.as_manager()

    class Meta:
        verbose_name = _("proposed actor")
        verbose_name_plural = _("proposed actors")
        ordering = ["article", "part", "start"]
        constraints = [
            models.UniqueConstraint(fields=["article", "part", "start"], name="proposal_once_per_place")
        ]

    def __str__(self):
        return self.surface


class DismissedName(models.Model):
    """A name that an editor does not want proposed."""

    key = models.CharField(_("folded name"), max_length=200, unique=True)
    name = models.CharField(_("name"), max_length=200)

    class Meta:
        verbose_name = _("dismissed name")
        verbose_name_plural = _("dismissed names")
        ordering = ["key"]

    def __str__(self):
        return self.name
