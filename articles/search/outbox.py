"""From the outbox into the index: by the process that saved, else by the next, else by `index_worker`."""

from contextlib import contextmanager
from contextvars import ContextVar
from threading import Lock, Thread

from django.db import OperationalError, connection
from django.db.models import Max

from articles.models import Article, OutboxEntry
from articles.models.planner import learn_sizes
from articles.search.backend import LockError, backend, index_of
from articles.search.upkeep import note_error, tidy_soon

BATCH = 1000
MANY = 500  # rows for which nobody waits who saves
BATCH_ASIDE = 200  # soon done, so that whoever saves meanwhile gets hold of the index
WAIT = 5.0  # seconds for another process to let go of the index


_aside = Lock()
_others = ContextVar("others", default=None)


@contextmanager
def left_to(others):
    """Within, what is committed is brought into the index by others, who are asked by calling `others()`."""
    before = _others.set(others)
    try:
        yield
    finally:
        _others.reset(before)


def state():
    """What differs after each change to an article or to who is named in it: ``(["0f3a…"], 17, 0)``. One query.

    An index that was made anew has segments of other names.
    """
    snapshot = backend().opened().snapshot()
    newest = OutboxEntry.objects.aggregate(newest=Max("pk"))["newest"] or 0
    return [segment.segid for segment, _opened in snapshot.segments], snapshot.generation, newest


def drain_soon():
    """What was just committed: at once, or in a thread where an act changed MANY articles, as a merge may."""
    if others := _others.get():
        others()
    elif OutboxEntry.objects.count() <= MANY:
        drain()
    else:
        Thread(target=_drain_aside).start()


def _drain_aside():
    """One thread of a process; the one that is at it takes what is queued meanwhile.

    While a long transaction of another keeps the database locked it stays queued, for whoever comes next.
    """
    try:
        while OutboxEntry.objects.exists() and _aside.acquire(blocking=False):
            try:
                if not drain(BATCH_ASIDE):
                    break
            finally:
                _aside.release()
    except OperationalError as error:
        note_error(error)
    finally:
        connection.close()


def drain(batch=BATCH):
    """Brings the index up to the database; returns how many articles were looked at.

    A row goes only when the index has been committed, so what a dying process leaves is taken by the next.
    If another process holds the index's lock for longer than WAIT, that one or a later one will do it.
    """
    looked_at = 0
    while found := drain_some(batch):
        looked_at += found
    if looked_at:
        tidy_soon()
    if looked_at >= MANY:
        learn_sizes()
    return looked_at


def drain_some(batch=BATCH):
    """One round of `drain`; 0 when nothing is left, or when another process holds the index."""
    numbers = set(OutboxEntry.objects.values_list("article", flat=True)[:batch])
    if not numbers:
        return 0
    seen = list(OutboxEntry.objects.filter(article__in=numbers).values_list("pk", flat=True))
    try:
        replace(numbers)
    except LockError:
        return 0
    except Exception as error:
        note_error(error)
        raise
    OutboxEntry.objects.filter(pk__in=seen).delete()
    return len(numbers)


def replace(numbers):
    """Puts the published among the articles into the index anew and takes the others out, in one commit."""
    backend().replace(index_of(Article), numbers, WAIT)
