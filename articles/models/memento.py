"""The texts that an original address has carried, each with its time and its page here."""

import datetime
import re
from dataclasses import dataclass
from urllib.parse import unquote

from django.urls import reverse
from django.utils.encoding import iri_to_uri
from django.utils.translation import override

from .address import settled
from .article import Article
from .version import Version

SCHEME = re.compile(r"https?:/+", re.I)


@dataclass(frozen=True)
class Memento:
    """``Memento(at=…, path="/a/x7k2m9qd/versions/2/", number=2)``"""

    at: datetime.datetime
    path: str
    number: int = 1


@dataclass(frozen=True)
class Original:
    """An address of the web and its mementos, the oldest first; those of an article are one at least."""

    url: str
    mementos: tuple[Memento, ...] = ()

    def place_of(self, number):
        """Where the version of this number stands among the mementos, from 0."""
        return [one.number for one in self.mementos].index(number)

    def nearest(self, at):
        """The memento nearest in time to a moment; the newest one for None."""
        if at is None:
            return self.mementos[-1]
        return min(self.mementos, key=lambda one: abs(one.at - at))


def original_at(url):
    """The `Original` of an address, however spelled, in published articles; None for an unknown one."""
    found = Article.objects.published().of_addresses(_spellings(url)).order_by("pk").first()
    return original_of(found) if found else None


def original_of(article):
    """The `Original` of an article that has an address."""
    versions = list(article.versions.in_time().only("captured_at", "number")) or [Version.first_of(article)]
    with override("ar"):
        mementos = tuple(
            Memento(
                version.captured_at, reverse("version", args=[article.code, version.number]), version.number
            )
            for version in versions
        )
    return Original(iri_to_uri(article.url), mementos)


def _spellings(url):
    """Secure or not, its letters written out or in per cent; servers on the way may have joined its strokes."""
    rest = SCHEME.sub("", url, count=1)
    return {
        f"{scheme}://{form}"
        for scheme in ("https", "http")
        for form in (rest, iri_to_uri(rest), unquote(rest), settled(rest))
    }
