"""What a search that is being typed may become: actors with their offices, then sources, then the archive's words."""

from dataclasses import dataclass

from django.db.models import F

from articles.arabic.normalizer import fold
from articles.models import Actor, Position, Source
from articles.search.backend import finder
from articles.search.correcting import arabic_names, spelt
from articles.search.directory import directory
from articles.search.query import Query

MOST = {"actor": 5, "source": 3, "word": 5}
SHORTEST = 2
MOST_LOOKED_AT = 50  # actors whose names begin so


@dataclass(frozen=True)
class Suggestion:
    """`kind` is ``"actor"``, ``"source"`` or ``"word"``; `note` an actor's office or a source's kind."""

    kind: str
    text: str
    query: Query
    note: str = ""


def suggestions(text):
    """For the letters typed so far, the best first; nothing for less than two letters."""
    begun = fold(text).split()
    if len("".join(begun)) < SHORTEST:
        return []
    return [*_actors(text, begun), *_sources(begun), *_words(text, begun)]


def begins(name, begun):
    """Whether the words of a folded name begin so from one of its words on: «خليفه حفتر» with «حفت»."""
    words = name.split()
    return any(
        all(word.startswith(typed) for word, typed in zip(words[first:], begun, strict=False))
        for first in range(len(words) - len(begun) + 1)
    )


def _actors(text, begun):
    known = directory()
    slugs = [slug for slug, names in known.names.items() if any(begins(fold(name), begun) for name in names)]
    named = {name.strip("«»") for name in arabic_names([text])}
    slugs += [slug for slug, names in known.names.items() if named & set(names) and slug not in slugs]
    now = finder()
    actors = Actor.objects.filter(slug__in=slugs[:MOST_LOOKED_AT])
    best = sorted(
        actors, key=lambda actor: (-now.frequency(known.field_of(actor.slug), actor.slug), actor.name)
    )
    offices = _last_offices(best[: MOST["actor"]])
    for actor in best[: MOST["actor"]]:
        query = Query(f"«{actor.name}»" if " " in actor.name else actor.name, level="wide")
        note = offices[actor.pk].title if actor.pk in offices else actor.get_kind_display()
        yield Suggestion("actor", actor.name, query, note)


def _last_offices(actors):
    """By the actor's number, the office that was taken up last."""
    held = Position.objects.filter(actor__in=actors).select_related("office")
    return {row.actor_id: row.office for row in held.order_by(F("started").asc(nulls_first=True))}


def _sources(begun):
    now = finder()
    sources = [source for source in Source.objects.all() if begins(fold(source.name), begun)]
    sources.sort(key=lambda source: -now.frequency("source", source.slug))
    for source in sources[: MOST["source"]]:
        yield Suggestion(
            "source", source.name, Query(only=(("source", source.slug),)), source.get_kind_display()
        )


def _words(text, begun):
    """The last word completed by the archive's most frequent words."""
    now = finder()
    before = text.split()[:-1]
    for word, _ in now.terms("folded", begun[-1], MOST["word"]):
        whole = " ".join([*before, spelt(word, now)])
        yield Suggestion("word", whole, Query(whole))
