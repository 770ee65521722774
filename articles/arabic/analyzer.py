"""What is indexed, asked for and marked: one text in four views.

    for word in Analyzer().words("وقال عبد الله للصحافة"):
        word.surface, word.bare, word.stem
    ->  ("وقال", "قال", "قال")   ("عبدالله", "عبدالله", "عبدالله")   ("للصحافه", "صحافه", "صحاف")

    Analyzer().read(text)     the same as numbers, many times as fast: see `Analysis`

The views are steps of a ladder: words alike in `exact` are alike in `surface`, those in `bare`, those in `stem`.
"""

import hashlib
import re
from collections.abc import Set
from functools import cache, cached_property, lru_cache
from pathlib import Path
from typing import NamedTuple

import numpy as np

from articles.arabic.compounds import HEADS, bare_father, bare_name, joined, parts
from articles.arabic.lexicon import LIBYAN, SHIPPED, Lexicon
from articles.arabic.normalizer import exact, fold
from articles.arabic.reading import Lexis, Reading
from articles.arabic.stemmer import Stemmer
from articles.arabic.vocabulary import Vocabulary

MEMO = 100_000
CHAIN = (
    "letters",
    "normalizer",
    "tokenizer",
    "reading",
    "compounds",
    "stemmer",
    "analyzer",
    "grams",
    "roots",
)
_LATIN_ARTICLE = re.compile("(?:al|el|ad|an|ar|as|ash|at|az)-")
# Of such words the numbers, or the words between the signs, are found too.
HAVE_PARTS = ("date", "url", "email")
_INNER = re.compile(r"[^\W_]+")
_SON, _SON_BETWEEN_NAMES = "ابن", "بن"


class Word(NamedTuple):
    """One word; a `part` stands at the position of what it is part of: «الله» in «عبد الله», 2024 in 14/2/2024.

    Parts are there to be found, not to ask with: a query leaves them out.
    """

    position: int
    start: int
    end: int
    exact: str
    surface: str
    bare: str
    stem: str
    part: bool = False


# What an entry of `Analysis.words` consists of.
FORMS = ("exact", "surface", "bare", "stem", "part")


class Analysis:
    """The words of a `Reading` in the order of `Analyzer.words`: `numbers` in the vocabulary `words`, and places.

    An entry of `words` is a tuple of FORMS.
    """

    def __init__(self, reading: Reading, words: Vocabulary, rows: np.ndarray, token_positions: np.ndarray):
        self.reading, self.words, self._token_positions = reading, words, token_positions
        self.numbers, self.starts, self.ends, self.positions = rows

    def positions_of(self, tokens: np.ndarray) -> np.ndarray:
        """The positions of the words that tokens of the reading are, or belong to."""
        return self._token_positions[tokens]


class Analyzer:
    """The chain with its lexicon and the folded words of names, `protected`, that are left whole."""

    def __init__(self, lexicon: Lexicon | None = None, protected: Set[str] = frozenset()):
        self.stemmer = Stemmer(shipped_lexicon() if lexicon is None else lexicon, protected)
        # One word without its clitics stands behind many.
        self._stem = lru_cache(MEMO)(self.stemmer.stem)

    def words(self, text: str) -> list[Word]:
        """The words of `text` in order, after each the parts that it has."""
        read = self.read(text)
        columns = (column.tolist() for column in (read.positions, read.starts, read.ends, read.numbers))
        forms, make = read.words.entries, Word._make
        return [
            make((position, start, end, *forms[number]))
            for position, start, end, number in zip(*columns, strict=True)
        ]

    def asked(self, text: str) -> list[Word]:
        """The words of a query: those of `words` without the parts of names."""
        return [word for word in self.words(text) if not word.part]

    def read(self, text: str | Reading) -> Analysis:
        """The words of `text` as numbers."""
        reading = text if isinstance(text, Reading) else Reading(text)
        known = reading.lexis.known.get(self) or reading.lexis.known.setdefault(
            self, _Known(self, reading.lexis)
        )
        return known.analysis(reading)

    @cached_property
    def version(self) -> str:
        """Changes with the rules, the word lists, the lexicon and the protected names."""
        return _digest(chain_digest(), self.stemmer.lexicon.digest(), *sorted(self.stemmer.protected))

    def analysed(self, written: str, kind: str) -> tuple[tuple, bool]:
        """(exact, surface, bare, stem, part) of a token, and whether it may have parts, or be one."""
        surface = fold(written)
        if kind == "word":
            return self.arabic(exact(written), surface)
        bare = surface
        if kind == "latin":
            bare = _LATIN_ARTICLE.sub("", surface, count=1).removesuffix("'s").replace("'", "")
            surface = surface.replace("'", "")
        elif kind in ("initials", "title"):
            bare = surface = surface.replace(".", "")
        elif kind == "date":
            bare = _in_order(surface)
        return (exact(written), surface, bare, bare, False), kind in HAVE_PARTS

    def arabic(self, written: str, surface: str) -> tuple[tuple, bool]:
        name = bare_name(surface)
        if name:
            return (written, surface, name, name, False), True
        bare = bare_father(surface) or self.stemmer.bare(surface)
        bare = _SON_BETWEEN_NAMES if bare == _SON else bare
        return (written, surface, bare, self._stem(bare), False), surface in HEADS


class _Known:
    """What an analyzer knows of the tokens of a lexis."""

    def __init__(self, analyzer: Analyzer, lexis: Lexis):
        self.analyzer, self.tokens = analyzer, lexis.tokens.entries
        self.words, self._parts = Vocabulary(), {}
        self._analysed = lexis.tokens.column(self._of_token, "u4", 2)

    def _of_token(self, token: tuple[str, str]) -> tuple[int, bool]:
        forms, may_have_parts = self.analyzer.analysed(*token)
        return self.words[forms], may_have_parts

    def analysis(self, reading: Reading) -> Analysis:
        analysed, positions = self._analysed[reading.tokens], np.arange(len(reading), dtype="u4")
        rows = np.array((analysed[:, 0], reading.starts, reading.ends, positions))
        parted = analysed[:, 1].nonzero()[0].tolist()
        if parted:
            parts = self._part(reading, rows, parted)
            positions = rows[3].copy()
            rows = _put_in(rows, parts)
        return Analysis(reading, self.words, rows, positions)

    def _part(self, reading: Reading, rows: np.ndarray, parted: list[int]) -> list[tuple[int, ...]]:
        """«عبد الله» made one word, and the parts to put in behind it, «عبدالله» or a date: (place, a row …)."""
        parts, taken = [], -1
        for place in parted:
            if place == taken:
                continue
            name = self._name(reading, rows, place) if place + 1 < len(reading) else None
            if name:
                taken = place + 1
                parts.append((taken, *self._as_part(rows[:, place])))
                rows[:, taken] = self._as_part(rows[:, taken])
                rows[0, place], rows[2, place] = name, rows[2, taken]
                rows[3, taken:] -= 1
            else:
                start, position = rows[1, place], rows[3, place]
                inner = self._inner(reading.tokens[place])
                parts += [(place + 1, number, start + a, start + b, position) for number, a, b in inner]
        return parts

    def _name(self, reading: Reading, rows: np.ndarray, place: int) -> int | None:
        """The number of the name that a word is together with the next."""
        gap = reading.text[rows[2, place] : rows[1, place + 1]]
        if len(gap) > 2 or not gap.isspace() or gap == "\n\n":
            return None
        first, second = (self.words.entries[number] for number in rows[0, place : place + 2])
        name = joined(first[1], second[1])
        return self.words[self.analyzer.arabic(f"{first[0]} {second[0]}", name)[0]] if name else None

    def _as_part(self, row: np.ndarray) -> tuple[int, ...]:
        number, start, end, position = row.tolist()
        return self.words[(*self.words.entries[number][:-1], True)], start, end, position

    def _inner(self, token: int) -> list[tuple[int, int, int]]:
        """The parts of a token, each with its number, start and end within."""
        if token not in self._parts:
            written, _ = self.tokens[token]
            forms, _ = self.analyzer.analysed(*self.tokens[token])
            self._parts[token] = [
                (self.words[part], *span) for part, *span in self._told_apart(written, forms)
            ]
        return self._parts[token]

    def _told_apart(self, written: str, forms: tuple) -> list[tuple]:
        """(forms, start, end) of each part; those of a name have neither place nor spelling of their own."""
        name = parts(forms[1])
        if name:
            return [((*self.analyzer.arabic("", part)[0][:-1], True), 0, len(written)) for part in name]
        inner = list(_INNER.finditer(written))
        return [(_inner_part(match[0]), *match.span()) for match in inner] if len(inner) > 1 else []


def _put_in(rows: np.ndarray, parts: list[tuple[int, ...]]) -> np.ndarray:
    """Columns with more of them put in, each before the place that it names first."""
    places, *columns = np.array(parts, "u4").reshape(-1, 5).T
    there = places + np.arange(len(places))
    kept = np.ones(rows.shape[1] + len(places), bool)
    kept[there] = False
    larger = np.empty((4, len(kept)), "u4")
    larger[:, kept], larger[:, there] = rows, columns
    return larger


def _inner_part(written: str) -> tuple:
    form = fold(written)
    return exact(written), form, form, form, True


def _in_order(day: str) -> str:
    """A date in figures from the year on, day before month as in Libya: 14/2/2024 gives 2024-02-14."""
    first, month, last = re.split("[-/]", day)
    year, day = (first, last) if len(first) == 4 else (last, first)
    return f"{year}-{month:0>2}-{day:0>2}"


@cache
def shipped_lexicon() -> Lexicon:
    """The lexicon that comes with the archive; one's own is made from its texts by `Lexicon.from_texts`."""
    return Lexicon.load()


@cache
def shipped_analyzer() -> Analyzer:
    """The analyzer with what comes with the archive; one for all, so that each word is worked out once."""
    return Analyzer()


@cache
def chain_digest() -> str:
    """Changes with any module or word list of the chain."""
    folder = Path(__file__).parent
    lists = sorted((folder / "data").glob("*.txt"))
    files = [folder / f"{module}.py" for module in CHAIN] + [
        path for path in lists if path.name not in (SHIPPED.name, LIBYAN.name)
    ]
    return _digest(*(path.read_text(encoding="utf-8") for path in files))


def _digest(*texts: str) -> str:
    return hashlib.sha256("\0".join(texts).encode()).hexdigest()[:16]
