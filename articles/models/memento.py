"""The texts that an original address has carried, each with its time and its page here."""

import datetime
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import override

from .article import Article


@dataclass(frozen=True)
class Memento:
    """``Memento(at=…, path="/a/x7k2m9qd/versions/2/")``"""

    at: datetime.datetime
    path: str


def mementos(url):
    """The mementos of an address in published articles, the oldest first; none for an unknown address."""
    article = Article.objects.published().filter(url=url).exclude(url="").order_by("pk").first()
    if article is None:
        return []
    with override("ar"):
        found = [
            Memento(version.captured_at, reverse("version", args=[article.code, version.number]))
            for version in article.versions.only("captured_at", "number")
        ]
        return found or [Memento(article.captured_at or article.added_at, article.get_absolute_url())]
