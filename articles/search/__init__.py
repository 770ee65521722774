"""Search, behind one face: only this package and `search_indexes` know Haystack and Whoosh.

from articles.search import Query, search

page = search(Query("حفتر", only=(("source", "lana"),), sort="newest"))
page.total, page.hits[0].article, page.hits[0].title.pieces(), page.facets

query      what is asked, and its address          results    what comes back
finding    from the one to the other               marking    the words in their original spelling
analysis   texts as terms, in several views        schema     the fields of the index
backend    where Haystack meets the index          engine/    the index itself
signals    which change touches which articles     outbox     from the database into the index
"""

from articles.search.finding import search
from articles.search.query import FILTERS, LEVELS, SIZES, SORTS, Query
from articles.search.results import Facet, Hit, Marked, Page, Value

__all__ = [
    "FILTERS",
    "LEVELS",
    "SIZES",
    "SORTS",
    "Facet",
    "Hit",
    "Marked",
    "Page",
    "Query",
    "Value",
    "search",
]
