"""Runs of letters of a word, by which it is near to its kin: كتاب and كتب, مفاوضات and تفاوض."""

from functools import lru_cache

LENGTH = 4
EDGE = "_"


@lru_cache(maxsize=1 << 17)
def grams(word: str) -> tuple[str, ...]:
    """The letters of a folded word four by four, its edges marked: وزير gives _وزي, وزير, زير_.

    A word of one or two letters is one gram, itself between its edges.
    """
    marked = f"{EDGE}{word}{EDGE}"
    return tuple(marked[at : at + LENGTH] for at in range(len(marked) - LENGTH + 1)) or (marked,)
