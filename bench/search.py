"""The analyst's page, measured beside other engines on one corpus.

    python -m bench.search --corpus corpus.jsonl --n 10000,100000 --against stock,tantivy,sqlite,postgres

A page is: exact total, twenty hits with their passages marked, the ten most frequent sources and actors, the years,
and a histogram by month. All engines index the same folded words, answer the same queries in turn (one after the other,
round after round, so that whatever else the machine does falls on all alike), fetch the same twenty texts from the
same table and mark them with the same function; only Haystack marks itself, in its own index. Each runs in a process
of its own. CPU is that process's, for PostgreSQL with its server's; while indexing without, where it says little.
Writes tables, JSON and a plot to --out.
"""

import argparse
import itertools
import json
import os
import platform
import sqlite3
import tempfile
from contextlib import ExitStack
from datetime import UTC, datetime
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

import django

from bench.search_plot import plot
from bench.search_process import EngineProcess, documents_of
from bench.search_queries import Sample, make_queries, steady_queries
from bench.search_report import figures_of, report, table

SAMPLE = 5_000
PACKAGES = {"whoosh": "whoosh", "haystack": "django-haystack", "numpy": "numpy", "tantivy": "tantivy"}


def measure(corpus, number, engines, options):
    """Figures of all engines at one size, as JSON has them."""
    with ExitStack() as stack:
        folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="bench-search-", dir=options.work))
        os.chmod(folder, 0o755)
        sample = prepare(corpus, number, folder)
        queries = make_queries(sample, options.each) + steady_queries(sample, number, options.each)
        where = corpus, number, folder, options.processes
        running, built = [], {}
        for name in engines:
            with EngineProcess(name, *where) as engine:
                built[name] = engine.call("build")
            running.append(stack.enter_context(EngineProcess(name, *where)))
            built[name] |= running[-1].call("open")
            print(f"{number:>9,} {name:<9} built in {built[name]['cpu']:.0f} s of CPU", flush=True)
        answers = ask(running, queries, options.rounds)
        for engine in running:
            built[engine.name] |= engine.call("save") | engine.call("memory")
        return {"documents": number} | figures_of(built, answers)


def prepare(corpus, number, folder):
    """A `Sample` to pick the queries from; the texts go into a table for the hits."""
    texts = sqlite3.connect(Path(folder) / "texts.db")
    texts.execute("CREATE TABLE texts (id TEXT PRIMARY KEY, body TEXT) WITHOUT ROWID")
    sample = Sample()
    for place, document in enumerate(documents_of(corpus, number, analysed=False)):
        texts.execute(
            "INSERT INTO texts VALUES (?, ?)", (document["id"], document["title"] + "\n\n" + document["body"])
        )
        if place < SAMPLE:
            sample.add(document["words"](), document["source"])
    texts.commit()
    texts.close()
    return sample


def ask(running, queries, rounds):
    """[(engine, query, answer)] with the answers of all engines in turn; the first round only warms up.

    Who comes first changes from round to round, for the texts that one has marked the next finds in the caches.
    """
    answers = []
    for turn, asked in itertools.product(range(rounds + 1), queries):
        for engine in running if turn % 2 else reversed(running):
            answer = engine.call("page", asked)
            if turn:
                answers.append((engine.name, asked, answer))
    return answers


def machine():
    versions = {name: version(package) for name, package in PACKAGES.items() if find_spec(name)}
    return {
        "when": datetime.now(UTC).isoformat(timespec="minutes"),
        "machine": platform.platform(),
        "cores": os.cpu_count(),
        "load": os.getloadavg(),
        "versions": {"python": platform.python_version(), "sqlite": sqlite3.sqlite_version} | versions,
    }


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--corpus", required=True, help="JSONL as bench.make_corpus writes it")
    parser.add_argument("--n", default="10000", help="numbers of documents, parted by commas")
    parser.add_argument(
        "--against", default="", help="stock, whoosh, tantivy, sqlite, postgres, parted by commas"
    )
    parser.add_argument("--stock-up-to", type=int, default=10_000, help="Whoosh's own writer takes long")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--each", type=int, default=6, help="queries of each class")
    parser.add_argument("--processes", type=int, default=1, help="processes that build the archive's index")
    parser.add_argument("--work", default=None, help="where the indexes are made, and removed again")
    parser.add_argument("--out", default="bench/results")
    options = parser.parse_args()
    results = {"on": machine(), "sizes": []}
    for number in map(int, options.n.split(",")):
        engines = ["ours", *filter(None, options.against.split(","))]
        if number > options.stock_up_to:
            engines = [name for name in engines if name not in ("stock", "whoosh")]
        results["sizes"].append(measure(options.corpus, number, engines, options))
        print(table(results["sizes"][-1]), flush=True)
        keep(results, Path(options.out))


def keep(results, folder):
    """After each size, since the next may take an hour."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "search.json").write_text(json.dumps(results, indent=2))
    (folder / "search.md").write_text(report(results))
    plot(results["sizes"], folder / "search.png")


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsarchive.settings")
    django.setup()
    main()
