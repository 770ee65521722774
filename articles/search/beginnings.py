"""Names found by how one of their words begins, and the words after it."""

from bisect import bisect_left
from dataclasses import dataclass

from articles.arabic.normalizer import fold

LAST = "\U0010ffff"


@dataclass(frozen=True)
class Beginnings:
    """`starts`: the folded ends of names from each of their words on, sorted; `values`: what each is a name of."""

    starts: tuple[str, ...] = ()
    values: tuple = ()

    @classmethod
    def of(cls, named):
        """From pairs of a name and what it is a name of, which can be sorted."""
        rows = set()
        for name, value in named:
            words = fold(name).split()
            rows |= {(" ".join(words[first:]), value) for first in range(len(words))}
        return cls(*map(tuple, zip(*sorted(rows), strict=True))) if rows else cls()

    def beginning(self, typed):
        """The set of those with a word that begins so and is followed by words that begin so.

        >>> Beginnings.of([("خليفة حفتر", 7)]).beginning(["خلي", "حف"])
        {7}
        """
        first, last = bisect_left(self.starts, typed[0]), bisect_left(self.starts, typed[0] + LAST)
        if len(typed) == 1:
            return set(self.values[first:last])
        return {value for start, value in self._rows(first, last) if _follow(start.split(), typed)}

    def _rows(self, first, last):
        return zip(self.starts[first:last], self.values[first:last], strict=True)


def _follow(words, typed):
    return len(words) >= len(typed) and all(
        word.startswith(letters) for word, letters in zip(words, typed, strict=False)
    )


NONE = Beginnings()
