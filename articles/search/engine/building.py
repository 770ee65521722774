"""Work aside from the index: segments are made in a folder of their own, without the lock, and then taken in.

Searching goes on with the generation there is, and so does writing; only the taking in needs the lock.
"""

import gc
import math
import multiprocessing
import os
import shutil
import tempfile
from contextlib import contextmanager
from functools import partial
from itertools import chain

from .documents import DocumentBuffer
from .merging import merge
from .policy import to_merge
from .segment import open_segment
from .whoosh_parts import LockError

ASIDE = "aside-"
WORDS_AT_ONCE = 12_000_000
FEW = 2


@contextmanager
def aside(index):
    """A folder within the index's directory that is gone afterwards.

    Only one process works aside at a time, others get LockError; so what is found there was left by one that died.
    """
    lock = index.lock("ASIDELOCK")
    if not lock.acquire():
        raise LockError("Another process is building or tidying the index")
    try:
        _clear(index)
        folder = tempfile.mkdtemp(prefix=ASIDE, dir=index.path)
        yield folder
    finally:
        _clear(index)
        lock.release()


def _clear(index):
    for name in os.listdir(index.path):
        if name.startswith(ASIDE):
            shutil.rmtree(os.path.join(index.path, name), ignore_errors=True)


def build(folder, index, shares, batches, words_at_once=WORDS_AT_ONCE):
    """Segments, in the folder, of all documents of all shares, as `by_shares` does them.

    `batches(share)` gives what `add_documents` takes.
    """
    given = folder, index.indexname, index.snapshot().schema, batches, words_at_once
    return list(chain.from_iterable(by_shares(partial(_build_share, *given), shares)))


def stretches(items, count):
    """The items in so many lists of the same length, or fewer: ([1, 2, 3, 4, 5], 2) → [1, 2, 3], [4, 5]."""
    size = -(-len(items) // count) or 1
    return (items[begin : begin + size] for begin in range(0, len(items), size))


def by_shares(work, shares):
    """[work(share), …], each in a process of its own; where there is one share alone, in this one.

    The processes are forked: what must not be shared, such as connections to a database, is to be closed before. The
    function and what it gives are sent by pickle.
    """
    if len(shares) < 2:
        return [_uncollected(work, share) for share in shares]
    with multiprocessing.get_context("fork").Pool(len(shares)) as pool:
        return pool.map(partial(_uncollected, work), shares, chunksize=1)


def _uncollected(work, share):
    """Without Python's search for cycles: there are none, and to look through millions of words takes a fifth more."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        return work(share)
    finally:
        if was_enabled:
            gc.enable()


def _build_share(folder, index_name, schema, batches, words_at_once, share):
    segments, buffer = [], DocumentBuffer(schema)
    for documents, texts in batches(share):
        buffer.add_all(documents, texts)
        if buffer.words >= words_at_once:
            segments.append(buffer.write(folder, index_name))
            buffer = DocumentBuffer(schema)
    return [*segments, buffer.write(folder, index_name)] if buffer.count else segments


def segments_of(index):
    return [segment for segment, _ in index.snapshot().segments]


def worth_merging(index):
    """Groups of segments to put together while nobody waits: few are reason enough, and no group is too large."""
    return to_merge(segments_of(index), at_once=math.inf, many=FEW)


def whole(index):
    """All segments as one group, for an index that was just made: each segment more costs every search a little."""
    return to_merge(segments_of(index), everything=True)


def overdue(index):
    """Groups of segments that saving would have put together, had they not been too large to wait for."""
    return to_merge(segments_of(index), at_once=math.inf)


def tidy(index, timeout=60.0, groups=worth_merging):
    """Put together what saving and building left in many segments; returns how many merges that took."""
    merges = 0
    with aside(index) as folder:
        while waiting := groups(index):
            sources = [(segment, open_segment(segment, index.path)) for segment in waiting[0]]
            merged = merge(index.path, sources, index.indexname, folder)
            with index.writer(timeout=timeout) as writer:
                writer.merge = False
                merges += writer.replace_segments(waiting[0], merged, folder)
    return merges
