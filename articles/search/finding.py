"""From a Query to a Page: the one way to search."""

import re
from dataclasses import replace
from itertools import islice
from time import perf_counter

from django.db.models import Prefetch
from django.utils import timezone
from whoosh import query as ask

from articles.models import Article, Mention
from articles.search import ranking
from articles.search.backend import Unavailable, finder
from articles.search.closer import closer
from articles.search.correcting import corrections
from articles.search.facets import counts_of, facet, names_of
from articles.search.histogram import histogram, unit_of
from articles.search.marking import Marker
from articles.search.parsing import parse
from articles.search.planning import all_of, newer_first, plan, within
from articles.search.query import LEVELS, MANY
from articles.search.reading import reading_of
from articles.search.results import Offer, Page
from articles.search.standing import UNAVAILABLE, standing

ORDERS = {"relevance": "score", "newest": "-published", "oldest": "published"}
FEW = 3  # hits; with no more than these another wording is offered
CURSOR = re.compile(r"([0-9]{1,9})~(-?[0-9.e+]{1,30})~([0-9]{1,12})")


def search(query):
    """The page of the archive that a Query asks for.

    >>> page = search(Query("مصراته"))
    >>> page.total, page.hits[0].title.words()
    (12, ['مُصراتة'])
    """
    try:
        return found_by(query, finder())
    except Unavailable:
        return Page(query, (), 0, standing=UNAVAILABLE)


def found_by(query, now):
    began = perf_counter()
    read = parse(query.text, query.joins)
    made = plan(read, query.level, now, query.every_word)
    found = look(query, made, now)
    if found.total and not found.hits and query.page > 1:
        return found_by(query.changed(page=-(-found.total // query.size)), now)
    hits = hits_of(found.hits, made.marks)
    some = hits_of(with_some(query, made, found, now), made.marks)
    unit = unit_of(query)
    return Page(
        query,
        hits,
        found.total,
        found.distinct,
        facets_of(query, made, found, now),
        histogram(query, unit, found.facets[unit]),
        reading=reading_of(query, read, made, hits),
        offers=() if found.total else tuple(offers(query, read, now)),
        corrections=corrections(read, now) if found.total <= FEW else (),
        cursor=place(found.cursor, now),
        start=place(found.start, now),
        some=some,
        standing=standing(),
        took=(perf_counter() - began) * 1000,
    )


def look(query, made, now):
    """What the engine finds, its hits being those of the page; the first pages by relevance are looked at closer."""
    offset = (query.page - 1) * query.size
    is_closer = order(query) == "score" and offset < ranking.DEPTH
    from_place = {} if is_closer else places_of(query, now)
    found = now.find(
        newer_first(made.wanted, timezone.localdate()) if query.recent else made.wanted,
        offset=0 if is_closer or from_place else offset,
        limit=max(ranking.DEPTH, offset + query.size) if is_closer else query.size,
        order=order(query),
        filter=conditions(query),
        facets=dict.fromkeys(names_of(query, unit_of(query))),
        **counting(query),
        **from_place,
    )
    if not is_closer:
        return found
    hits = closer(now, found.hits, made)[offset : offset + query.size]
    return replace(found, hits=hits, cursor=None, start=None)


def with_some(query, made, found, now):
    """What has only some of the words fills the rest of the last page; it is not counted."""
    room = query.size - len(found.hits)
    if made.some is None or order(query) != "score" or not room:
        return []
    rest = now.find(made.some, limit=ranking.DEPTH, filter=conditions(query), **counting(query))
    return closer(now, rest.hits, made)[:room]


def counting(query):
    """How the engine counts copies: apart, or as the one among those found that was published first."""
    return {"distinct": "original", "once": "published" if query.once else None}


def facets_of(query, made, found, now):
    def counted(other, name):
        return now.find(
            made.wanted,
            limit=0,
            order="published",
            filter=conditions(other),
            facets={name: None},
            **counting(query),
        )

    names = names_of(query, unit_of(query))
    return tuple(facet(query, name, counts_of(query, name, found, counted)) for name in names)


def place(key_and_number, now):
    """Where a page ends or begins, as text for an address; good for as long as the index does not change."""
    return "{}~{}~{}".format(now.snapshot.generation, *key_and_number) if key_and_number else ""


def places_of(query, now):
    """The engine's `after` or `before` that the address carries; empty if the index has changed since."""
    places = {"after": CURSOR.fullmatch(query.after), "before": CURSOR.fullmatch(query.before)}
    return {
        name: (float(found[2]), int(found[3]))
        for name, found in places.items()
        if found and int(found[1]) == now.snapshot.generation
    }


def order(query):
    """By score or by date, the undated last either way."""
    return ORDERS[query.order]


def numbers(query, most=2000):
    """Ids of the articles that a Query finds, in its order: not a page's but all, up to `most`."""
    now = finder()
    made = plan(parse(query.text, query.joins), query.level, now, query.every_word)
    found = now.find(made.wanted, limit=most, order=order(query), filter=conditions(query), **counting(query))
    return [int(hit.stored["django_id"]) for hit in found.hits]


def conditions(query):
    """What does not score: the included and excluded values and the dates; None if there is nothing."""
    parts = [ask.Term(name, value) for name, value in query.only if name in MANY]
    parts += [
        ask.Or([ask.Term(name, value) for other, value in query.only if other == name])
        for name in dict(query.only)
        if name not in MANY
    ]
    parts += within(query.since, query.until)
    never = [ask.Term(name, value) for name, value in query.never]
    if never:
        return ask.AndNot(ask.And([ask.Every(), *parts]), ask.Or(never))
    return all_of(parts) if parts else None


def hits_of(found, wanted):
    """The hits of the engine's hits; an article that has gone since the index was made is left out."""
    numbers = {int(hit.stored["django_id"]): hit.score or 0.0 for hit in found}
    shown = Prefetch("mentions", Mention.objects.shown().select_related("actor"), to_attr="shown_mentions")
    rows = Article.objects.published().select_related("source", "origin").prefetch_related(shown)
    articles = rows.in_bulk(numbers)
    marker = Marker(wanted)
    return tuple(
        marker.hit(articles[number], score) for number, score in numbers.items() if number in articles
    )


def offers(query, read, now):
    """What would find something where nothing was found, and how much: it is offered, never shown unasked.

    The closest wider level at which that is so, and the same search without its filters.
    """
    wider = [query.changed(level=level) for level in LEVELS[LEVELS.index(query.level) + 1 :]]
    freed = query.changed(only=(), never=(), since=None, until=None)
    for other in (wider, [freed] if freed != query.changed() else []):
        counted = (
            (q, now.count(plan(read, q.level, now, q.every_word).wanted, conditions(q))) for q in other
        )
        yield from islice((Offer(q, count) for q, count in counted if count), 1)
