"""Names of sources and actors as searches meet them, held in memory while the database's stay the same."""

from collections import defaultdict
from dataclasses import dataclass, field
from functools import cached_property
from threading import Lock

from django.db.models import Count, Max

from articles.models import Actor, ActorName, Source
from articles.search.analysis import asked, edition
from articles.search.beginnings import NONE, Beginnings

LONGEST_NAME = 6


@dataclass
class Directory:
    """Keys are the bare words of a name as a tuple: «لخليفة حفتر» and «خليفه حفتر» are one key.

    `source_names` and `actor_names` find slugs by what is being typed.
    """

    sources: dict = field(default_factory=lambda: defaultdict(set))
    actors: dict = field(default_factory=lambda: defaultdict(set))
    names: dict = field(default_factory=lambda: defaultdict(list))
    kinds: dict = field(default_factory=dict)
    source_names: Beginnings = NONE
    actor_names: Beginnings = NONE

    @cached_property
    def words(self):
        """All words of the actors' names."""
        return frozenset(word for name in self.actors for word in name)

    def named(self, words):
        """Stretches of the words that are names: triples of first, end and the actors' slugs, longest first taken.

        >>> directory().named(["التقي", "خليفه", "حفتر"])
        [(1, 3, {'khalifa-haftar'})]
        """
        found, place = [], 0
        while place < len(words):
            ends = range(min(len(words), place + LONGEST_NAME), place, -1)
            end = next((end for end in ends if tuple(words[place:end]) in self.actors), None)
            if end:
                found.append((place, end, self.actors[tuple(words[place:end])]))
            place = end or place + 1
        return found

    def field_of(self, slug):
        """The field of the index that has the actor: places have one of their own."""
        return "place" if self.kinds[slug] == Actor.Kind.PLACE else "actor"

    def matching(self, names, words):
        """The slugs whose name has all the words, an exact name before all others."""
        words = tuple(words)
        if words in names:
            return names[words]
        return {slug for key, slugs in names.items() if set(words) <= set(key) for slug in slugs}


def key(name):
    return tuple(word.bare for word in asked(name))


_held = {}
_lock = Lock()


def directory():
    """The directory of now: one small question to the database unless a name has changed."""
    with _lock:
        version = _version()
        if _held.get("version") != version:
            _held.update(version=version, directory=_read())
        return _held["directory"]


def forget():
    """To be read anew at the next search."""
    _held.clear()


def _version():
    """Changes with every name written or taken away, wherever that happens, and with how words are read."""
    return edition(), *(
        tuple(model.objects.aggregate(Count("pk"), Max("pk")).values())
        + tuple(model.history.aggregate(Max("history_id")).values())
        for model in (Source, Actor, ActorName)
    )


def _read():
    made = Directory()
    sources = [
        (name, slug)
        for slug, *names in Source.objects.values_list("slug", "name_ar", "name_en")
        for name in filter(None, names)
    ]
    for name, slug in sources:
        made.sources[key(name)].add(slug)
    for slug, kind, *names in Actor.objects.values_list("slug", "kind", "name_ar", "name_en"):
        made.kinds[slug] = kind
        made.names[slug] += names
    for slug, text in ActorName.objects.values_list("actor__slug", "text"):
        made.names[slug].append(text)
    for slug, names in made.names.items():
        for name in names:
            made.actors[key(name)].add(slug)
    made.source_names = Beginnings.of(sources)
    made.actor_names = Beginnings.of((name, slug) for slug, names in made.names.items() for name in names)
    return made
