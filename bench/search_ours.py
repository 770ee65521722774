"""The archive's engine and Whoosh's own, as the benchmark drives them."""

import os
from datetime import datetime
from functools import partial

from whoosh import index as whoosh_index
from whoosh.analysis import SpaceSeparatedTokenizer
from whoosh.fields import DATETIME, ID, KEYWORD, TEXT, Schema
from whoosh.sorting import Count, DateRangeFacet, FieldFacet
from whoosh.support.relativedelta import relativedelta

from articles.search.engine import Moment, Text, create, open_index, query
from articles.search.engine.building import aside, build, tidy, whole
from bench.search_queries import FACETS, HITS, Answer

MONTH = "month"
YEAR = slice(0, 4)


def query_of(asked):
    terms = [query.Term("words", word) for word in asked.words]
    shapes = {
        "all": lambda: query.And(terms) if len(terms) > 1 else terms[0],
        "any": lambda: query.Or(terms),
        "phrase": lambda: query.Phrase("words", list(asked.words)),
        "beginning": lambda: query.Prefix("words", asked.words[0]),
    }
    return shapes[asked.how]()


def filter_of(asked):
    return query.Term("source", asked.source) if asked.source else None


class Ours:
    """`articles.search.engine`."""

    name = "archive"

    def __init__(self, path):
        self.path = path

    def build(self, documents):
        schema = Schema(
            id=ID(stored=True, unique=True),
            source=ID(sortable=True),
            actors=KEYWORD(commas=True, scorable=False, sortable=True),
            year=ID(sortable=True),
            date=Moment(),
            words=TEXT(),
        )
        index = create(self.path, schema)
        with index.writer() as writer:
            for document in documents:
                writer.update_document(**self._fields(document))
        tidy(index, groups=whole)

    def build_by(self, shares, documents):
        """The same by several processes; `documents(share)` gives what `build` takes."""
        self.build(())
        index = open_index(self.path)
        with aside(index) as folder:
            segments = build(folder, index, shares, partial(fields_of_share, documents))
            with index.writer() as writer:
                writer.add_segments(segments, folder)
        tidy(index, groups=whole)

    @staticmethod
    def _fields(document):
        return {
            "id": document["id"],
            "source": document["source"],
            "actors": document["actors"],
            "year": document["date"][YEAR],
            "date": datetime.fromisoformat(document["date"]),
            "words": Text(document["words"]),
        }

    def open(self):
        self.index = open_index(self.path)
        self.index.finder()

    def page(self, asked):
        found = self.index.finder().find(
            query_of(asked), limit=HITS, filter=filter_of(asked), facets=FACETS, histogram=("date", MONTH)
        )
        return Answer(
            found.total, tuple(hit.stored["id"] for hit in found.hits), found.facets, found.histogram
        )

    def save(self, document):
        with self.index.writer() as writer:
            writer.update_document(**self._fields(document))
        self.index.finder()

    def size(self):
        return open_index(self.path).size()


def fields_of_share(documents, share):
    """At the module's top, for it has to be sent to other processes."""
    return (([Ours._fields(document)], {}) for document in documents(share))


class Stock:
    """Whoosh 2.7.4 with its own codec, writer, searcher and facets."""

    name = "whoosh"

    def __init__(self, path):
        self.path = path

    def build(self, documents):
        os.makedirs(self.path)
        schema = Schema(
            id=ID(stored=True, unique=True),
            source=ID(sortable=True),
            actors=KEYWORD(commas=True, sortable=True),
            year=ID(sortable=True),
            date=DATETIME(sortable=True),
            words=TEXT(analyzer=SpaceSeparatedTokenizer()),
        )
        index = whoosh_index.create_in(self.path, schema)
        with index.writer(limitmb=512) as writer:
            for document in documents:
                writer.add_document(**self._fields(document))

    @staticmethod
    def _fields(document):
        return {
            "id": document["id"],
            "source": document["source"],
            "actors": ",".join(document["actors"]),
            "year": document["date"][YEAR],
            "date": datetime.fromisoformat(document["date"]),
            "words": " ".join(document["words"]),
        }

    def open(self):
        self.index = whoosh_index.open_dir(self.path)
        self.searcher = self.index.searcher()

    def page(self, asked):
        by_month = DateRangeFacet(
            "date", datetime(2011, 1, 1), datetime(2027, 1, 1), relativedelta(months=1), maptype=Count
        )
        results = self.searcher.search(
            query_of(asked),
            limit=HITS,
            filter=filter_of(asked),
            groupedby=[
                FieldFacet("source", maptype=Count),
                FieldFacet("year", maptype=Count),
                FieldFacet("actors", allow_overlap=True, maptype=Count),
                by_month,
            ],
        )
        counts = {
            name: sorted(results.groups(name).items(), key=lambda item: -item[1])[:most]
            for name, most in FACETS.items()
        }
        hits = tuple(results[place]["id"] for place in range(min(HITS, results.scored_length())))
        return Answer(len(results), hits, counts, sorted(results.groups("date").items()))

    def save(self, document):
        writer = self.index.writer()
        writer.update_document(**self._fields(document))
        writer.commit()
        self.searcher = self.searcher.refresh()

    def size(self):
        return sum(entry.stat().st_size for entry in os.scandir(self.path))
