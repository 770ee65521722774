"""What a search that is being typed may become: actors with their offices, then sources, then the archive's words."""

from dataclasses import dataclass

from articles.arabic.normalizer import fold
from articles.models import Actor, Source
from articles.search.backend import finder
from articles.search.correcting import arabic_names, spelt
from articles.search.directory import directory
from articles.search.query import Query

MOST = {"actor": 5, "source": 3, "word": 5}
SHORTEST = 2


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
    actors = Actor.objects.filter(slug__in=slugs[:50]).with_article_counts()
    best = sorted(actors, key=lambda actor: (-actor.article_count, actor.name))[: MOST["actor"]]
    for actor in best:
        held = actor.positions.select_related("office").order_by("-started").first()
        query = Query(f"«{actor.name}»" if " " in actor.name else actor.name, level="wide")
        yield Suggestion("actor", actor.name, query, str(held.office) if held else actor.get_kind_display())


def _sources(begun):
    sources = [s for s in Source.objects.with_article_counts() if begins(fold(s.name), begun)]
    for source in sorted(sources, key=lambda source: -source.article_count)[: MOST["source"]]:
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
