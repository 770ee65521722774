"""The archive's index beside the one that Whoosh's own writer makes of the very same fields and words.

    python -m bench.index_size --corpus corpus.jsonl --n 10000

Every field of `articles.search.schema` is there, analysed once; both writers are handed the same terms at the same
positions (sentences and paragraphs go to ours alone: Whoosh has no place for them). Prints one JSON object with bytes
and seconds of processor time of each, the making of the words not among them, and their ratios.
"""

import argparse
import copy
import json
import os
import tempfile
import time
from datetime import datetime
from itertools import islice

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsarchive.settings")
django.setup()

from whoosh import index as whoosh_index  # noqa: E402
from whoosh.analysis import Analyzer, Token  # noqa: E402
from whoosh.fields import KEYWORD, TEXT, Schema  # noqa: E402

from articles.search.engine import create  # noqa: E402
from articles.search.engine.building import tidy  # noqa: E402
from articles.search.schema import documents, schema  # noqa: E402

BATCH = 1_000
MEGABYTES = 512


def prepared(corpus, number):
    """Articles as Haystack's `full_prepare` would give them."""
    with open(corpus, encoding="utf-8") as lines:
        for line in islice(lines, number):
            article = json.loads(line)
            yield _prepared(article, datetime.fromisoformat(article["date"]))


def _prepared(article, day):
    return {
        "id": f"articles.article.{article['id']}",
        "django_ct": "articles.article",
        "django_id": article["id"],
        **{name: article[name] for name in ("title", "body", "source")},
        "standfirst": "",
        "names": [],
        "actor": article["actors"],
        "place": [],
        "kind": "outlet",
        "language": "ar",
        "copies": "only",
        "year": f"{day:%Y}",
        "month": f"{day:%Y-%m}",
        "day": f"{day:%Y-%m-%d}",
        "published": day,
        "ends": day.replace(hour=23, minute=59, second=59),
    }


class Placed(str):
    """Passes for the text that Whoosh insists on; what counts are its `pairs` of term and position."""

    def __new__(cls, pairs=()):
        placed = super().__new__(cls)
        placed.pairs = list(pairs)
        return placed


def each_placed(texts):
    """A `Placed` for each document of a `Texts`."""
    words = texts.terms[texts.words].tolist()
    positions = range(len(words)) if texts.positions is None else texts.positions.tolist()
    pairs = zip(words, positions, strict=True)
    return (Placed(islice(pairs, count)) for count in texts.counts.tolist())


class Given(Analyzer):
    """Hands on the terms of a `Placed`."""

    def __call__(self, value, positions=False, mode="", **kwargs):
        made = Token(positions, removestops=False, mode=mode)
        for made.text, made.pos in value.pairs:
            made.stopped, made.boost = False, 1.0
            yield made


def whoosh_schema():
    """Ours with a `Given` in the place of each analyser of texts."""
    fields = {name: copy.copy(field) for name, field in schema().items()}
    for field in fields.values():
        if isinstance(field, TEXT):
            field.analyzer = Given()
    return Schema(**fields)


def for_whoosh(batch, texts, fields):
    """Documents as Whoosh's writer takes them: values by commas, words beside their positions."""
    for made, *own in zip(batch, *map(each_placed, texts.values()), strict=True):
        joined = {name: ",".join(value) for name, value in made.items() if isinstance(fields[name], KEYWORD)}
        yield made | joined | {"names": Placed()} | dict(zip(texts, own, strict=True))


def build(corpus, number, folder):
    """{"ours": (bytes, seconds), "whoosh": …}, both fed batch by batch."""
    ours = create(os.path.join(folder, "ours"), schema())
    os.makedirs(path := os.path.join(folder, "whoosh"))
    fields = whoosh_schema()
    theirs = whoosh_index.create_in(path, fields)
    seconds = {"ours": 0.0, "whoosh": 0.0}
    one, other = ours.writer(), theirs.writer(limitmb=MEGABYTES)
    found = prepared(corpus, number)
    while batch := list(islice(found, BATCH)):
        made, texts = documents(batch)
        seconds["ours"] += _timed(one.add_documents, made, texts)
        for document in list(for_whoosh(made, texts, fields)):
            seconds["whoosh"] += _timed(other.add_document, **document)
    seconds["ours"] += _timed(lambda: one.commit() or tidy(ours))
    seconds["whoosh"] += _timed(other.commit)
    sizes = {"ours": ours.size(), "whoosh": sum(entry.stat().st_size for entry in os.scandir(path))}
    return {name: {"bytes": sizes[name], "seconds": round(seconds[name], 1)} for name in sizes}


def _timed(action, *given, **named):
    began = time.process_time()
    action(*given, **named)
    return time.process_time() - began


if __name__ == "__main__":
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--corpus", required=True)
    parser.add_argument("--n", type=int, default=10_000)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as made_in:
        figures = build(given.corpus, given.n, made_in)
    ours, theirs = figures["ours"], figures["whoosh"]
    ratios = {
        "size": round(ours["bytes"] / theirs["bytes"], 2),
        "speed": round(theirs["seconds"] / ours["seconds"], 1),
    }
    print(json.dumps(figures | {"articles": given.n, "ratios": ratios}))
