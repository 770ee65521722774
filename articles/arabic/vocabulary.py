"""Things numbered at first sight, and what is known of each worked out once.

    words = Vocabulary()
    words.numbers(["قال", "الوزير", "قال"])               -> array([0, 1, 0])
    lengths = words.column(len, "u1")
    lengths[words.numbers(["الوزير"])]                     -> array([6])

A text of known words is then read by looking up arrays, without an object or a call for each word. Threads may share
a vocabulary: a number is told only when all that belongs to it is in its place, and an array that has become too small
is left to those who still read it.
"""

from collections.abc import Callable, Hashable, Iterable
from itertools import accumulate, pairwise
from threading import RLock

import numpy as np

ROOM = 1024


class Growing:
    """A NumPy array that rows are put behind; `array` has room to spare at its end."""

    def __init__(self, dtype, width: int | None = None):
        self.array = np.empty(ROOM if width is None else (ROOM, width), dtype)
        self.length = 0

    def extend(self, rows: list) -> None:
        end = self.length + len(rows)
        if end > len(self.array):
            larger = np.empty((max(end, 2 * len(self.array)), *self.array.shape[1:]), self.array.dtype)
            larger[: self.length] = self.array[: self.length]
            self.array = larger
        if rows:
            self.array[self.length : end] = rows
        self.length = end


class Vocabulary(dict):
    """Entry → number; `entries` has them in the order of their numbers."""

    def __init__(self):
        super().__init__()
        self.entries: list[Hashable] = []
        self.lock = RLock()
        self._kept = {}

    def __missing__(self, entry: Hashable) -> int:
        with self.lock:
            number = self.get(entry)
            if number is None:
                number = len(self.entries)
                self.entries.append(entry)
                self[entry] = number
            return number

    def numbers(self, entries: Iterable[Hashable]) -> np.ndarray:
        """The numbers of entries, of type `uint32`; those not yet known get theirs."""
        return np.array([self[entry] for entry in entries], "u4")

    def column(self, make: Callable, dtype=object, width: int | None = None) -> "Column":
        """What `make(entry)` gives for each: a value, or `width` of them; one column however often it is asked for."""
        return self.kept(Column, make, dtype, width)

    def lists(self, make: Callable, width: int | None = None) -> "Lists":
        """What `make(entry)` gives for each: a list of any length of whole numbers, or of rows of `width` of them."""
        return self.kept(Lists, make, width)

    def kept(self, kind: Callable, *of):
        """`kind(self, *of)`, made once and kept as long as the vocabulary."""
        kept = self._kept.get((kind, *of))
        return kept or self._kept.setdefault((kind, *of), kind(self, *of))


class Column:
    """One value, or one row, for each entry of a vocabulary, made when it is first asked for."""

    def __init__(self, vocabulary: Vocabulary, make: Callable, dtype, width: int | None):
        self.vocabulary, self.make = vocabulary, make
        self._values = Growing(dtype, width)

    def __getitem__(self, numbers):
        """The values of an array of numbers as an array; of one number the value."""
        if self._values.length < len(self.vocabulary.entries):
            self._follow()
        return self._values.array[numbers]

    def _follow(self) -> None:
        with self.vocabulary.lock:
            self._values.extend(
                [self.make(entry) for entry in self.vocabulary.entries[self._values.length :]]
            )


class Lists:
    """A list for each entry of a vocabulary, all of them one behind the other."""

    def __init__(self, vocabulary: Vocabulary, make: Callable, width: int | None):
        self.vocabulary, self.make = vocabulary, make
        self._rows, self._spans = Growing("u4", width), Growing("u4", 2)

    def __getitem__(self, numbers: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """(how long the list of each is, all of them in order)."""
        if self._spans.length < len(self.vocabulary.entries):
            self._follow()
        firsts, counts = self._spans.array[numbers].T
        ends = np.cumsum(counts, dtype="u4")
        places = np.arange(ends[-1] if len(ends) else 0, dtype="u4")
        places += np.repeat(firsts - (ends - counts), counts)
        return counts, self._rows.array[places]

    def _follow(self) -> None:
        with self.vocabulary.lock:
            made = [self.make(entry) for entry in self.vocabulary.entries[self._spans.length :]]
            ends = list(accumulate(map(len, made), initial=self._rows.length))
            self._rows.extend([row for rows in made for row in rows])
            self._spans.extend([(first, last - first) for first, last in pairwise(ends)])
