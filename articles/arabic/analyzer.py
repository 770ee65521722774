"""What is indexed, asked for and marked: one text in four views.

    for word in Analyzer().words("وقال عبد الله للصحافة"):
        word.surface, word.bare, word.stem
    ->  ("وقال", "قال", "قال")   ("عبدالله", "عبدالله", "عبدالله")   ("للصحافه", "صحافه", "صحاف")

The views are steps of a ladder: words alike in `exact` are alike in `surface`, those in `bare`, those in `stem`.
"""

import hashlib
import re
from collections import deque
from collections.abc import Set
from functools import cache, cached_property, lru_cache
from pathlib import Path
from typing import NamedTuple

from articles.arabic.compounds import HEADS, bare_father, bare_name, joined, parts
from articles.arabic.lexicon import LIBYAN, SHIPPED, Lexicon
from articles.arabic.normalizer import exact, fold
from articles.arabic.stemmer import Stemmer
from articles.arabic.tokenizer import TOKEN

MEMO = 200_000
CHAIN = ("letters", "normalizer", "tokenizer", "compounds", "stemmer", "analyzer")
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


class Analyzer:
    """The chain with its lexicon and the folded words of names, `protected`, that are left whole."""

    def __init__(self, lexicon: Lexicon | None = None, protected: Set[str] = frozenset()):
        self.stemmer = Stemmer(shipped_lexicon() if lexicon is None else lexicon, protected)
        self._views = lru_cache(MEMO)(self._analysed)

    def words(self, text: str) -> list[Word]:
        """The words of `text` in order, after each the parts that it has."""
        found, parted, views, make = [], set(), self._views, Word._make
        for position, match in enumerate(TOKEN.finditer(text)):
            forms, may_have_parts = views(match[0], match.lastgroup)
            found.append(make((position, *match.span(), *forms)))
            if may_have_parts:
                parted.add(position)
        return self._with_parts(text, found, parted) if parted else found

    def asked(self, text: str) -> list[Word]:
        """The words of a query: those of `words` without the parts of names."""
        return [word for word in self.words(text) if not word.part]

    @cached_property
    def version(self) -> str:
        """Changes with the rules, the word lists, the lexicon and the protected names."""
        return _digest(chain_digest(), self.stemmer.lexicon.digest(), *sorted(self.stemmer.protected))

    def _analysed(self, written: str, kind: str) -> tuple[tuple, bool]:
        """(exact, surface, bare, stem, part) and whether the word may have parts, or be one."""
        surface = fold(written)
        if kind == "word":
            return self._arabic(exact(written), surface)
        bare = surface
        if kind == "latin":
            bare = _LATIN_ARTICLE.sub("", surface, count=1).removesuffix("'s").replace("'", "")
            surface = surface.replace("'", "")
        elif kind in ("initials", "title"):
            bare = surface = surface.replace(".", "")
        elif kind == "date":
            bare = _in_order(surface)
        return (exact(written), surface, bare, bare, False), kind in HAVE_PARTS

    def _arabic(self, written: str, surface: str) -> tuple[tuple, bool]:
        name = bare_name(surface)
        if name:
            return (written, surface, name, name, False), True
        bare = bare_father(surface) or self.stemmer.bare(surface)
        bare = _SON_BETWEEN_NAMES if bare == _SON else bare
        return (written, surface, bare, self.stemmer.stem(bare), False), surface in HEADS

    def _with_parts(self, text: str, found: list[Word], parted: set[int]) -> list[Word]:
        """«عبد الله» as one word with its parts, «عبدالله» with the same parts, a date with its numbers."""
        words, left, position = [], deque(found), 0
        while left:
            word = left.popleft()
            may_have_parts, word = word.position in parted, word._replace(position=position)
            if may_have_parts and left and (name := _name(text, word, left[0])):
                words += self._joined(name, word, left.popleft())
            else:
                words += self._told_apart(text, word) if may_have_parts else (word,)
            position += 1
        return words

    def _joined(self, surface: str, first: Word, second: Word) -> list[Word]:
        forms, _ = self._arabic(f"{first.exact} {second.exact}", surface)
        name = Word(first.position, first.start, second.end, *forms)
        return [name, *(part._replace(position=first.position, part=True) for part in (first, second))]

    def _told_apart(self, text: str, word: Word) -> list[Word]:
        """The word and its parts; those of a name have neither place nor spelling of their own."""
        name = parts(word.surface)
        if name:
            forms = (self._arabic("", part)[0][:-1] for part in name)
            return [word, *(Word(word.position, word.start, word.end, *form, part=True) for form in forms)]
        inner = list(_INNER.finditer(text, word.start, word.end))
        if len(inner) < 2:
            return [word]
        return [word, *(_inner_part(word, match) for match in inner)]


def _name(text: str, word: Word, after: Word) -> str | None:
    gap = text[word.end : after.start]
    beside = len(gap) <= 2 and gap.isspace() and gap != "\n\n"
    return joined(word.surface, after.surface) if beside else None


def _inner_part(word: Word, match: re.Match) -> Word:
    form = fold(match[0])
    return Word(word.position, *match.span(), exact(match[0]), form, form, form, part=True)


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
