"""Search, behind one face: only this package and `search_indexes` know Haystack and Whoosh.

from articles.search import Query, search

page = search(Query("حفتر", only=(("source", "lana"),), sort="newest"))
page.total, page.hits[0].article, page.hits[0].title.pieces(), page.facets

query, results                      what is asked and its address; what comes back
finding                             from the one to the other
grammar, signs, parsing, joining, syntax     from what is typed to a tree, and back
analysis, asking, terms, elements, planning  from a tree to a query of the engine's, at one of four levels
ranking                             the numbers of it; evaluation measures them
closer                              a second look at the best
marking, passages, reading, notices, standing   what the page shows and says
facets, histogram, labels           what it counts
own_words                           the archive's own lexicon and protected names, in editions
starting                            what a server does about the index when it starts
correcting, suggesting, likeness    other wordings, what is being typed, more like this
directory, phrases, beginnings      names of sources and actors, the archive's phrases, and how they are completed
schema, backend, engine/            the index
signals, outbox                     which change touches which articles, and how they reach the index
"""

from articles.search.finding import numbers, search
from articles.search.likeness import similar
from articles.search.query import FILTERS, JOINS, LEVELS, SIZES, SORTS, Query
from articles.search.results import Facet, Hit, Marked, Page, Value
from articles.search.suggesting import suggestions

__all__ = [
    "FILTERS",
    "JOINS",
    "LEVELS",
    "SIZES",
    "SORTS",
    "Facet",
    "Hit",
    "Marked",
    "Page",
    "Query",
    "Value",
    "numbers",
    "search",
    "similar",
    "suggestions",
]
