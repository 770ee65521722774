"""Runs of letters of a word, by which it is near to its kin: كتاب and كتب, مفاوضات and تفاوض."""

from functools import lru_cache

import numpy as np

from articles.arabic.vocabulary import Vocabulary

LENGTH = 4
EDGE = "_"


@lru_cache(maxsize=1 << 17)
def grams(word: str) -> tuple[str, ...]:
    """The letters of a folded word four by four, its edges marked: وزير gives _وزي, وزير, زير_.

    A word of one or two letters is one gram, itself between its edges.
    """
    marked = f"{EDGE}{word}{EDGE}"
    return tuple(marked[at : at + LENGTH] for at in range(len(marked) - LENGTH + 1)) or (marked,)


class Grams:
    """The grams of the entries of a vocabulary as numbers of `terms`; `spelt` gives the word that an entry is.

    >>> runs = words.kept(Grams, itemgetter(1))
    >>> counts, grams = runs.of(analysis.numbers)
    >>> counts, runs.terms[grams]
    (array([3]), array(['_وزي', 'وزير', 'زير_'], dtype=object))
    """

    def __init__(self, words: Vocabulary, spelt):
        self._grams, self._spelt = Vocabulary(), spelt
        self.terms = self._grams.column(str)
        self._lists = words.lists(self._numbers)

    def _numbers(self, entry) -> list[int]:
        return [self._grams[gram] for gram in grams(self._spelt(entry))]

    def of(self, numbers: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """(how many grams each of the words with these numbers has, all of them in order)."""
        return self._lists[numbers]
