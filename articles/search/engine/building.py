"""Work aside from the index: segments are made in a folder of their own, without the lock, and then taken in.

Searching goes on with the generation there is, and so does writing; only the taking in needs the lock.
"""

import math
import multiprocessing
import os
import shutil
import tempfile
from contextlib import contextmanager

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
    """Segments, in the folder, of all documents of all shares; one process for each share.

    `batches(share)` gives what `add_documents` takes. It runs in the process of its share, which is
    forked: what must not be shared, such as connections to a database, is to be closed before. The function and the
    shares are sent to it by pickle.
    """
    tasks = [
        (folder, index.indexname, index.snapshot().schema, share, batches, words_at_once) for share in shares
    ]
    if len(tasks) == 1:
        return _build_share(tasks[0])
    with multiprocessing.get_context("fork").Pool(len(tasks)) as pool:
        return [segment for segments in pool.map(_build_share, tasks, chunksize=1) for segment in segments]


def _build_share(task):
    folder, index_name, schema, share, batches, words_at_once = task
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
