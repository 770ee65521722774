"""One name in two scripts: a skeleton of consonants finds it, a loose romanisation ranks it.

    keys("حفتر") & keys("Khalifa Hifter")          -> {"HFTR"}
    rank("Qadhdhafi", ["خليفة حفتر", "القذافي"])    -> [("القذافي", 80.0)]

Arabic writes no short vowels and each newspaper romanises in its own way, so that only the consonants are kept,
and a letter heard in two ways gives both: ذ is D, Z or T, «dh» is D or Z. Two names are alike when a key of the
one is a key of the other. A key of one or two letters says little: show what it finds, never rewrite by it.
"""

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import islice, product

from rapidfuzz.fuzz import ratio

from articles.arabic.normalizer import exact, fold
from articles.arabic.stopwords import DATA, data_lines

MOST_KEYS = 64
# Of the words of a name asked for, so many may be missing from a candidate, but never all.
MAY_LACK = 1
# What a name of first and last word counts beside one with the names between.
LONGER = 0.85
# How far a candidate's own words count beside the words asked for: «القذافي» alone stands before a longer name.
BREVITY = 0.1
# Words without a common key: how alike they must be written at least, and what that counts less.
LEAST_WITHOUT_KEY, WITHOUT_KEY = 75.0, 20.0

_ARTICLES = {
    "al",
    "el",
    "ad",
    "an",
    "ar",
    "as",
    "ash",
    "at",
    "az",
    "ed",
    "en",
    "er",
    "es",
    "esh",
    "et",
    "ez",
    "ul",
}
_SERVANT = re.compile("^(?:abd|abed)(?:ul|el|al|ol|il|ur|us|un|ou|u|e|a)?(?=[^aeiou])|^عبد(?:ال)?")
# «Abu Sahmain», «Abusahmain» and «Bousahmein» become one word, as do «أبو سهمين» and «أبوسهمين».
_FATHER = re.compile(
    r"\b(?:(?:abu|abou|abo|bu|bou)l?[\s-]+(?:[ae]l[\s-]+)?|ab(?:o?u|o)(?=\w{4})"
    r"|(?:[اأ]بو|[اأ]بي|[اأ]با|بو)\s+(?:ال)?|[اأ]بو(?=\w{3}))(?=\w{2})"
)
_GOD = re.compile(r"(?<!عبد)\s+الله\b")
_ARTICLE = re.compile("^ال..")
_LATIN_ARTICLE = re.compile("^(?:al|el)(?=[^aeiou][a-z]{3})")
_SERVANT_OF, _SERVANTS = "abd", {"abd", "abdul", "abdel", "abdal", "abdoul", "عبد"}
_DOUBLED = re.compile(r"(kh|gh|sh|ch|th|dh|ph|.)\1")


# Letters of other alphabets whose marks tell another sound, before folding takes the marks.
_MARKED = str.maketrans(
    {
        "č": "ch",
        "ć": "ch",
        "š": "sh",
        "ş": "sh",
        "ș": "sh",
        "ś": "sh",
        "ž": "zh",
        "ż": "zh",
        "đ": "dj",
        "ğ": "gh",
        "ç": "sch",
        "ñ": "ny",
        "ł": "l",
        "ø": "o",
        "æ": "ae",
        "œ": "oe",
        "ı": "i",
        "þ": "th",
        "ð": "dh",
    }
)


class Script:
    """The rows of the table for one script, as one pattern that reads the longest letters first."""

    def __init__(self, name: str):
        rows = [line.split() for line in data_lines(DATA / "romanisation.txt")]
        rows = sorted((row[1:] for row in rows if row[0] == name), key=lambda row: -len(row[0]))
        self._sounds = [(sounds.split("|"), loose) for _, sounds, loose in rows]
        self._pattern = re.compile("|".join(f"({letters})" for letters, _, _ in rows))

    def read(self, word: str) -> list[tuple[list[str], str]]:
        """For each letter in turn what it may be and how it is loosely written."""
        return [self._sounds[match.lastindex - 1] for match in self._pattern.finditer(word)]


ARABIC, LATIN = Script("arabic"), Script("latin")


@lru_cache(maxsize=1 << 16)
def words(name: str) -> tuple[str, ...]:
    """The words of a name, folded, without articles; «Abdulhamid» and «عبدالحميد» are two words.

    >>> words("Abdul-Hamid al-Dbeibah")
    ('abd', 'hamid', 'dbeibah')
    """
    written = _FATHER.sub(
        _kunya, _GOD.sub("الله", exact(name).casefold().translate(_MARKED).replace("'", "").replace("’", ""))
    )
    return tuple(part for word in re.findall(r"\w+", written) for part in _parts(word))


def _kunya(match: re.Match) -> str:
    return "bu" if match[0].isascii() else "بو"


def _parts(word: str) -> list[str]:
    """A word of a name without its article, a servant's name as two: «al» gives none."""
    folded = fold(word)
    if folded in _SERVANTS:
        return [_SERVANT_OF]
    servant = _SERVANT.match(folded)
    if servant and len(folded) > servant.end() + 1:
        return [_SERVANT_OF, folded[servant.end() :]]
    if folded in _ARTICLES:
        return []
    # «ألان» is Alan; only an alef without hamza begins the article.
    return [folded[2:] if _ARTICLE.match(word) else _LATIN_ARTICLE.sub("", folded)]


def keys(name: str) -> frozenset[str]:
    """The skeletons of all the words of a name: keys("Haftar") -> {"HFTR"}."""
    return frozenset().union(*map(word_keys, words(name)))


@lru_cache(maxsize=1 << 16)
def word_keys(word: str) -> frozenset[str]:
    """The skeletons of one word, each way of hearing it."""
    heard = [sounds for sounds, _ in _read(word)]
    spelt = ("".join(sound for sound in way if sound != "-") for way in islice(product(*heard), MOST_KEYS))
    return frozenset(spelt) - {""}


@lru_cache(maxsize=1 << 16)
def loose(word: str) -> str:
    """A word in few Latin letters, alike in both scripts: loose("Hifter") -> "hiftir", loose("حفتر") -> "hftr"."""
    return "".join(letters for _, letters in _read(word) if letters != "-")


@lru_cache(maxsize=1 << 16)
def likeness(one: str, other: str) -> float:
    """How alike two words are, from 0 to 100; those that share no key must be written very much alike."""
    alike = ratio(loose(one), loose(other))
    if word_keys(one) & word_keys(other):
        return alike
    return alike - WITHOUT_KEY if alike >= LEAST_WITHOUT_KEY else 0.0


def rank(query: str, candidates: Iterable[str], limit: int = 10) -> list[tuple[str, float]]:
    """The candidates that have the words of `query`, or all but one of several, the likest first, with 0 to 100."""
    asked = words(query)
    scored = ((candidate, _score(asked, words(candidate))) for candidate in candidates)
    return sorted((pair for pair in scored if pair[1]), key=lambda pair: -pair[1])[:limit]


def _score(asked: tuple[str, ...], offered: tuple[str, ...]) -> float:
    best = [max((likeness(word, other) for other in offered), default=0.0) for word in asked]
    lacking = best.count(0.0)
    if not asked or lacking == len(asked):
        return 0.0
    if lacking > MAY_LACK:
        return _within(asked, offered)
    return sum(best) / len(asked) - BREVITY * max(0, len(offered) - len(asked))


def _within(asked: tuple[str, ...], offered: tuple[str, ...]) -> float:
    """How alike a short name is to the whole: «Ibrahim Jadhran» to "Ibrahim Saeed Salem Awad Jadhran"."""
    ends = asked[0], asked[-1]
    if len(offered) != len(ends):
        return 0.0
    alike = [likeness(word, other) for word, other in zip(ends, offered, strict=True)]
    return LONGER * min(alike)


def _read(word: str) -> list[tuple[list[str], str]]:
    return (LATIN if word.isascii() else ARABIC).read(_DOUBLED.sub(r"\1", word))
