"""Haystack with its own Whoosh engine, set up as its documentation has it, as the benchmark drives it.

A `text` of the whole article, its source, actors and year to count by, its date for the histogram; Haystack's own
schema, analysis, query string, facets and highlighting. Only what is counted is kept whole, or «Jawhara FM» would be
counted as two sources. Its own way of indexing takes eight to two hundred articles a
second, fewer as the index grows. So above `BY_HAYSTACK` the same documents go to Whoosh's writer in one commit, which
makes one segment of them: the best index that Haystack's search can meet.
"""

import os
from datetime import datetime
from functools import reduce
from itertools import chain, islice
from operator import or_

from django.conf import settings
from haystack import connections, indexes
from haystack.query import SQ, SearchQuerySet
from whoosh.analysis import IDTokenizer

from articles.models import Article
from bench.search_queries import FACETS, HITS, Answer

CONNECTION = "stock"
BY_HAYSTACK = 10_000
BATCH = 1_000
MEGABYTES = 1_024
FIRST, LAST = datetime(2011, 1, 1), datetime(2027, 1, 1)


class UsualIndex(indexes.SearchIndex, indexes.Indexable):
    """Prepares unsaved articles that carry a `document` of the benchmark."""

    text = indexes.CharField(document=True)
    source = indexes.CharField(analyzer=IDTokenizer())
    actors = indexes.MultiValueField()
    year = indexes.CharField(analyzer=IDTokenizer())
    date = indexes.DateTimeField()

    def get_model(self):
        return Article

    def prepare(self, article):
        document = article.document
        return super().prepare(article) | {
            "text": " ".join(document["words"]),
            "source": document["source"],
            "actors": document["actors"],
            "year": document["date"][:4],
            "date": datetime.fromisoformat(document["date"]),
        }


class Haystack:
    name = "haystack"
    marks_itself = True

    def __init__(self, path):
        self.path = path
        settings.HAYSTACK_CONNECTIONS[CONNECTION] = {
            "ENGINE": "haystack.backends.whoosh_backend.WhooshEngine",
            "PATH": path,
        }
        connections.connections_info = settings.HAYSTACK_CONNECTIONS
        self.prepared_by = UsualIndex()
        connections[CONNECTION].get_unified_index().build([self.prepared_by])
        self.backend = connections[CONNECTION].get_backend()
        self.backend.silently_fail = False

    def build(self, documents):
        self.backend.setup()
        articles = map(_article, documents)
        first = list(islice(articles, BY_HAYSTACK + 1))
        if len(first) > BY_HAYSTACK:
            self._by_whoosh(chain(first, articles))
            return
        for begin in range(0, len(first), BATCH):
            self.backend.update(self.prepared_by, first[begin : begin + BATCH])

    def _by_whoosh(self, articles):
        with self.backend.index.writer(limitmb=MEGABYTES) as writer:
            for article in articles:
                prepared = self.prepared_by.full_prepare(article)
                writer.add_document(
                    **{name: self.backend._from_python(value) for name, value in prepared.items()}
                )

    def open(self):
        self.backend.setup()

    def page(self, asked):
        found = _narrowed(SearchQuerySet(using=CONNECTION).filter(_wanted(asked)), asked)
        for name in FACETS:
            found = found.facet(name)
        found = found.date_facet("date", FIRST, LAST, "month").highlight()
        hits = found[:HITS]
        # Nothing is counted where nothing is found.
        counted = found.facet_counts() or {"fields": dict.fromkeys(FACETS, ()), "dates": {"date": []}}
        counts = {name: counted["fields"][name][:most] for name, most in FACETS.items()}
        return Answer(found.count(), tuple(hit.pk for hit in hits), counts, counted["dates"]["date"])

    def save(self, document):
        self.backend.update(self.prepared_by, [_article(document)])

    def size(self):
        return sum(entry.stat().st_size for entry in os.scandir(self.path))


def _article(document):
    article = Article(pk=int(document["id"]))
    article.document = document
    return article


def _wanted(asked):
    shapes = {
        "all": lambda: SQ(content=" ".join(asked.words)),
        "any": lambda: reduce(or_, (SQ(content=word) for word in asked.words)),
        "phrase": lambda: SQ(content__exact=" ".join(asked.words)),
        "beginning": lambda: SQ(content__startswith=asked.words[0]),
    }
    return shapes[asked.how]()


def _narrowed(found, asked):
    return found.narrow(f'source:"{asked.source}"') if asked.source else found
