"""How well the archive's own analysis, index and ranking find what a test collection says they should.

A collection is a folder in the BEIR layout: ``corpus.jsonl`` (`_id`, `title`, `text`), ``queries.jsonl`` (`_id`,
`text`) and ``qrels/test.tsv`` (query, document, score, under a line of headings).
"""

import json
from dataclasses import dataclass
from math import log2
from pathlib import Path
from statistics import mean
from time import perf_counter

from whoosh import query as ask

from articles.search import ranking
from articles.search.closer import closer
from articles.search.engine import create
from articles.search.parsing import plain
from articles.search.planning import plan
from articles.search.schema import schema, text_document

DEPTH = 100


@dataclass(frozen=True)
class Collection:
    """`relevant` has for each query the scores of its documents above 0."""

    documents: list[dict]
    queries: dict[str, str]
    relevant: dict[str, dict[str, int]]

    @classmethod
    def read(cls, folder):
        folder = Path(folder)
        relevant = {}
        for line in (folder / "qrels" / "test.tsv").read_text(encoding="utf-8").splitlines()[1:]:
            query, document, score = line.split("\t")
            if int(score) > 0:
                relevant.setdefault(query, {})[document] = int(score)
        queries = {row["_id"]: row["text"] for row in _rows(folder / "queries.jsonl")}
        return cls(list(_rows(folder / "corpus.jsonl")), queries, relevant)


def _rows(path):
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def index_of(collection, folder):
    """An index of the product's own schema in an empty folder."""
    index = create(folder, schema())
    with index.writer() as writer:
        for row in collection.documents:
            fields = text_document(row.get("title") or "", "", row["text"])
            writer.add_document(id=row["_id"], **fields)
    return index


def ranked(finder, text, level):
    """Numbers of the first DEPTH documents for a query, which is words and nothing else: its signs join nothing.

    What has only some of up to three words comes behind what has them all, as on the page.
    """
    made = plan(plain(text), level, finder)
    wanted = [made.wanted] if made.some is None else [made.wanted, ask.AndNot(made.some, made.wanted)]
    found = (finder.find(query, limit=max(DEPTH, ranking.DEPTH)).hits for query in wanted)
    ranks = [hit.stored["id"] for hits in found for hit in closer(finder, hits, made)]
    return ranks[:DEPTH]


def evaluate(collection, folder, level="stem"):
    """Figures from 0 to 1, each the mean over the queries that have a relevant document; and queries a second."""
    finder = index_of(collection, folder).finder(weighting=ranking.weighting())
    queries = [query for query in collection.queries if query in collection.relevant]
    began = perf_counter()
    runs = {query: ranked(finder, collection.queries[query], level) for query in queries}
    took = perf_counter() - began
    figures = {
        name: round(mean(measure(runs[query], collection.relevant[query]) for query in queries), 4)
        for name, measure in MEASURES.items()
    }
    return (
        {"level": level, "documents": len(collection.documents), "queries": len(queries)}
        | figures
        | {"queries/s": round(len(queries) / took, 1)}
    )


def ndcg(run, relevant, depth=10):
    gained = sum(relevant.get(document, 0) / log2(rank + 2) for rank, document in enumerate(run[:depth]))
    best = sorted(relevant.values(), reverse=True)[:depth]
    return gained / sum(score / log2(rank + 2) for rank, score in enumerate(best))


def reciprocal_rank(run, relevant, depth=10):
    return next((1 / rank for rank, document in enumerate(run[:depth], 1) if document in relevant), 0.0)


def recall(run, relevant, depth):
    return len(set(run[:depth]) & set(relevant)) / len(relevant)


def average_precision(run, relevant):
    """Over the first DEPTH."""
    found, total = 0, 0.0
    for rank, document in enumerate(run, 1):
        if document in relevant:
            found += 1
            total += found / rank
    return total / len(relevant)


MEASURES = {
    "nDCG@10": ndcg,
    "MRR@10": reciprocal_rank,
    "Recall@10": lambda run, relevant: recall(run, relevant, 10),
    "Recall@100": lambda run, relevant: recall(run, relevant, 100),
    "MAP": average_precision,
}
