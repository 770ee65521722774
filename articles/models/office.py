"""Offices, which pass from holder to holder, and who held them when."""

from django.db import models
from django.db.models import Q
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from .actor import Actor


class OfficeQuerySet(models.QuerySet):
    def get_by_natural_key(self, slug):
        return self.get(slug=slug)


class Office(models.Model):
    """An office apart from its holder: «رئيس مجلس النواب», held by one person at a time."""

    slug = models.SlugField(_("slug"), max_length=100, unique=True)
    title_ar = models.CharField(_("Arabic title"), max_length=200)
    title_ar_feminine = models.CharField(_("Arabic title, feminine"), max_length=200, blank=True)
    title_en = models.CharField(_("English title"), max_length=200)
    organisation = models.ForeignKey(
        Actor, models.PROTECT, null=True, blank=True, related_name="offices", verbose_name=_("organisation")
    )
    single_holder = models.BooleanField(
        _("one holder at a time"),
        default=True,
        help_text=_("A rival government's office is an office of its own."),
    )

    history = HistoricalRecords()
    objects = OfficeQuerySet.as_manager()

    class Meta:
        verbose_name = _("office")
        verbose_name_plural = _("offices")
        ordering = ["title_ar"]
        constraints = [models.CheckConstraint(condition=~Q(title_ar=""), name="office_has_arabic_title")]

    def __str__(self):
        return self.title

    @property
    def title(self):
        """The title in the reader's language, in the masculine where Arabic has both."""
        return self.title_en if get_language() == "en" else self.title_ar

    def natural_key(self):
        return (self.slug,)

    natural_key.dependencies = ["articles.actor"]


class OfficeNameQuerySet(models.QuerySet):
    def get_by_natural_key(self, office_slug, text):
        return self.get(office__slug=office_slug, text=text)


class OfficeName(models.Model):
    """A further wording of an office as outlets print it: «المبعوثة الأممية إلى ليبيا»."""

    class Gender(models.TextChoices):
        MASCULINE = "m", _("masculine")
        FEMININE = "f", _("feminine")
        EITHER = "", _("either")

    office = models.ForeignKey(Office, models.CASCADE, related_name="names", verbose_name=_("office"))
    text = models.CharField(_("wording"), max_length=200)
    gender = models.CharField(_("gender"), max_length=1, choices=Gender, blank=True, default="")

    history = HistoricalRecords()
    objects = OfficeNameQuerySet.as_manager()

    class Meta:
        verbose_name = _("wording of an office")
        verbose_name_plural = _("wordings of offices")
        ordering = ["office", "text"]
        constraints = [
            models.UniqueConstraint(fields=["office", "text"], name="office_name_once"),
            models.CheckConstraint(condition=~Q(text=""), name="office_name_not_empty"),
        ]

    def __str__(self):
        return self.text

    def natural_key(self):
        return (self.office.slug, self.text)

    natural_key.dependencies = ["articles.office"]
