"""Several processes share an import as one alone would do it; a kill loses and doubles nothing."""

import gc
import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest

from articles.arabic.analyzer import shipped_lexicon
from articles.ingest.crew import SELDOM, crew

PROJECT = Path(__file__).parents[3]
ROWS = 1050
WAIT = 240
SAID = ("missing", "stale", "surplus", "damaged")


def manage(folder, *arguments, **options):
    command = [sys.executable, "manage.py", *arguments]
    environment = os.environ | {
        "ARCHIVE_DATA": str(folder),
        "DATABASE_URL": f"sqlite:///{folder}/archive.sqlite3",
    }
    return subprocess.Popen(
        command, cwd=PROJECT, env=environment, stdout=subprocess.PIPE, text=True, **options
    )


def output(folder, *arguments):
    said, _ = manage(folder, *arguments).communicate(timeout=WAIT)
    return said


@pytest.fixture
def corpus(tmp_path):
    """Each text names somebody; every tenth line is another text at the address before it."""
    dice, words = random.Random(7), list(shipped_lexicon())
    rows = [
        {
            "title": f"خبر رقم {number}",
            "body": f"قال محمد المنفي إن {' '.join(dice.choices(words, k=20))}.",
            "url": f"https://marfa.example/{number - (number % 10 == 9)}",
        }
        for number in range(ROWS)
    ]
    path = tmp_path / "corpus.jsonl"
    path.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    return path


@pytest.fixture
def archive(tmp_path):
    output(tmp_path, "migrate", "-v0")
    output(tmp_path, "loaddata", "-v0", "sources", "actors", "offices")
    return tmp_path


def ask(folder, sql):
    with sqlite3.connect(f"file:{folder}/archive.sqlite3?mode=ro", uri=True, timeout=60) as database:
        return database.execute(sql).fetchall()


def addresses(folder):
    return Counter(url for (url,) in ask(folder, "SELECT url FROM articles_article"))


def wait_for_a_batch(folder, process):
    until = time.monotonic() + WAIT
    while not ask(folder, "SELECT COUNT(*) FROM articles_article")[0][0]:
        assert process.poll() is None
        assert time.monotonic() < until
        time.sleep(0.02)


def test_a_killed_import_run_again_brings_each_article_once_and_its_processes_are_gone(archive, corpus):
    wanted = Counter({json.loads(line)["url"]: 1 for line in corpus.read_text().splitlines()})
    first = manage(archive, "import_articles", str(corpus), "--processes=2", start_new_session=True)
    wait_for_a_batch(archive, first)
    first.kill()
    first.wait()
    there = addresses(archive)
    again = json.loads(output(archive, "import_articles", str(corpus), "--processes=2", "--json"))
    assert (addresses(archive), again["added"]) == (wanted, (wanted - there).total())
    assert ask(archive, "SELECT COUNT(*) FROM articles_outboxentry") == [(0,)]
    assert ask(archive, "SELECT COUNT(DISTINCT article_id) FROM articles_mention") == [(len(wanted),)]
    assert json.loads(output(archive, "check_index", "--json")) == {name: [] for name in SAID}
    with pytest.raises(ProcessLookupError):
        os.killpg(first.pid, signal.SIG_DFL)


def test_a_crew_leaves_the_search_for_cycles_as_it_was(db):
    before = gc.get_threshold(), gc.get_freeze_count()
    with crew(processes=1):
        within = gc.get_threshold()
    assert (within, (gc.get_threshold(), gc.get_freeze_count())) == (SELDOM, before)
