"""What a search that is being typed may become: actors with their offices, sources, frequent phrases, then words."""

from dataclasses import dataclass
from heapq import nsmallest

from django.db.models import F

from articles.arabic.normalizer import fold
from articles.models import Actor, Position, Source
from articles.search.backend import Unavailable, finder
from articles.search.correcting import arabic_names, spelt
from articles.search.directory import directory
from articles.search.parsing import parse
from articles.search.phrases import phrases
from articles.search.planning import plan
from articles.search.query import Query

MOST = {"actor": 5, "source": 3, "phrase": 5, "word": 5}
SHORTEST = 2


@dataclass(frozen=True)
class Suggestion:
    """`kind` is a key of MOST; `note` an actor's office or a source's kind; `count` what a phrase finds."""

    kind: str
    text: str
    query: Query
    note: str = ""
    count: int | None = None


def suggestions(text):
    """For the letters typed so far, the best first; nothing for less than two letters, or without an index."""
    begun = fold(text).split()
    if len("".join(begun)) < SHORTEST:
        return []
    try:
        return _all(text, begun, finder())
    except Unavailable:
        return []


def _all(text, begun, now):
    known = directory()
    named = [*_actors(text, begun, known, now), *_sources(begun, known, now)]
    followed = _phrases(text, begun, {fold(suggestion.text) for suggestion in named}, now)
    return [*named, *followed, *_words(text, begun, MOST["word"] - len(followed), now)]


def _actors(text, begun, known, now):
    """By how often they are named; at a click their other names answer too."""
    named = {name.strip("«»") for name in arabic_names([text], known)}
    slugs = known.actor_names.beginning(begun) | {
        slug for slug, names in known.names.items() if named.intersection(names)
    }
    often = nsmallest(
        MOST["actor"], slugs, key=lambda slug: (-now.frequency(known.field_of(slug), slug), known.names[slug])
    )
    found = {actor.slug: actor for actor in Actor.objects.filter(slug__in=often)}
    offices = _last_offices(found.values())
    for actor in (found[slug] for slug in often if slug in found):
        query = Query(f"«{actor.name_ar}»" if " " in actor.name_ar else actor.name_ar, level="wide")
        note = offices[actor.pk].title if actor.pk in offices else actor.get_kind_display()
        yield Suggestion("actor", actor.name, query, note)


def _last_offices(actors):
    """By the actor's number, the office that was taken up last."""
    held = Position.objects.filter(actor__in=actors).select_related("office")
    return {row.actor_id: row.office for row in held.order_by(F("started").asc(nulls_first=True))}


def _sources(begun, known, now):
    slugs = known.source_names.beginning(begun)
    often = nsmallest(MOST["source"], slugs, key=lambda slug: (-now.frequency("source", slug), slug))
    found = {source.slug: source for source in Source.objects.filter(slug__in=often)}
    for source in (found[slug] for slug in often if slug in found):
        query = Query(only=(("source", source.slug),))
        yield Suggestion("source", source.name, query, source.get_kind_display())


def _phrases(text, begun, named, now):
    """For as many of the last words typed as begin one, with what each would find; not again what is `named`."""
    for first in range(len(begun)):
        likely = phrases().beginning(begun[first:], MOST["phrase"] + len(named))
        if found := [phrase for phrase in likely if fold(phrase) not in named]:
            return list(_counted(text.split()[:first], found[: MOST["phrase"]], now))
    return []


def _counted(before, found, now):
    """The phrases that the archive still has, each behind the words typed before it."""
    for phrase in found:
        query = Query(" ".join([*before, f"«{phrase}»"]))
        if count := _count(query, now):
            yield Suggestion("phrase", " ".join([*before, phrase]), query, count=count)


_counts = {}  # by the text of a search; "snapshot" is that of the index


def _count(query, now):
    """A few letters more often lead to the same phrases, so counts are kept while the index stays the same."""
    if _counts.get("snapshot") is not now.snapshot:
        _counts.clear()
        _counts["snapshot"] = now.snapshot
    if query.text not in _counts:
        _counts[query.text] = now.count(plan(parse(query.text), query.level, now).wanted)
    return _counts[query.text]


def _words(text, begun, most, now):
    """The last word completed by the archive's most frequent words."""
    before = text.split()[:-1]
    for word, _ in now.terms("folded", begun[-1], most) if most else ():
        whole = " ".join([*before, spelt(word, now)])
        yield Suggestion("word", whole, Query(whole))
