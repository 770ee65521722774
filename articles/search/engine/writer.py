"""The writer: gathers documents and deletions, and makes the next generation of them.

Nothing is looked up while documents come in. At the end the keys of all that was replaced or deleted are looked up
in each segment at once, the gathered documents become a segment, small segments are put together, and the new table
of contents is renamed into place.
"""

import os
import time
from itertools import chain

import numpy as np

from .array_file import rename_durably
from .documents import NOTHING, DocumentBuffer
from .merging import merge
from .policy import to_merge
from .segment import open_segment
from .whoosh_parts import IndexWriter, LockError

# A segment is written when this many words have come in: about 500 MB of memory while it is sorted.
WORDS_AT_ONCE = 12_000_000


class ArrayWriter(IndexWriter):
    """Holds the index's lock from the beginning to `commit` or `cancel`; use it in a `with`."""

    def __init__(self, index, timeout=0.0, delay=0.02, words_at_once=WORDS_AT_ONCE):
        self._lock = index.lock("WRITELOCK")
        _acquire(self._lock, timeout, delay)
        try:
            snapshot = index.snapshot()
            toc = index.read_toc(snapshot.generation)
        except BaseException:
            self._lock.release()
            raise
        self.index, self.schema, self.segments = index, toc.schema, toc.segments
        # Above a damaged newest one, too, so that what is written now becomes the newest.
        self.generation = max(index.generations()) + 1
        self.is_closed = False
        self._words_at_once = words_at_once
        self._written = []
        self._doomed, self._newest = set(), {}
        self._buffer = DocumentBuffer(self.schema)

    def reader(self, **options):
        return self.index.reader(**options)

    def add_document(self, **fields):
        """Number of the document within the segment being gathered."""
        return self.add_documents([fields])

    def add_documents(self, documents, texts=NOTHING):
        """Add dicts with their texts beside them, as `DocumentBuffer.add_all` takes them. Number of the first."""
        for name in {*texts}.union(*documents):
            if not name.startswith("_") and name not in self.schema:
                raise ValueError(f"No field named {name!r}")
        first = self._buffer.add_all(documents, texts)
        if self._buffer.words >= self._words_at_once:
            self._flush()
        return first

    def update_document(self, **fields):
        """Add a document in the place of those with the same value in a unique field."""
        self.update_documents([fields])

    def update_documents(self, documents, texts=NOTHING):
        """As `add_documents`, each in the place of those with the same value in a unique field; no two may share it."""
        keys = [list(self._keys(fields)) for fields in documents]
        for key in chain.from_iterable(keys):
            self._doom(key)
        buffer = self._buffer
        first = self.add_documents(documents, texts)
        if buffer is self._buffer:
            for number, own in enumerate(keys, first):
                self._newest |= dict.fromkeys(own, number)

    def _keys(self, fields):
        for name, value in fields.items():
            if name in self.schema and self.schema[name].unique:
                yield name, self.schema[name].to_bytes(value)

    def delete_by_term(self, fieldname, text, searcher=None):
        self._doom((fieldname, self.schema[fieldname].to_bytes(text)))

    def _doom(self, key):
        self._doomed.add(key)
        if key in self._newest:
            self._buffer.dead.add(self._newest.pop(key))

    def delete_by_query(self, q, searcher=None):
        """How many documents of the last generation match and are deleted."""
        numbers = self.index.finder().numbers(q)
        for number in numbers.tolist():
            self.delete_document(number)
        return len(numbers)

    def delete_document(self, docnum, delete=True):
        """Delete by number, counted through the segments of the last generation."""
        for segment in self.segments:
            if docnum < segment.doc_count_all():
                return segment.delete_document(docnum, delete)
            docnum -= segment.doc_count_all()
        raise IndexError("No such document")

    def delete_everything(self):
        """Empty the index, together with what this writer was given so far."""
        self.segments = []
        self._doomed, self._newest = set(), {}
        self._buffer = DocumentBuffer(self.schema)

    def add_segments(self, segments, folder):
        """Take in segments that were built aside; their files are moved out of that folder."""
        self._flush()
        self._take_in(segments, folder)
        self.segments = self.segments + list(segments)

    def _take_in(self, segments, folder):
        for segment in segments:
            rename_durably(segment.path(folder), segment.path(self.index.path))
        self._written += segments

    def replace_segments(self, group, merged, folder):
        """Put a segment in the place of those it was merged from aside; False when one of these is gone by now.

        What was deleted in them since then is deleted in the new one too.
        """
        now = {segment.segment_id(): segment for segment in self.segments}
        if any(segment.segment_id() not in now for segment in group):
            return False
        merged.delete_all(deleted_since(group, now))
        self._flush()
        self._take_in([merged], folder)
        self._put_in_place([now[segment.segment_id()] for segment in group], merged)
        return True

    # As Whoosh has it, these may be set on a writer that a `with` will commit.
    merge, optimize = True, False

    def commit(self, mergetype=None, optimize=None, merge=None):
        """Make the next generation: all in one segment with `optimize`, none put together with `merge=False`."""
        optimize = self.optimize if optimize is None else optimize
        merge = self.merge if merge is None else merge
        try:
            self._flush()
            self.segments = [segment for segment in self.segments if segment.doc_count()]
            for group in to_merge(self.segments, everything=optimize) if merge or optimize else []:
                self._merge(group)
            self.index.write_toc(self.schema, self.segments, self.generation)
        except BaseException:
            self.cancel()
            raise
        self._finish()

    def cancel(self):
        for segment in self._written:
            path = segment.path(self.index.path)
            if os.path.exists(path):
                os.remove(path)
        self._finish()

    def _finish(self):
        self.is_closed = True
        self._lock.release()

    def _flush(self):
        """Carry out the deletions, then put the gathered documents after the segments they replace."""
        self._delete_doomed()
        if self._buffer.count > len(self._buffer.dead):
            segment = self._buffer.write(self.index.path, self.index.indexname)
            self.segments = [*self.segments, segment]
            self._written.append(segment)
        self._buffer, self._newest = DocumentBuffer(self.schema), {}

    def _delete_doomed(self):
        by_field = {}
        for name, text in self._doomed:
            by_field.setdefault(name, set()).add(text)
        for segment in self.segments if by_field else []:
            opened = open_segment(segment, self.index.path)
            found = [
                number
                for name, keys in by_field.items()
                for number in documents_with(opened.field(name), keys)
            ]
            if found:
                segment.delete_all(found)
        self._doomed = set()

    def _merge(self, group):
        sources = [(segment, open_segment(segment, self.index.path)) for segment in group]
        merged = merge(self.index.path, sources, self.index.indexname)
        self._written.append(merged)
        self._put_in_place(group, merged)

    def _put_in_place(self, group, merged):
        """Where the first of the group was, so that of equals the older go on standing first."""
        place = self.segments.index(group[0])
        rest = [segment for segment in self.segments[place:] if segment not in group]
        self.segments = [*self.segments[:place], merged, *rest]


def deleted_since(group, now):
    """Numbers, in a merge of the group, of documents deleted in the segments as they are now."""
    numbers, base = [], 0
    for segment in group:
        living = (
            np.ones(segment.documents, bool) if segment.deleted_mask() is None else ~segment.deleted_mask()
        )
        deleted = now[segment.segment_id()].deleted_mask()
        if deleted is not None:
            numbers += (np.flatnonzero(deleted[living]) + base).tolist()
        base += segment.doc_count()
    return numbers


def documents_with(field, keys):
    """Numbers of the documents of a `FieldArrays` that have one of these terms."""
    if field is None:
        return []
    lexicon = field.lexicon
    if len(keys) * 50 > len(lexicon):
        ordinals = [ordinal for ordinal, term in enumerate(lexicon.terms()) if term in keys]
    else:
        ordinals = [ordinal for ordinal in map(lexicon.find, keys) if ordinal >= 0]
    return [number for ordinal in ordinals for number in field.docs_of(ordinal).tolist()]


def _acquire(lock, timeout, delay):
    until = time.monotonic() + timeout
    while not lock.acquire():
        if time.monotonic() >= until:
            raise LockError("Another process is writing to the index")
        time.sleep(delay)
