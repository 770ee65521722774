"""Sources by the names that pages give them, whatever the spelling; new ones are made, marked by a note."""

import hashlib
import re

from django.utils.text import slugify
from django.utils.translation import gettext as _

from articles.ingest.lines import folded
from articles.models import Source
from articles.models.source import domain_of


class Register:
    """The sources of the archive, read once for an import.

    >>> Register().source("اخبار ليبيا 24")
    <Source: أخبار ليبيا 24>
    """

    def __init__(self):
        self._created = []
        self._by_name, self._by_slug, self._by_domain = {}, {}, {}
        for source in Source.objects.prefetch_related("domains"):
            self._keep(source)
            self._by_domain |= {row.domain: source for row in source.domains.all()}

    @property
    def known(self):
        """Folded names, for readers that tell a site's name from a headline."""
        return frozenset(self._by_name)

    def find(self, name):
        """The source of this slug, name or domain; None if there is none."""
        by_name = self._by_slug.get(name) or self._by_name.get(folded(name))
        return by_name or (self.of_address(name) if "." in name and " " not in name.strip() else None)

    def of_address(self, address):
        """The source that a URL or domain belongs to; a sub-domain belongs to its parent's."""
        labels = domain_of(address).split(".")
        names = (".".join(labels[start:]) for start in range(len(labels) - 1))
        return next((self._by_domain[name] for name in names if name in self._by_domain), None)

    def source(self, name, kind=Source.Kind.OUTLET, url=""):
        """The source of this name, made if the archive does not have it; `url` is the page that gave the name."""
        return self.find(name) or self._make(name, kind, domain_of(url) if url else "")

    def at_domain(self, url):
        """A source made for an address of an unknown domain, under the domain's name."""
        return self._make(domain_of(url), Source.Kind.OUTLET, domain_of(url))

    def unknown(self):
        """The source of texts that do not say where they were read."""
        return self._by_slug.get(Source.UNKNOWN) or self._keep(
            Source(
                slug=Source.UNKNOWN,
                name_ar="مصدر غير معروف",
                name_en="Unknown source",
                kind=Source.Kind.OUTLET,
                note=_("For texts that do not say where they were read."),
            ),
            new=True,
        )

    def take_created(self):
        """The sources made since the last call, not yet saved."""
        created, self._created = self._created, []
        return created

    def _make(self, name, kind, domain):
        name = " ".join(name.split())[:160]
        readable = name if re.search(r"[A-Za-z]", name) else ""
        digest = hashlib.sha256(folded(name).encode()).hexdigest()[:8]
        source = Source(
            slug=slugify(readable)[:70] or f"source-{digest}",
            name_ar=name,
            name_en=readable,
            kind=kind,
            homepage=f"https://{domain}/" if domain else "",
            to_check=True,
        )
        if source.slug in self._by_slug:
            source.slug = f"source-{digest}"
        if domain:
            self._by_domain[domain] = source
        return self._keep(source, new=True)

    def _keep(self, source, new=False):
        if new:
            self._created.append(source)
        self._by_slug[source.slug] = source
        for name in filter(None, (source.name_ar, source.name_en)):
            self._by_name.setdefault(folded(name), source)
        return source
