"""The index as a directory: generations, the newest readable one, and what is wrong with the newest if it is not.

A generation is a table of contents, Whoosh's own, with a checksum after it. The generation before the newest is
kept, so that a reader half-way through opening finds its files, and so that a damaged one leaves something to
answer from. Files are written aside, brought to the disk and then renamed; nothing is ever changed in place.
"""

import os
import pickle
import struct
import threading
import zlib
from dataclasses import dataclass

from .array_file import Damaged, flush_to_disk, rename_durably
from .codec import ArrayCodec
from .finder import Finder
from .segment import EXTENSION, ArraySegment, open_segment
from .whoosh_parts import TOC, EmptyIndexError, FileIndex, FileStorage
from .writer import ArrayWriter

SEAL = struct.Struct("<I8s")
SEAL_MAGIC = b"ARCTOC01"
INDEX_NAME = "MAIN"
KEPT_GENERATIONS = 2

# A segment as read from a table of contents has to know its codec, and the codec's modules know segments.
ArraySegment.CODEC = ArrayCodec()


class Missing(Exception):
    """There is no index in the directory."""


class DurableStorage(FileStorage):
    """Files that are on the disk under their name, sealed by a checksum, or not there at all."""

    def rename_file(self, oldname, newname, safe=False):
        old, new = self._fpath(oldname), self._fpath(newname)
        with open(old, "r+b") as file:
            file.write(SEAL.pack(zlib.crc32(file.read()), SEAL_MAGIC))
            flush_to_disk(file)
        rename_durably(old, new)


@dataclass(frozen=True)
class Snapshot:
    """One generation, open: its schema and its (segment, `OpenSegment`) in order."""

    generation: int
    schema: object
    segments: list
    bases: list
    documents: int
    storage: object

    @property
    def folder(self):
        return self.storage.folder

    @classmethod
    def of(cls, toc, storage):
        segments = [(segment, open_segment(segment, storage.folder)) for segment in toc.segments]
        bases, documents = [], 0
        for segment, _ in segments:
            bases.append(documents)
            documents += segment.doc_count_all()
        return cls(toc.generation, toc.schema, segments, bases, documents, storage)


class ArrayIndex(FileIndex):
    """Whoosh's index of one directory; `damage` says what was found wrong, or is None."""

    def __init__(self, path, schema=None):
        self.storage = DurableStorage(path)
        self.indexname = INDEX_NAME
        self.path = path
        self.damage = None
        self._schema = schema
        self._snapshot = self._finder = None
        self._lock = threading.Lock()
        self.snapshot()

    def snapshot(self):
        """The newest generation, opened; the same object until there is a newer one."""
        with self._lock:
            newest = self.latest_generation()
            if self._snapshot is None or self._snapshot.generation != newest:
                self._snapshot = self._newest_whole(newest)
            return self._snapshot

    def adopt(self, schema):
        """Read and write with this schema instead of the one kept with the index."""
        with self._lock:
            self._schema, self._snapshot = schema, None

    def kept_schema(self):
        """The schema written with the newest generation, whatever was adopted since."""
        return TOC.read(self.storage, self.indexname, self.snapshot().generation).schema

    def generations(self):
        """Numbers of the generations present, newest first."""
        pattern = TOC._pattern(self.indexname)
        found = (pattern.match(name) for name in self.storage.list())
        return sorted((int(match.group(1)) for match in found if match), reverse=True)

    def read_toc(self, generation):
        name = TOC._filename(self.indexname, generation)
        try:
            with open(os.path.join(self.path, name), "rb") as file:
                content = file.read()
        except FileNotFoundError as error:
            raise Damaged(f"{name} is missing") from error
        body, seal = content[: -SEAL.size], content[-SEAL.size :]
        if len(seal) < SEAL.size or SEAL.unpack(seal) != (zlib.crc32(body), SEAL_MAGIC):
            raise Damaged(f"{name} is damaged")
        return TOC.read(self.storage, self.indexname, generation, self._schema)

    def _newest_whole(self, newest):
        """The newest generation that opens. A writer may be clearing old ones away meanwhile, so look again once."""
        for _ in range(3):
            wrong = []
            for generation in self.generations():
                try:
                    snapshot = Snapshot.of(self.read_toc(generation), self.storage)
                except Damaged as error:
                    wrong.append(str(error))
                else:
                    self.damage = wrong[0] if wrong else None
                    return snapshot
        if newest < 0:
            raise Missing(f"There is no index in {self.path}")
        self.damage = wrong[0] if wrong else None
        raise Damaged(self.damage)

    def _read_toc(self):
        # Whoosh's readers and writers come here: they see the generation that our own searches see.
        return self.read_toc(self.snapshot().generation)

    def writer(self, procs=1, **options):
        return ArrayWriter(self, **options) if "codec" not in options else super().writer(**options)

    def finder(self, **options):
        """The newest generation to search; `weighting=BM25F(…)` to score otherwise than by default."""
        snapshot = self.snapshot()
        if options:
            return Finder(snapshot, **options)
        # Kept, for the statistics of terms that it has gathered.
        if self._finder is None or self._finder.snapshot is not snapshot:
            self._finder = Finder(snapshot)
        return self._finder

    def size(self):
        """Bytes of the files that the newest generation needs."""
        return sum(segment.size for segment, _ in self.snapshot().segments)

    def damaged_arrays(self):
        """[(segment, name of array)] whose content is not what was written; reads the whole index."""
        opened = [opened for _, opened in self.snapshot().segments]
        return [(segment.id, name) for segment in opened for name in segment.file.damaged()]

    def write_toc(self, schema, segments, generation):
        TOC(schema, segments, generation).write(self.storage, self.indexname)
        self._clear_away(generation)

    def _clear_away(self, newest):
        """Delete what no kept generation needs. Only the holder of the lock comes here."""
        kept = [number for number in self.generations() if number <= newest][:KEPT_GENERATIONS]
        needed = {TOC._filename(self.indexname, number) for number in kept}
        for number in kept:
            try:
                segments = self.read_toc(number).segments
            except Damaged:
                continue
            needed |= {segment.make_filename(EXTENSION) for segment in segments}
        for name in self.storage.list():
            ours = name.startswith((self.indexname + "_", "_" + self.indexname))
            if ours and name not in needed and not name.endswith("LOCK"):
                os.remove(os.path.join(self.path, name))


_shared = {}


def shared_index(path):
    """The `ArrayIndex` of a directory that all threads of the process use."""
    path = os.path.abspath(path)
    if path not in _shared:
        _shared[path] = open_index(path)
    return _shared[path]


def create(path, schema):
    """A new, empty `ArrayIndex`; an index that stood in the directory is given up, other files are not touched."""
    os.makedirs(path, exist_ok=True)
    for name in os.listdir(path):
        if name.startswith(INDEX_NAME + "_") and not name.endswith("LOCK"):
            os.remove(os.path.join(path, name))
    TOC.create(DurableStorage(path), schema, INDEX_NAME)
    return ArrayIndex(path)


def open_index(path, schema=None):
    """The `ArrayIndex` of a directory; raises `Missing` or `Damaged`.

    A damaged newest generation with a whole one before it opens, and says so in `damage`. `schema` stands in for
    the one kept with the index, as Whoosh has it.
    """
    try:
        return ArrayIndex(path, schema)
    except (pickle.UnpicklingError, EmptyIndexError, AttributeError, EOFError) as error:
        raise Damaged(str(error)) from error
