"""Who does the work of an import: this process alone, or others beside it that read, study texts and fill the index.

    with crew(processes=2) as hands:
        for row in hands.rows(parts):        Items and Refusals in their order, read ahead by the others
            …
        studies = hands.study(texts)         begins at once, if there are others
        …
        studies()                            [Study, …], waited for

What is committed meanwhile is brought into the index by the others; at the end nothing is left for them.
"""

import gc
import os
import signal
import time
from collections import deque
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from functools import cached_property, partial
from multiprocessing import get_all_start_methods, get_context
from threading import Thread

from django.db import connection, connections

from articles.actors.linking import gazetteer
from articles.ingest.parts import Unread, rows_of, together
from articles.ingest.study import study
from articles.search.outbox import drain, drain_some, left_to

# So many parts of files are read before they are asked for: two transactions of them.
AHEAD = 8
# How many things are made before Python looks through the newest for cycles, and how often through the older.
SELDOM = (100_000, 20, 20)


@contextmanager
def crew(processes):
    """An `Alone`, or a `Crew` of so many processes, this one included."""
    forks = "fork" in get_all_start_methods() and not connection.in_atomic_block
    with _seldom_collected():
        if processes < 2 or not forks:
            yield Alone()
            return
        hands = Crew(processes - 1)
        try:
            with left_to(hands.drain):
                yield hands
            hands.finish()
        finally:
            hands.stop()
        drain()


@contextmanager
def _seldom_collected():
    """An import keeps millions of words and makes few cycles: to look for these as usual takes a tenth of the time."""
    usual = gc.get_threshold()
    gc.freeze()
    gc.set_threshold(*SELDOM)
    try:
        yield
    finally:
        gc.set_threshold(*usual)
        gc.unfreeze()


class Alone:
    """This process, which does everything itself when it is needed."""

    @cached_property
    def _names(self):
        return gazetteer()

    rows = staticmethod(rows_of)

    def study(self, texts):
        """A function that gives the studies of the texts."""
        return lambda: [found for some in _shares(texts) for found in study(some, self._names)]


class Crew:
    """Other processes, forked from this one; they go when it goes, however it ends."""

    def __init__(self, others):
        names = gazetteer()
        # A connection must not be shared between processes; each opens its own when it needs one.
        connections.close_all()
        self._pool = ProcessPoolExecutor(others, get_context("fork"), _begin, (names, os.getpid()))
        self._draining = self._pool.submit(os.getpid)

    def rows(self, parts):
        """What the parts hold, in their order."""
        waiting = deque()
        for part in parts:
            if isinstance(part, Unread):
                waiting.append(partial(_read, part, self._pool.submit(part.rows)))
            else:
                waiting.append(partial(tuple, [part]))
            if len(waiting) > AHEAD:
                yield from waiting.popleft()()
        while waiting:
            yield from waiting.popleft()()

    def study(self, texts):
        """A function that waits for the studies of the texts."""
        tasks = [self._pool.submit(_study, some) for some in _shares(texts)]
        return lambda: [found for task in tasks for found in task.result()]

    def drain(self):
        """Has what was committed brought into the index, unless that is about to be done anyway."""
        if self._draining.done():
            self._draining = self._pool.submit(drain_some)

    def finish(self):
        self._draining.exception()

    def stop(self):
        self._pool.shutdown(cancel_futures=True)


def _read(part, task):
    """The rows of a part, from another process unless none has begun with it: then this one has the time."""
    return part.rows() if task.cancel() else task.result()


def _shares(texts):
    """The texts in lists that are worth a task each, and never much memory."""
    for some in together(enumerate(text.body for text in texts)):
        yield [texts[number] for number, _body in some]


def _begin(names, parent):
    """In another process: remember the gazetteer, leave Ctrl+C to the parent, and do not outlive it."""
    global _names
    _names = names
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_go_with, args=(parent,), daemon=True).start()


def _go_with(parent):
    while os.getppid() == parent:
        time.sleep(1)
    os._exit(1)


def _study(texts):
    return study(texts, _names)
