"""The words of one field in one segment: sorted bytes in one blob, found by halving."""

from bisect import bisect_left
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from .array_file import narrow, starts_of

# Every so many-th term is kept in memory from the first look-up on, as a signpost.
STRIDE = 64
REMEMBERED = 2000


class Lexicon:
    """A sorted sequence of terms that is never loaded; a term's place in it is its ordinal.

    >>> lexicon.find(b"tripoli"), lexicon.within(b"tri"), lexicon[812]
    (812, (812, 815), b'tripoli')
    """

    def __init__(self, blob, starts):
        # memoryview gives Python's own bytes and int several times faster than NumPy's scalars do.
        self._blob, self._starts = memoryview(blob), memoryview(starts)
        self.blob, self.starts = blob, starts
        self._signposts, self._shapes = None, {}
        self._found = {}

    def __len__(self):
        return len(self._starts) - 1

    def __getitem__(self, ordinal):
        if ordinal < 0 or ordinal >= len(self):
            raise IndexError(ordinal)
        return bytes(self._blob[self._starts[ordinal] : self._starts[ordinal + 1]])

    def find(self, term):
        """The term's ordinal, or -1. One search asks for the same term several times over."""
        at = self._found.get(term)
        if at is None:
            at = self.from_term(term)
            if at == len(self) or self[at] != term:
                at = -1
            if len(self._found) >= REMEMBERED:
                self._found = {}
            self._found[term] = at
        return at

    def from_term(self, term):
        """Ordinal of the first term that is not before this one."""
        if self._signposts is None:
            self._signposts = [self[ordinal] for ordinal in range(0, len(self), STRIDE)]
        # Among terms at hand Python's own halving is quick; only the last few steps go to the map.
        post = bisect_left(self._signposts, term)
        return bisect_left(self, term, max(0, post - 1) * STRIDE, min(post * STRIDE, len(self)))

    def within(self, prefix):
        """First and one past the last ordinal of the terms beginning with these bytes."""
        following = after_prefix(prefix)
        return self.from_term(prefix), len(self) if following is None else self.from_term(following)

    def terms(self, first=0, last=None):
        """List of the terms from one ordinal up to another."""
        last = len(self) if last is None else last
        if first >= last:
            return []
        starts = self.starts[first : last + 1].tolist()
        base = starts[0]
        blob = bytes(self._blob[base : starts[-1]])
        return [blob[a - base : b - base] for a, b in pairwise(starts)]

    def shapes(self, first, last):
        """The `Shapes` of the terms from one ordinal up to another, worked out once for each such stretch."""
        if (first, last) not in self._shapes:
            self._shapes[first, last] = Shapes.of(self.blob, self.starts[first : last + 1])
        return self._shapes[first, last]


class Shapes(NamedTuple):
    """Terms by their letters: `letters` of all as code points, where each `begins`, how many it has, and which.

    Behind the letters of the last term stands a 0.
    """

    letters: np.ndarray
    begins: np.ndarray
    lengths: np.ndarray
    bits: np.ndarray

    @classmethod
    def of(cls, blob, starts):
        starts = starts.astype("i8")
        blob = blob[starts[0] : starts[-1]]
        letters = np.frombuffer((blob.tobytes().decode() + "\0").encode("utf-32-le"), "u4")
        # Every byte of UTF-8 but the continuing ones (10xxxxxx) begins a letter.
        begins = starts_of((blob & 0xC0) != 0x80)[starts - starts[0]].astype("u4")
        lengths = np.diff(begins).astype("i2")
        # For a run of no letters `reduceat` gives the one that follows; the last of all runs takes in the 0.
        there = bits_of(letters)
        there[-1] = 0
        bits = np.bitwise_or.reduceat(there, begins[:-1]) if len(lengths) else there[:0]
        return cls(narrow(letters), begins[:-1], lengths, np.where(lengths > 0, bits, np.uint64(0)))


def bits_of(letters):
    """A bit for each code point, sixty-four of them in all, so that texts of the same letters have the same bits."""
    return np.uint64(1) << (letters % 64).astype("u8")


def after_prefix(prefix):
    """The least bytes above everything that begins so; None when there are none.

    >>> after_prefix(b"ab"), after_prefix(b"a\\xff")
    (b'ac', b'b')
    """
    head = prefix.rstrip(b"\xff")
    return head[:-1] + bytes([head[-1] + 1]) if head else None


def lexicon_arrays(terms):
    """(blob, starts) of sorted terms, as a `Lexicon` takes them."""
    lengths = np.fromiter(map(len, terms), "i8", len(terms))
    starts = starts_of(lengths)
    if starts[-1] < 1 << 32:
        starts = starts.astype("u4")
    return np.frombuffer(b"".join(terms), "u1"), starts
