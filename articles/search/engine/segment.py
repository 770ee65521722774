"""A segment: what the table of contents remembers of it, and its open arrays.

A segment's file never changes. What is deleted belongs to the generation: it stands in the table of contents,
so a reader of an older generation goes on seeing what it saw.
"""

import os
import pickle
import threading
import weakref
import zlib

import numpy as np

from .array_file import ArrayFile, Damaged
from .lexicon import Lexicon
from .whoosh_parts import Segment

EXTENSION = ".arrays"

_opened = weakref.WeakValueDictionary()
_opening = threading.Lock()


def open_segment(segment, folder):
    """The `OpenSegment` of a line of the table of contents; the same object as long as anyone in the process has it."""
    path = os.path.abspath(segment.path(folder))
    with _opening:
        opened = _opened.get(path)
        if opened is None:
            opened = _opened[path] = OpenSegment(segment, folder)
        return opened


class ArraySegment(Segment):
    """One line of the table of contents: name, number of documents, size of the file, bitmap of the deleted."""

    def __init__(self, index_name, documents=0, size=0):
        super().__init__(index_name)
        self.documents = documents
        self.size = size
        self._deleted = None
        self._deleted_count = 0

    def codec(self):
        return self.CODEC

    def path(self, folder):
        return os.path.join(folder, self.make_filename(EXTENSION))

    def should_assemble(self):
        return False

    def set_doc_count(self, documents):
        self.documents = documents

    def doc_count_all(self):
        return self.documents

    def deleted_count(self):
        return self._deleted_count

    def deleted_mask(self):
        """Array of bool, one a document; None when nothing is deleted."""
        if self._deleted is None:
            return None
        bits = np.frombuffer(self._deleted, "u1")
        return np.unpackbits(bits, count=self.documents).view(bool)

    def deleted_docs(self):
        mask = self.deleted_mask()
        return [] if mask is None else np.flatnonzero(mask).tolist()

    def is_deleted(self, number):
        return self._deleted is not None and bool(self._deleted[number >> 3] & (0x80 >> (number & 7)))

    def delete_document(self, number, delete=True):
        self.delete_all([number], delete)

    def delete_all(self, numbers, delete=True):
        """Mark these; `delete=False` takes the mark back."""
        mask = self.deleted_mask()
        mask = np.zeros(self.documents, bool) if mask is None else mask.copy()
        mask[np.asarray(numbers, "i8")] = delete
        self._deleted_count = int(np.count_nonzero(mask))
        self._deleted = np.packbits(mask).tobytes() if self._deleted_count else None


class OpenSegment:
    """The arrays of one segment. Shared by all generations that have the segment, and by threads."""

    def __init__(self, segment, folder):
        self.id = segment.segment_id()
        self.file = ArrayFile(segment.path(folder))
        self.documents = self.file.about["documents"]
        if self.documents != segment.documents or self.file.size != segment.size:
            raise Damaged(f"{self.file.path} is not the file the table of contents speaks of")
        self._fields, self._columns = {}, {}
        self._lock = threading.RLock()
        # What is worked out once from arrays that never change: ordinals shared by segments, days of dates.
        self.derived = {}

    def field_names(self):
        return list(self.file.about["fields"])

    def field(self, name):
        """`FieldArrays`, or None when no document here has the field."""
        if name not in self._fields and name in self.file.about["fields"]:
            self._fields[name] = FieldArrays(self.file, name, self.documents)
        return self._fields.get(name)

    def column(self, name):
        """One value a document, as `Column`; None when no document here has one."""
        if name not in self._columns:
            self._columns[name] = Column(self.file, name) if f"{name}/column" in self.file else None
        return self._columns[name]

    def stored(self, number):
        """The fields kept with a document, as a new dict."""
        if "stored/column" not in self.file:
            return {}
        return unpack_stored(self.column("stored")[number])

    def derive(self, key, make):
        """What `make(self)` gives, made once."""
        with self._lock:
            if key not in self.derived:
                self.derived[key] = make(self)
            return self.derived[key]


class FieldArrays:
    """Postings of one field in one segment, by the ordinal of the term.

    Postings of term t are `docs[starts[t]:starts[t + 1]]`; `freqs` goes beside `docs` and is None where every term
    occurs once; `weights` is there only where a boost made them other than the frequencies.
    """

    def __init__(self, file, name, documents):
        def part(which):
            return file.get(f"{name}/{which}")

        self.name, self.documents = name, documents
        self.about = file.about["fields"][name]
        self.lexicon = Lexicon(part("terms"), part("term_starts"))
        self.starts, self.docs = part("starts"), part("docs")
        self.freqs, self.weights = part("freqs"), part("weights")
        self.positions, self.position_starts = part("positions"), part("position_starts")
        self.lengths = part("lengths")
        self.ordinals, self.ordinal_starts = part("ordinals"), part("ordinal_starts")
        self.boundaries = {unit: (part(unit), part(unit + "_starts")) for unit in ("sentence", "paragraph")}

    @property
    def total_length(self):
        return self.about["length"]

    def doc_frequency(self, ordinal):
        return int(self.starts[ordinal + 1] - self.starts[ordinal])

    def doc_frequencies(self, ordinals):
        """An int64 for each of an array of ordinals."""
        return self.starts[ordinals + 1].astype("i8") - self.starts[ordinals]

    def docs_of(self, ordinal):
        return self.docs[self.starts[ordinal] : self.starts[ordinal + 1]]

    def freqs_of(self, ordinal):
        if self.freqs is None:
            return np.ones(self.doc_frequency(ordinal), "u1")
        return self.freqs[self.starts[ordinal] : self.starts[ordinal + 1]]

    def weights_of(self, ordinal, where=slice(None)):
        """Frequency times boost of the postings `where`, as float64."""
        if self.weights is None:
            return self.freqs_of(ordinal)[where].astype("f8")
        return self.weights[self.starts[ordinal] : self.starts[ordinal + 1]][where].astype("f8")

    def positions_of(self, ordinal):
        """(positions, starts): positions of the n-th posting are positions[starts[n]:starts[n + 1]]."""
        first, last = self.position_starts[ordinal], self.position_starts[ordinal + 1]
        starts = np.zeros(self.doc_frequency(ordinal) + 1, "i8")
        np.cumsum(self.freqs_of(ordinal), out=starts[1:])
        return self.positions[first:last], starts


def sums_before(numbers, places):
    """The sum of all numbers before each of these ascending places: ([2, 1, 3], [0, 2]) → [0, 3].

    In one pass and without an array as long as all of them, which would cost more than the sums.
    """
    if not len(places):
        return np.empty(0, "i8")
    between = np.add.reduceat(numbers, places, dtype="i8")
    return np.cumsum(between) - between + numbers[: places[0]].sum(dtype="i8")


class Column:
    """Values by document number: an array of numbers, or bytes in a blob."""

    def __init__(self, file, name):
        self.values = file[f"{name}/column"]
        self.starts = file.get(f"{name}/column_starts")
        self.default = file.about["defaults"].get(name)

    def __len__(self):
        return len(self.values) if self.starts is None else len(self.starts) - 1

    def __getitem__(self, number):
        if self.starts is None:
            return self.values[number].item()
        return self.values[self.starts[number] : self.starts[number + 1]].tobytes()


def pack_stored(fields):
    """Bytes of a document's stored fields; deflated when that saves something."""
    packed = pickle.dumps(fields, pickle.HIGHEST_PROTOCOL)
    if len(packed) < 256:
        return packed
    return zlib.compress(packed, 3)


def unpack_stored(packed):
    # A pickle of protocol 2 or above begins with 0x80, a zlib stream never does.
    return pickle.loads(packed if packed[:1] == b"\x80" else zlib.decompress(packed)) if packed else {}
