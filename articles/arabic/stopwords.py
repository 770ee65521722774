"""Words that say nothing about the subject, folded as the text is: `"الذي" in STOPWORDS`."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from articles.arabic.normalizer import fold

DATA = Path(__file__).parent / "data"


def data_lines(path: Path) -> Iterator[str]:
    """The lines of a data file without its comments (`# …`) and blank lines."""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            yield line


def load_words(path: Path) -> frozenset[str]:
    """The words of a data file, folded; any number a line."""
    return frozenset(fold(word) for line in data_lines(path) for word in line.split())


STOPWORDS = load_words(DATA / "stopwords.txt")


def without_stopwords(words: Iterable[str]) -> list[str]:
    """The folded `words` that carry meaning; all of them when none does."""
    words = list(words)
    return [word for word in words if word not in STOPWORDS] or words
