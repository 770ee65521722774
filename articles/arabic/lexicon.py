"""How often each folded word occurs, which is how the stemmer knows a word from a stump.

lexicon = Lexicon.from_texts(["قال وزير الداخلية", "وزير النفط"])
lexicon["وزير"]      -> 2
lexicon["زير"]       -> 0
"""

import hashlib
from collections import Counter
from collections.abc import Iterable
from itertools import islice
from pathlib import Path

import numpy as np

from articles.arabic.normalizer import fold
from articles.arabic.reading import Joined
from articles.arabic.stopwords import DATA, data_lines

SHIPPED = DATA / "lexicon.txt"
LIBYAN = DATA / "libyan_words.txt"
AT_ONCE = 500  # texts


class Lexicon(Counter):
    """Folded word -> frequency; an unknown word counts 0."""

    @classmethod
    def from_texts(cls, texts: Iterable[str]) -> "Lexicon":
        """Count the Arabic words of `texts` as they stand, clitics and all."""
        lexicon, texts = cls(), iter(texts)
        while some := list(islice(texts, AT_ONCE)):
            read = Joined(some)
            words = read.folded[read.lexis.tokens.column(_is_word, bool)[read.tokens]]
            numbers, counts = np.unique(words, return_counts=True)
            entries = map(read.lexis.folded.entries.__getitem__, numbers.tolist())
            lexicon.update(dict(zip(entries, counts.tolist(), strict=True)))
        return lexicon

    @classmethod
    def load(cls, *paths: Path) -> "Lexicon":
        """Read files of lines «frequency word word …», by default the shipped ones, and add them up."""
        lexicon = cls()
        for path in paths or (SHIPPED, LIBYAN):
            for line in data_lines(path):
                # A line at once, of which there are hundreds, and not each of hundreds of thousands of words.
                frequency, *words = fold(line).split()
                lexicon.update(dict.fromkeys(words, int(frequency)))
        return lexicon

    def write(self, path: Path, header: str, least: int = 3) -> None:
        """Write the words that occur `least` times or more, each line those of one frequency."""
        lines = [f"# {line}".rstrip() for line in header.splitlines()]
        by_frequency: dict[int, list[str]] = {}
        for word, frequency in self.items():
            by_frequency.setdefault(frequency, []).append(word)
        for frequency in sorted(by_frequency, reverse=True):
            if frequency >= least:
                lines.append(" ".join((str(frequency), *sorted(by_frequency[frequency]))))
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")

    def digest(self) -> str:
        """The same for the same words and frequencies, whatever their order."""
        rows = "\n".join(f"{word} {self[word]}" for word in sorted(self))
        return hashlib.sha256(rows.encode()).hexdigest()


def _is_word(token: tuple[str, str]) -> bool:
    return token[1] == "word"
