"""Where articles are read: outlets, agencies, aggregators, official bodies, accounts."""

from urllib.parse import urlsplit

from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from .counting import Unit
from .visibility import public


def domain_of(address):
    """The bare host of a URL or domain: ``https://www.LANA.gov.ly/x`` → ``lana.gov.ly``."""
    host = urlsplit(address if "//" in address else f"//{address}").hostname or ""
    return host.removeprefix("www.")


class SourceQuerySet(models.QuerySet):
    def get_by_natural_key(self, slug):
        return self.get(slug=slug)

    def by_domain(self, address):
        """The source that a URL or domain belongs to, by home page or further domain; None if unknown.

        A sub-domain belongs to its parent's source unless it is registered itself.
        """
        labels = domain_of(address).split(".")
        candidates = [".".join(labels[start:]) for start in range(len(labels) - 1)]
        found = {
            row.domain: row.source
            for row in SourceDomain.objects.filter(domain__in=candidates).select_related("source")
        }
        return next((found[name] for name in candidates if name in found), None)

    def by_name(self, name):
        """The source of exactly this Arabic or English name; None if there is none."""
        return self.filter(Q(name_ar=name) | Q(name_en__iexact=name)).first()

    def with_articles(self):
        """Those of which an article is published."""
        return self.filter(
            Exists(self.model.articles.field.model.objects.published().filter(source=OuterRef("pk")))
        )

    def with_article_counts(self, unit=Unit.ARTICLES):
        """Annotates ``article_count``: the published articles read there, or the stories that they tell."""
        return self.annotate(article_count=unit.counted("articles", filter=public("articles__")))


class Source(models.Model):
    class Kind(models.TextChoices):
        OUTLET = "outlet", _("outlet")
        AGENCY = "agency", _("news agency")
        AGGREGATOR = "aggregator", _("aggregator")
        OFFICIAL = "official", _("official body")
        SOCIAL = "social", _("social account")

    # The slug of the source of texts that do not say where they were read.
    UNKNOWN = "unknown"

    slug = models.SlugField(_("slug"), max_length=80, unique=True)
    name_ar = models.CharField(_("Arabic name"), max_length=160)
    name_en = models.CharField(_("English name"), max_length=160)
    kind = models.CharField(_("kind"), max_length=12, choices=Kind)
    homepage = models.URLField(_("home page"), blank=True)
    country = models.CharField(
        _("country"),
        max_length=2,
        blank=True,
        validators=[RegexValidator(r"^[A-Z]{2}$", _("Two capital letters, as LY."))],
        help_text=_("Two capital letters of ISO 3166, as LY."),
    )
    note = models.TextField(_("note"), blank=True)
    to_check = models.BooleanField(
        _("to be checked"),
        default=False,
        help_text=_("Made by an import from the name on the page: check name, kind and home page."),
    )
    text_rule = models.CharField(
        _("where the text stands"),
        max_length=200,
        blank=True,
        help_text=_("A CSS selector, as div.entry-content, for pages from which the text is not read well."),
    )
    is_sample = models.BooleanField(_("sample"), default=False, editable=False)

    history = HistoricalRecords()
    objects = SourceQuerySet.as_manager()

    class Meta:
        verbose_name = _("source")
        verbose_name_plural = _("sources")
        ordering = ["name_ar"]
        constraints = [
            models.CheckConstraint(condition=~Q(name_ar=""), name="source_has_arabic_name"),
            models.CheckConstraint(
                condition=Q(kind__in=["outlet", "agency", "aggregator", "official", "social"]),
                name="source_kind_known",
            ),
        ]

    def __str__(self):
        return self.name

    @property
    def name(self):
        """The name in the reader's language."""
        return self.name_en if get_language() == "en" and self.name_en else self.name_ar

    def natural_key(self):
        return (self.slug,)

    def get_absolute_url(self):
        return reverse("source", args=[self.slug])


class SourceDomainQuerySet(models.QuerySet):
    def get_by_natural_key(self, domain):
        return self.get(domain=domain)


class SourceDomain(models.Model):
    """One domain of a source; the home page's own is among them, so one look-up finds every alternate."""

    source = models.ForeignKey(Source, models.CASCADE, related_name="domains", verbose_name=_("source"))
    domain = models.CharField(
        _("domain"),
        max_length=253,
        unique=True,
        validators=[
            RegexValidator(r"^(?!www\.)[a-z0-9.-]+\.[a-z0-9-]+$", _("A bare domain, as lana.gov.ly."))
        ],
        help_text=_("Without http:// and www., in small letters."),
    )

    history = HistoricalRecords()
    objects = SourceDomainQuerySet.as_manager()

    class Meta:
        verbose_name = _("domain")
        verbose_name_plural = _("domains")
        ordering = ["domain"]
        constraints = [models.CheckConstraint(condition=~Q(domain=""), name="domain_not_empty")]

    def __str__(self):
        return self.domain

    def natural_key(self):
        return (self.domain,)


def keep_home_domain(source):
    """Have the home page's domain among the source's own: its row, or None where there is none to keep.

    A social account's home page lies on its host's domain, which belongs to no source.
    """
    if source.kind == Source.Kind.SOCIAL or not source.homepage:
        return None
    domain = domain_of(source.homepage)
    return SourceDomain.objects.get_or_create(domain=domain, defaults={"source": source})[0]
