"""A file of named arrays, mapped and not read.

    8 bytes of magic | the arrays, each from a 64-byte boundary on | directory (JSON) | footer

The directory gives each array's type, length, place and CRC-32, and whatever the owner wants remembered (`about`);
the footer gives the directory's place and CRC-32. Opening reads the footer and the directory and maps the rest;
`damaged()` reads everything. A file comes to its name by rename, after it has reached the disk: it is whole or absent.
"""

import json
import mmap
import os
import struct
import zlib

import numpy as np

MAGIC = b"ARCSEG01"
FOOTER = struct.Struct("<QII8s")
ALIGNMENT = 64
CHECK_STEP = 1 << 24


class Damaged(Exception):
    """The index cannot be trusted: a file is missing, cut short or changed."""


class ArrayFile:
    """An open file: `file["words/docs"]` is an array that cannot be written to.

    >>> ArrayFile("MAIN_ab12.arrays").about
    {'documents': 1000}
    """

    def __init__(self, path):
        self.path = path
        self.size = os.path.getsize(path) if os.path.exists(path) else 0
        if self.size < len(MAGIC) + FOOTER.size:
            raise Damaged(f"{path} is missing or cut short")
        with open(path, "rb") as file:
            self._map = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        self._arrays, self.about = self._directory()

    def _directory(self):
        at, length, checksum, magic = FOOTER.unpack(self._map[-FOOTER.size :])
        directory = self._map[at : at + length]
        if magic != MAGIC or self._map[: len(MAGIC)] != MAGIC or zlib.crc32(directory) != checksum:
            raise Damaged(f"{self.path} has a damaged directory")
        content = json.loads(directory)
        return content["arrays"], content["about"]

    def __contains__(self, name):
        return name in self._arrays

    def __getitem__(self, name):
        dtype, length, at, _ = self._arrays[name]
        return np.frombuffer(self._map, dtype, length, at)

    def get(self, name):
        return self[name] if name in self._arrays else None

    def names(self):
        return list(self._arrays)

    def let_go(self):
        """Have nothing of the file mapped any more; what is read from now on is mapped again, from memory as a rule."""
        if hasattr(mmap, "MADV_DONTNEED"):
            self._map.madvise(mmap.MADV_DONTNEED)

    def damaged(self):
        """Names of the arrays whose content is not what was written; reads the whole file."""
        return [
            name
            for name, (dtype, length, at, checksum) in self._arrays.items()
            if _checksum(self._map, at, length * np.dtype(dtype).itemsize) != checksum
        ]


class NewArrayFile:
    """Writes an `ArrayFile` of arrays whose types and lengths are known beforehand, in any order and by pieces.

    >>> file = NewArrayFile("x.arrays", {"docs": ("u4", 3)}, {"documents": 3})
    >>> file["docs"][:] = [1, 5, 9]
    >>> file.finish()
    """

    def __init__(self, path, plan, about):
        self.path, self._about = path, about
        self._temporary = path + ".tmp"
        self._places, at = {}, ALIGNMENT
        for name, (dtype, length) in plan.items():
            self._places[name] = (np.dtype(dtype).str, int(length), at)
            at += _aligned(int(length) * np.dtype(dtype).itemsize)
        self._end = at
        self._file = open(self._temporary, "w+b")  # noqa: SIM115 (closed by finish or abandon)
        self._file.truncate(at)
        self._map = mmap.mmap(self._file.fileno(), at)
        self._map[: len(MAGIC)] = MAGIC

    def __getitem__(self, name):
        dtype, length, at = self._places[name]
        return np.frombuffer(self._map, dtype, length, at)

    def finish(self):
        """Size of the finished file, which now stands under its own name."""
        arrays = {
            name: (dtype, length, at, _checksum(self._map, at, length * np.dtype(dtype).itemsize))
            for name, (dtype, length, at) in self._places.items()
        }
        directory = json.dumps({"arrays": arrays, "about": self._about}).encode()
        self._map.flush()
        self._file.seek(self._end)
        self._file.write(directory + FOOTER.pack(self._end, len(directory), zlib.crc32(directory), MAGIC))
        flush_to_disk(self._file)
        size = self._file.tell()
        self._file.close()
        rename_durably(self._temporary, self.path)
        return size

    def abandon(self):
        self._file.close()
        os.remove(self._temporary)


def write_arrays(path, arrays, about):
    """Size of the file written from a dict of arrays that are all at hand."""
    file = NewArrayFile(path, {name: (array.dtype, len(array)) for name, array in arrays.items()}, about)
    for name, array in arrays.items():
        file[name][:] = array
    return file.finish()


def flush_to_disk(file):
    file.flush()
    os.fsync(file.fileno())


def rename_durably(old, new):
    """Give a file its name so that a crash leaves the old state or the new one."""
    os.replace(old, new)
    directory = os.open(os.path.dirname(new) or ".", os.O_RDONLY)
    try:
        os.fsync(directory)
    finally:
        os.close(directory)


def narrow(array):
    """The same numbers in the smallest unsigned type that holds them: uint8, uint16, uint32 or int64."""
    return array.astype(narrow_type(array.max() if len(array) else 0), copy=False)


def narrow_type(largest):
    """
    >>> narrow_type(300)
    dtype('uint16')
    """
    for dtype in ("u1", "u2", "u4"):
        if largest <= np.iinfo(dtype).max:
            return np.dtype(dtype)
    return np.dtype("i8")


def starts_of(counts):
    """Where each run begins, and where the last one ends: [2, 0, 3] → [0, 2, 2, 5]."""
    starts = np.zeros(len(counts) + 1, "i8")
    np.cumsum(counts, out=starts[1:])
    return starts


def runs(starts, lengths):
    """The numbers of all runs, one after the other: starts [5, 9], lengths [2, 3] → [5, 6, 9, 10, 11]."""
    there = np.flatnonzero(lengths)
    starts, lengths = np.asarray(starts, "i8")[there], np.asarray(lengths, "i8")[there]
    if not len(there):
        return lengths
    ends = np.cumsum(lengths)
    # One step more each time, but from a run to the next: summed up in place, for large arrays are dear to come by.
    steps = np.ones(ends[-1], "i8")
    steps[0] = starts[0]
    steps[ends[:-1]] = starts[1:] - starts[:-1] - lengths[:-1] + 1
    return np.cumsum(steps, out=steps)


def ascending(numbers):
    """The numbers in ascending order, each once: [3, 5, 5, 1] → [1, 3, 5].

    NumPy's own `unique` puts them into a hash table first, which takes three times as long for numbers that are
    ascending, or a few such rows one behind the other, as they are here.
    """
    numbers = np.sort(numbers, kind="stable")
    different = np.ones(len(numbers), bool)
    np.not_equal(numbers[1:], numbers[:-1], out=different[1:])
    return numbers[different]


def _aligned(size):
    return -(-size // ALIGNMENT) * ALIGNMENT


def _checksum(mapped, at, size):
    checksum = 0
    with memoryview(mapped) as view:
        for begin in range(at, at + size, CHECK_STEP):
            checksum = zlib.crc32(view[begin : min(begin + CHECK_STEP, at + size)], checksum)
    return checksum
