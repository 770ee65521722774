"""What survives: a killed writer, a damaged file, a search while another process writes."""

import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from whoosh import query

from articles.search.engine import Damaged, LockError, Missing, create, open_index
from articles.search.engine.index import ArrayIndex
from articles.tests.search.engine.corpus import make_schema

EVERY = query.Term("words", "كلمة")
# Writes one generation after the other, each of ten documents, and says after each commit how many there are.
WRITING = """
import sys
import django
django.setup()
from articles.search.engine import open_index
index, number = open_index(sys.argv[1]), 0
while True:
    with index.writer(timeout=5) as writer:
        for _ in range(10):
            writer.update_document(id=f"n{number}", words=["كلمة"])
            number += 1
    print(number, flush=True)
"""


@pytest.fixture
def path(tmp_path):
    create(str(tmp_path / "index"), make_schema())
    return tmp_path / "index"


def add(index, *names):
    with index.writer() as writer:
        for name in names:
            writer.update_document(id=name, words=["كلمة"])


def writing(path):
    root = str(Path(__file__).parents[4])
    return subprocess.Popen(
        [sys.executable, "-c", WRITING, str(path)],
        stdout=subprocess.PIPE,
        cwd=root,
        env=os.environ | {"PYTHONPATH": root, "DJANGO_SETTINGS_MODULE": "newsarchive.settings"},
    )


@pytest.mark.parametrize("delay", [0.0, 0.003, 0.006, 0.009])
def test_a_writer_killed_at_any_moment_loses_nothing_that_was_committed(path, delay):
    process = writing(path)
    committed = [int(process.stdout.readline()) for _ in range(5)][-1]
    time.sleep(delay)
    process.send_signal(signal.SIGKILL)
    committed = max(committed, *map(int, process.stdout.read().split() or [0]), 0)
    process.wait()
    index = open_index(str(path))
    total = index.finder().count(EVERY)
    # The process may have died between a commit and saying so.
    assert (index.damage, total in (committed, committed + 10), index.damaged_arrays()) == (None, True, [])
    add(index, "after")
    assert index.finder().count(EVERY) == total + 1


def test_each_search_sees_a_whole_generation(path):
    index, process = open_index(str(path)), writing(path)
    process.stdout.readline()
    totals = []
    until = time.monotonic() + 0.5
    while time.monotonic() < until:
        finder = index.finder()
        totals.append((finder.count(EVERY), finder.snapshot.documents))
    process.kill()
    process.wait()
    assert all(found == documents and found % 10 == 0 for found, documents in totals)
    assert totals == sorted(totals)
    assert totals[-1][0] > 0


def test_threads_share_one_index(path):
    index = ArrayIndex(str(path))
    add(index, *"abcdef")
    found = []
    threads = [
        threading.Thread(target=lambda: found.append(index.finder().find(EVERY, limit=6).total))
        for _ in range(8)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [6] * 8


def test_another_process_that_writes_holds_the_lock(path):
    index = open_index(str(path))
    with open_index(str(path)).writer() as writer:
        writer.add_document(id="a", words=["كلمة"])
        with pytest.raises(LockError):
            index.writer(timeout=0.05)


def test_no_index_is_missing(tmp_path):
    with pytest.raises(Missing):
        open_index(str(tmp_path / "nowhere"))


def test_a_new_index_touches_no_other_files_in_its_folder(path):
    add(open_index(str(path)), "a")
    (path / "archive.sqlite3").write_bytes(b"precious")
    index = create(str(path), make_schema())
    kept = sorted(file.name for file in path.iterdir() if not file.name.endswith("LOCK"))
    assert (kept, index.finder().count(EVERY)) == (["_MAIN_0.toc", "archive.sqlite3"], 0)


def newest(path, pattern):
    return max(path.glob(pattern), key=lambda file: file.stat().st_mtime_ns)


@pytest.mark.parametrize("pattern", ["*.toc", "*.arrays"])
@pytest.mark.parametrize("harm", ["cut", "changed", "gone"])
def test_a_damaged_generation_is_named_and_the_one_before_answers(path, pattern, harm):
    index = open_index(str(path))
    add(index, "a")
    add(index, "b")
    file = newest(path, pattern)
    content = file.read_bytes()
    file.unlink()
    if harm == "cut":
        file.write_bytes(content[: len(content) // 2])
    elif harm == "changed":
        file.write_bytes(content[:-12] + b"?" + content[-11:])
    del index
    opened = open_index(str(path))
    # A missing table of contents leaves no trace: the generation before it is then the newest.
    assert (opened.finder().count(EVERY), opened.damage is None) == (1, (pattern, harm) == ("*.toc", "gone"))


def test_over_a_damaged_generation_a_new_one_can_be_written(path):
    index = open_index(str(path))
    add(index, "a")
    add(index, "b")
    newest(path, "*.toc").write_bytes(b"")
    del index
    index = open_index(str(path))
    add(index, "c")
    assert (index.finder().count(EVERY), index.damage) == (2, None)


def test_when_nothing_is_whole_that_is_said(path):
    add(open_index(str(path)), "a")
    for file in path.glob("*.toc"):
        file.write_bytes(b"")
    with pytest.raises(Damaged):
        open_index(str(path))


def test_content_that_changed_on_the_disk_is_found_when_looked_for(path):
    add(open_index(str(path)), "a")
    file = newest(path, "*.arrays")
    with open(file, "r+b") as opened:
        opened.seek(64)
        opened.write(b"?")
    assert len(open_index(str(path)).damaged_arrays()) == 1
