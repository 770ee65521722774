"""How well the archive's own analysis, index and ranking find what a test collection says they should.

A collection is a folder in the BEIR layout: ``corpus.jsonl`` (`_id`, `title`, `text`), ``queries.jsonl`` (`_id`,
`text`) and ``qrels/test.tsv`` (query, document, score, under a line of headings).
"""

import json
from dataclasses import dataclass
from itertools import islice
from math import log2
from pathlib import Path
from statistics import mean
from time import perf_counter

from articles.search import ranking
from articles.search.closer import closer
from articles.search.engine import create
from articles.search.engine.building import tidy
from articles.search.layout import laid_out
from articles.search.parsing import plain
from articles.search.planning import plan
from articles.search.schema import schema

DEPTH = 100
AT_ONCE = 2_500  # documents held in memory


class Unreadable(ValueError):
    """A collection that is not in the BEIR layout, or has nothing to measure by; says where."""


@dataclass(frozen=True)
class Collection:
    """`relevant` has for each query the scores of its documents above 0; `documents` is read when it is iterated."""

    folder: Path
    queries: dict[str, str]
    relevant: dict[str, dict[str, int]]

    @classmethod
    def read(cls, folder):
        """Raises Unreadable."""
        folder = Path(folder)
        relevant = {}
        for query, document, score in _judgements(folder / "qrels" / "test.tsv"):
            if score > 0:
                relevant.setdefault(query, {})[document] = score
        queries = {str(row["_id"]): row["text"] for row in _rows(folder / "queries.jsonl", "_id", "text")}
        judged = {query: text for query, text in queries.items() if query in relevant}
        if not judged:
            raise Unreadable(f"{folder}: none of the queries has a relevant document")
        return cls(folder, judged, relevant)

    @property
    def documents(self):
        """(number, title, text) of each; what has no title or no text has an empty one."""
        for row in _rows(self.folder / "corpus.jsonl", "_id"):
            yield str(row["_id"]), row.get("title") or "", row.get("text") or ""


def _lines(path):
    try:
        with path.open(encoding="utf-8-sig") as lines:
            yield from ((number, line) for number, line in enumerate(lines, 1) if line.strip())
    except (OSError, UnicodeDecodeError) as error:
        raise Unreadable(f"{path}: {error}") from error


def _rows(path, *needed):
    for number, line in _lines(path):
        try:
            row = json.loads(line)
            missing = [name for name in needed if name not in row]
        except (ValueError, TypeError) as error:
            raise Unreadable(f"{path}:{number}: {error}") from error
        if missing:
            raise Unreadable(f"{path}:{number}: no {missing[0]}")
        yield row


def _judgements(path):
    """(query, document, score), the line of headings left out."""
    for number, line in _lines(path):
        try:
            query, document, score = line.rstrip("\r\n").split("\t")
            yield query, document, int(float(score))
        except ValueError as error:
            if number > 1:
                raise Unreadable(f"{path}:{number}: not query, document and score between tabs") from error


def index_of(collection, folder):
    """An index of the product's own schema in an empty folder."""
    index, documents = create(folder, schema()), iter(collection.documents)
    while batch := list(islice(documents, AT_ONCE)):
        with index.writer() as writer:
            texts = laid_out([(title, "", text) for _, title, text in batch])
            writer.add_documents([{"id": number} for number, _, _ in batch], texts)
    tidy(index)
    return index


def ranked(finder, text, level):
    """Numbers of the first DEPTH documents for a query, which is words and nothing else: its signs join nothing.

    What has only some of up to three words comes behind what has them all, as on the page.
    """
    made = plan(plain(text), level, finder)
    if not made.words:
        return []
    wanted = [query for query in (made.wanted, made.some) if query is not None]
    found = (finder.find(query, limit=max(DEPTH, ranking.DEPTH)).hits for query in wanted)
    ranks = [hit.stored["id"] for hits in found for hit in closer(finder, hits, made)]
    return ranks[:DEPTH]


def evaluate(collection, folder, level="stem"):
    """Figures from 0 to 1, each the mean over the queries that have a relevant document; and queries a second."""
    finder = index_of(collection, folder).finder(weighting=ranking.weighting())
    began = perf_counter()
    runs = {query: ranked(finder, text, level) for query, text in collection.queries.items()}
    took = perf_counter() - began
    figures = {
        name: round(mean(measure(runs[query], collection.relevant[query]) for query in runs), 4)
        for name, measure in MEASURES.items()
    }
    return (
        {"level": level, "documents": finder.snapshot.documents, "queries": len(runs)}
        | figures
        | {"queries/s": round(len(runs) / took, 1)}
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
