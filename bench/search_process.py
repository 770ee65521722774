"""One engine in a process of its own, told what to do through a pipe."""

import json
import multiprocessing
import os
import sqlite3
import time
from contextlib import closing, contextmanager, suppress
from functools import partial
from importlib import import_module
from itertools import islice
from pathlib import Path

import django

from bench.search_queries import marked, words_of

ENGINES = {
    "ours": "bench.search_ours:Ours",
    "stock": "bench.search_haystack:Haystack",
    "whoosh": "bench.search_ours:Stock",
    "tantivy": "bench.search_peers:Tantivy",
    "sqlite": "bench.search_peers:Sqlite",
    "postgres": "bench.search_peers:Postgres",
}
SAVES = 5


def documents_of(corpus, number, analysed=True, share=(0, 1)):
    """The first documents of a corpus; `words` is a list, or a function that makes it."""
    with open(corpus, encoding="utf-8") as lines:
        for line in islice(lines, share[0], number, share[1]):
            document = json.loads(line)
            text = document["title"] + "\n\n" + document["body"]
            yield document | {"words": words_of(text) if analysed else lambda text=text: words_of(text)}


class EngineProcess:
    """`call("page", asked)` gives what the engine's process answers."""

    def __init__(self, name, *where):
        self.name = name
        self._pipe, theirs = multiprocessing.get_context("spawn").Pipe()
        self._process = multiprocessing.get_context("spawn").Process(
            target=serve, args=(theirs, name, *where)
        )
        self._process.start()

    def call(self, what, *arguments):
        self._pipe.send((what, *arguments))
        answer = self._pipe.recv()
        if isinstance(answer, Exception):
            raise answer
        return answer

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self._pipe.send(("stop",))
        self._process.join()


def serve(pipe, name, *where):
    """The loop of an engine's process; it ends its engine also where the one who asked has died."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsarchive.settings")
    django.setup()
    served = Served(name, *where)
    with closing(served), suppress(EOFError):
        while (told := pipe.recv())[0] != "stop":
            try:
                pipe.send(getattr(served, told[0])(*told[1:]))
            except Exception as error:
                pipe.send(RuntimeError(f"{name}: {error!r}"))


class Served:
    """Each public method is one thing that can be asked of the process."""

    def __init__(self, name, corpus, number, folder, processes):
        module, kind = ENGINES[name].split(":")
        # Only now, with Django set up, and only the engine that is asked for: the others need not be installed.
        self.engine = getattr(import_module(module), kind)(str(Path(folder) / name))
        self.corpus, self.number, self.processes = corpus, number, processes
        self.texts = sqlite3.connect(Path(folder) / "texts.db")

    def build(self):
        """Seconds, those that making the words took not among them, and bytes."""
        if self.processes > 1 and hasattr(self.engine, "build_by"):
            return self._build_by()
        reading = Clock()
        with Clock().running() as whole:
            self.engine.build(reading.over(documents_of(self.corpus, self.number)))
        return {
            "cpu": whole.cpu - reading.cpu,
            "wall": whole.wall - reading.wall,
            "bytes": self.engine.size(),
        }

    def _build_by(self):
        shares = [(first, self.processes) for first in range(self.processes)]
        with Clock().running() as whole:
            self.engine.build_by(shares, partial(documents_of, self.corpus, self.number, True))
        return {
            "cpu": whole.cpu,
            "wall": whole.wall,
            "bytes": self.engine.size(),
            "processes": self.processes,
        }

    def open(self):
        with Clock().running() as clock:
            self.engine.open()
        return {"open": clock.wall}

    def page(self, asked):
        with Clock(getattr(self.engine, "elsewhere", None)).running() as clock:
            answer = self.engine.page(asked)
            searched = clock.so_far()
            if not getattr(self.engine, "marks_itself", False):
                self._mark(answer.hits, asked.wants())
        return {"cpu": clock.cpu, "wall": clock.wall, "search": searched, "outline": answer.outline()}

    def _mark(self, hits, wants):
        for name in hits:
            row = self.texts.execute("SELECT body FROM texts WHERE id = ?", (name,)).fetchone()
            marked(row[0], wants)

    def save(self):
        """Seconds until a new document can be found: of the first after opening, and the median."""
        seconds = []
        for place, document in enumerate(documents_of(self.corpus, SAVES)):
            document["id"] = str(self.number + 1 + place)
            with Clock().running() as clock:
                self.engine.save(document)
            seconds.append(clock.wall)
        return {"first save": seconds[0], "save": sorted(seconds)[SAVES // 2]}

    def memory(self):
        """Resident bytes: all, and those that are not pages of files."""
        with open("/proc/self/status") as status:
            fields = dict(line.split(":", 1) for line in status)
        return {
            "resident": int(fields["VmRSS"].split()[0]) * 1024,
            "anonymous": int(fields["RssAnon"].split()[0]) * 1024,
        }

    def close(self):
        if hasattr(self.engine, "close"):
            self.engine.close()


class Clock:
    """Seconds of the wall and of the CPU of this process, its children and what `elsewhere()` tells of others."""

    def __init__(self, elsewhere=None):
        self.wall = self.cpu = 0.0
        self._elsewhere = elsewhere or (lambda: 0.0)

    @contextmanager
    def running(self):
        wall, self._begun = time.perf_counter(), self._cpu()
        try:
            yield self
        finally:
            self.wall += time.perf_counter() - wall
            self.cpu += self.so_far()

    def so_far(self):
        """Seconds of CPU since it was set running."""
        return self._cpu() - self._begun

    def _cpu(self):
        times = os.times()
        return time.process_time() + times.children_user + times.children_system + self._elsewhere()

    def over(self, items):
        """The items, counting only the time that getting them takes."""
        items = iter(items)
        while True:
            with self.running():
                item = next(items, None)
            if item is None:
                return
            yield item
