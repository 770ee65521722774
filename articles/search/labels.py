"""What a facet's value is called in the reader's language."""

from django.conf import settings
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from articles.arabic.dates import written
from articles.arabic.partial_date import PartialDate
from articles.models import Actor, Article, Source


def of_sources(values):
    return {source.slug: source.name for source in Source.objects.filter(slug__in=values)}


def of_actors(values):
    return {actor.slug: actor.name for actor in Actor.objects.filter(slug__in=values)}


def of_kinds(values):
    return {value: str(label) for value, label in Source.Kind.choices}


def of_languages(values):
    return {value: str(label) for value, label in Article.Language.choices}


def of_dates(values):
    dates = {value: _date(value) for value in values}
    return {v: written(date, get_language(), settings.ARCHIVE_DIGITS) for v, date in dates.items() if date}


def _date(value):
    """None for what an address may hold and no article has."""
    try:
        return PartialDate.parse(value)
    except ValueError:
        return None


def of_copies(values):
    return {value: str(label) for value, label in COPIES.items()}


COPIES = {"only": _("Told by no other"), "first": _("First of its copies"), "copy": _("Copy of another")}
LABELS = {
    "source": of_sources,
    "origin": of_sources,
    "actor": of_actors,
    "place": of_actors,
    "kind": of_kinds,
    "language": of_languages,
    "copies": of_copies,
    "year": of_dates,
    "month": of_dates,
    "day": of_dates,
}


def labels(name, values):
    """A label for each of a facet's values; the value itself where nothing better is known."""
    known = LABELS[name](values)
    return {value: known.get(value, value) for value in values}
