"""What is indexed, asked for and marked: one text in four views.

    for word in Analyzer().words("وقال عبد الله للصحافة"):
        word.surface, word.bare, word.stem
    ->  ("وقال", "قال", "قال")   ("عبدالله", "عبدالله", "عبدالله")   ("للصحافه", "صحافه", "صحاف")

The views are steps of a ladder: words alike in `exact` are alike in `surface`, those in `bare`, those in `stem`.
"""

import hashlib
import re
from collections.abc import Set
from functools import cache, lru_cache
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
_SON, _SON_BETWEEN_NAMES = "ابن", "بن"


class Word(NamedTuple):
    """One word; a `part` stands at the position of the name that it is part of («الله» in «عبد الله»).

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
        """The words of `text` in order, the parts of a name after it."""
        found, names, views, make = [], [], self._views, Word._make
        for position, match in enumerate(TOKEN.finditer(text)):
            forms, may_be_name = views(match[0], match.lastgroup)
            found.append(make((position, *match.span(), *forms)))
            if may_be_name:
                names.append(position)
        return self._with_names(text, found, frozenset(names)) if names else found

    def asked(self, text: str) -> list[Word]:
        """The words of a query: those of `words` without the parts of names."""
        return [word for word in self.words(text) if not word.part]

    @property
    def version(self) -> str:
        """Changes with the rules, the word lists, the lexicon and the protected names."""
        return _digest(chain_digest(), self.stemmer.lexicon.digest(), *sorted(self.stemmer.protected))

    def _analysed(self, written: str, kind: str) -> tuple[tuple, bool]:
        """(exact, surface, bare, stem, part) and whether the word may begin or be a name of two words."""
        surface = fold(written)
        if kind == "word":
            return self._arabic(exact(written), surface)
        if kind == "latin":
            bare = _LATIN_ARTICLE.sub("", surface, count=1).removesuffix("'s").replace("'", "")
            return (exact(written), surface.replace("'", ""), bare, bare, False), False
        if kind in ("initials", "title"):
            surface = surface.replace(".", "")
        return (exact(written), surface, surface, surface, False), False

    def _arabic(self, written: str, surface: str) -> tuple[tuple, bool]:
        name = bare_name(surface)
        if name:
            return (written, surface, name, name, False), True
        bare = bare_father(surface) or self.stemmer.bare(surface)
        bare = _SON_BETWEEN_NAMES if bare == _SON else bare
        return (written, surface, bare, self.stemmer.stem(bare), False), surface in HEADS

    def _with_names(self, text: str, found: list[Word], names: frozenset[int]) -> list[Word]:
        """«عبد الله» as one word with its parts, and «عبدالله» with the same parts."""
        words, at, position = [], 0, 0
        while at < len(found):
            word, after = (
                found[at]._replace(position=position),
                found[at + 1] if at + 1 < len(found) else None,
            )
            whole = (
                at in names and after and _adjacent(text, word, after) and joined(word.surface, after.surface)
            )
            words += self._parted(whole, word, after) if whole else self._told_apart(word, at in names)
            at, position = at + (2 if whole else 1), position + 1
        return words

    def _parted(self, surface: str, first: Word, second: Word) -> list[Word]:
        forms, _ = self._arabic(f"{first.exact} {second.exact}", surface)
        name = Word(first.position, first.start, second.end, *forms)
        return [name, *(part._replace(position=first.position, part=True) for part in (first, second))]

    def _told_apart(self, word: Word, may_be_name: bool) -> list[Word]:
        """The word and, if it is a name, its parts: they have neither place nor spelling of their own."""
        found = parts(word.surface) if may_be_name else None
        forms = (self._arabic("", part)[0] for part in found or ())
        return [
            word,
            *(Word(word.position, word.start, word.end, *form)._replace(part=True) for form in forms),
        ]


def _adjacent(text: str, word: Word, after: Word) -> bool:
    gap = text[word.end : after.start]
    return len(gap) <= 2 and gap.isspace() and gap != "\n\n"


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
