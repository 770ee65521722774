"""Large files in parts, so that other processes can read them: one only cuts a file up, whoever has time reads.

for part in read_parts(path, known, zone):       Items, Refusals and Unread parts, in their order
rows_of([Unread(2, read, (path, lines)), Refusal("b.txt:1", "No text.")])     Items and Refusals alone
"""

from collections.abc import Callable
from dataclasses import dataclass

# What a part holds: enough to be worth sending to another process, and never much memory.
TOGETHER, BYTES = 125, 1 << 20


@dataclass(frozen=True)
class Unread:
    """A part of a file that gives at `most` so many rows: what ``read(*given)`` yields. All of it can be pickled."""

    most: int
    read: Callable
    given: tuple

    def rows(self):
        return list(self.read(*self.given))


def rows_of(parts):
    """What parts hold, each read when it is asked for."""
    for part in parts:
        yield from part.rows() if isinstance(part, Unread) else (part,)


def together(pieces):
    """Lists of pieces, each a pair of a number and what stands there, in parts of about the same size.

    >>> list(together([(1, b"{}"), (2, None), (4, b"{}")]))
    [[(1, b'{}'), (2, None), (4, b'{}')]]
    """
    some, size = [], 0
    for number, piece in pieces:
        some.append((number, piece))
        size += _size(piece)
        if len(some) == TOGETHER or size >= BYTES:
            yield some
            some, size = [], 0
    if some:
        yield some


def _size(piece):
    if isinstance(piece, list):
        return sum(map(_size, piece))
    return len(piece) if isinstance(piece, str | bytes) else 1
