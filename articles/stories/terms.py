"""The words of a text as terms: numbers, in which the forms of a word meet, and words for one thing."""

from functools import cache, lru_cache
from operator import itemgetter
from pathlib import Path
from zlib import crc32

from articles.arabic.analyzer import FORMS, Word, shipped_analyzer
from articles.arabic.stopwords import STOPWORDS, data_lines

DATA = Path(__file__).parent / "data"
_COMING_AND_GOING = dict.fromkeys(map(ord, "اويىءئؤآأإ"))
LEAST_FIRM = 3


@lru_cache(maxsize=100_000)
def key(stem):
    """The term of a stem: that of its line in the table of notions, else of its firm letters, where it has three.

    Long vowels and seats of hamza come and go between a word's forms: «جسر»، «جسور»، «جسرين» are one.
    """
    firm = stem.translate(_COMING_AND_GOING)
    return crc32((_notions().get(stem) or (firm if len(firm) >= LEAST_FIRM else stem)).encode())


@cache
def _notions():
    """The stem of each word in the tables → a name for its line, such as no stem is: «مرفا» → «= ميناء»."""
    lines = (*_lines("notions.txt"), *_lines("countries.txt"))
    return {stem: f"= {words[0]}" for words in lines for word in words for stem in stems(word)}


@cache
def countries():
    """The terms of the countries other than Libya."""
    return frozenset(key(stem) for words in _lines("countries.txt") for stem in stems(words[0]))


@cache
def towns():
    """The term of each town, and of what lies in it and is named for it, → that of the town."""
    lines = [[key(stem) for word in words for stem in stems(word)] for words in _lines("towns.txt")]
    return {term: terms[0] for terms in lines for term in terms}


def _lines(name):
    return (line.split() for line in data_lines(DATA / name))


def stems(text):
    """The telling stems of a text in order; words that say nothing of the subject are left out."""
    read, telling = _telling(text)
    return read.words.column(_STEM)[read.numbers[telling]].tolist()


def keys_of(text):
    """The terms of a text or `Reading` in order, and the first characters of their words."""
    read, telling = _telling(text)
    return read.words.column(_key_of, "u4")[read.numbers[telling]], read.starts[telling]


def _telling(text):
    """A text's `Analysis`, and which of its words tell something."""
    read = shipped_analyzer().read(text)
    return read, read.words.column(_tells, bool)[read.numbers]


def _tells(forms):
    word = Word(0, 0, 0, *forms)
    return not word.part and len(word.stem) > 1 and word.surface not in STOPWORDS


def _key_of(forms):
    return key(_STEM(forms))


_STEM = itemgetter(FORMS.index("stem"))
