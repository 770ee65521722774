"""From a Query to a Page: the one way to search."""

from datetime import datetime, time
from time import perf_counter

from whoosh import query as ask

from articles.arabic.stopwords import without_stopwords
from articles.models import Article
from articles.search.analysis import terms
from articles.search.backend import backend
from articles.search.labels import labels
from articles.search.marking import marked, passages
from articles.search.results import Facet, Hit, Page, Value

FACETS = {"source": 10, "actor": 10, "place": 10, "origin": 10, "kind": 6, "year": 30}
LEVEL_VIEW = {"exact": "exact", "folded": "folded", "stem": "folded", "wide": "folded"}
TITLE_WEIGHT = 3.0


def search(query):
    """The page of the archive that a Query asks for.

    >>> page = search(Query("مصراته"))
    >>> page.total, page.hits[0].title.words()
    (12, ['مُصراتة'])
    """
    began = perf_counter()
    view = LEVEL_VIEW[query.level]
    wanted = without_stopwords(terms(view, query.text))
    found = (
        backend()
        .opened()
        .finder()
        .find(
            words_query(view, wanted),
            limit=query.size,
            offset=(query.page - 1) * query.size,
            order=order(query),
            filter=conditions(query),
            facets=FACETS,
        )
    )
    rows = [(int(hit.stored["django_id"]), hit.score or 0.0) for hit in found.hits]
    facets = tuple(facet(query, name, counts) for name, counts in found.facets.items())
    took = (perf_counter() - began) * 1000
    return Page(query, hits(rows, view, set(wanted)), found.total, facets, took)


def order(query):
    """By score or by date, the undated last either way."""
    if query.sort == "relevance" and query.text:
        return "score"
    return "published" if query.sort == "oldest" else "-published"


def words_query(view, wanted):
    if not wanted:
        return ask.Every()
    fields = ((f"title_{view}", TITLE_WEIGHT), (view, 1.0))
    return ask.And([ask.Or([ask.Term(field, word, boost=b) for field, b in fields]) for word in wanted])


def conditions(query):
    """What does not score: the included and excluded values and the dates; None if there is nothing."""
    parts = [
        ask.Or([ask.Term(name, value) for other, value in query.only if other == name])
        for name in dict(query.only)
    ]
    if query.since:
        parts.append(ask.DateRange("published", datetime.combine(query.since.earliest(), time.min), None))
    if query.until:
        parts.append(ask.DateRange("ends", None, datetime.combine(query.until.latest(), time.max)))
    never = [ask.Term(name, value) for name, value in query.never]
    if never:
        return ask.AndNot(ask.And([ask.Every(), *parts]), ask.Or(never))
    return ask.And(parts) if parts else None


def facet(query, name, counts):
    """A facet of pairs of value and count; what the query excludes stays visible, to be taken back."""
    shown = dict(counts) | {v: 0 for n, v in query.never if n == name}
    named = labels(name, list(shown))
    return Facet(
        name,
        tuple(
            Value(
                value,
                named[value],
                count,
                query.state(name, value),
                query.including(name, value),
                query.excluding(name, value),
                query.without(name, value),
            )
            for value, count in shown.items()
        ),
    )


def hits(rows, view, wanted):
    """The hits of pairs of article number and score; an article that has just gone is left out."""
    articles = Article.objects.published().select_related("source", "origin").in_bulk([n for n, _ in rows])
    return tuple(hit(articles[number], score, view, wanted) for number, score in rows if number in articles)


def hit(article, score, view, wanted):
    title = marked(article.title, view, wanted)
    shown = passages("\n\n".join((article.standfirst, article.body)), view, wanted)
    matched = dict.fromkeys(word for text in (title, *shown) for word in text.words())
    return Hit(article, title, shown, tuple(matched), score)
