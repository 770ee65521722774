"""Numbers in a text with what they count: «مقتل 53 شخصًا», «اثنين وتسعين صوتًا», «24 ديسمبر»."""

from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

from articles.arabic import dates
from articles.arabic.normalizer import fold
from articles.arabic.numerals import digits
from articles.arabic.ordinals import DAYS
from articles.arabic.sentences import sentences
from articles.arabic.stopwords import data_lines, load_words
from articles.arabic.tokenizer import tokens

DATA = Path(__file__).parent / "data"
COUNTED = {
    fold(word): fold(line.split()[0]) for line in data_lines(DATA / "counted.txt") for word in line.split()
}
PERSONS = load_words(DATA / "persons.txt")
BEFORE, AFTER = 4, 2

_UNITS = (
    "واحد|احد,اثنان|اثنين|اثنا|اثني,ثلاث|ثلاثه,اربع|اربعه,خمس|خمسه,"
    "ست|سته,سبع|سبعه,ثمان|ثماني|ثمانيه,تسع|تسعه,عشر|عشره"
)
_TENS = "عشرون|عشرين,ثلاثون|ثلاثين,اربعون|اربعين,خمسون|خمسين,ستون|ستين,سبعون|سبعين,ثمانون|ثمانين,تسعون|تسعين"
NUMBER_WORDS = {word: n for n, words in enumerate(_UNITS.split(","), 1) for word in words.split("|")}
NUMBER_WORDS |= {word: n * 10 for n, words in enumerate(_TENS.split(","), 2) for word in words.split("|")}
NUMBER_WORDS |= {fold(f"{m}{end}"): 200 for m in ("مئت", "مائت") for end in ("ان", "ين", "ا", "ي")}
_HUNDREDS = ("", "", "", "ثلاث", "اربع", "خمس", "ست", "سبع", "ثمان", "تسع")
NUMBER_WORDS |= {
    fold(f"{word}{m}"): n * 100 for n, word in enumerate(_HUNDREDS) if word or n == 1 for m in ("مئة", "مائة")
}
MULTIPLIERS = {fold(word): 1000 for word in ("ألف", "ألفا", "آلاف")}
MULTIPLIERS |= {fold(word): 10**6 for word in ("مليون", "مليونا", "ملايين")}
MULTIPLIERS |= {fold(word): 10**9 for word in ("مليار", "مليارا", "مليارات", "بليون")}
MONTHS = frozenset(map(fold, dates.MONTHS["ar"])) & COUNTED.keys()
# Below it a number in words is oftener an article or a pronoun than a count.
LEAST_IN_WORDS = 3
_BOUND = ("و", "ب", "ل", "ف")


@dataclass(frozen=True)
class Figure:
    """A number as a text has it: `about` is what it counts, one word for all words of a line of the data file."""

    about: str
    value: float
    written: str
    sentence: str


def figures(text):
    """The figures of a text in order."""
    return [figure for start, end in sentences(text) for figure in _of_sentence(text[start:end])]


def disagreements(texts):
    """Where texts count the same thing differently.

    `texts` maps names to texts; the answer is a list of (what is counted, name → its figures) in which at least
    two texts have no value in common.
    """
    found = defaultdict(lambda: defaultdict(list))
    for name, text in texts.items():
        for figure in figures(text):
            told = found[figure.about][name]
            if figure.value not in {known.value for known in told}:
                told.append(figure)
    return [(about, dict(by_text)) for about, by_text in found.items() if _disagree(by_text.values())]


def _disagree(lists):
    values = [{figure.value for figure in told} for told in lists]
    return any(one.isdisjoint(other) for one in values for other in values)


def _of_sentence(sentence):
    words = list(tokens(sentence))
    folded = [fold(word.surface) for word in words]
    place = 0
    while place < len(words):
        value, end = _number(words, folded, place)
        about = value is not None and _counted(folded, place, end)
        if about:
            written = sentence[words[place].start : words[end - 1].end]
            yield Figure(about, value, written, sentence)
        place = max(end, place + 1)


def _number(words, folded, place):
    """The value that begins at a place and where it ends; (None, place) where none begins."""
    if words[place].kind == "number":
        value, end = _value(words[place].surface), place + 1
    else:
        value, end = _day_of_month(folded, place) or _in_words(folded, place)
    if value is not None:
        value, end = _multiplied(folded, value, end)
    return value, end


def _value(surface):
    try:
        return float(digits(surface, "latn").replace(",", ""))
    except ValueError:
        return None


def _day_of_month(folded, place):
    """«الرابع والعشرين من ديسمبر» → 24, where a month follows; None otherwise."""
    for end in (place + 2, place + 1):
        day = DAYS.get(" ".join(folded[place:end]))
        behind = [word for word in folded[end : end + 2] if word != "من"]
        if day and behind and behind[0] in MONTHS:
            return float(day), end
    return None


def _in_words(folded, place):
    """«اثنين وتسعين» → 92, «ألف وخمسمئة» → 1500: words of number, each after the first bound by «و»."""
    first = folded[place]
    word = first if first in NUMBER_WORDS or not first.startswith(_BOUND) else first[1:]
    if word in MULTIPLIERS and folded[place + 1 : place + 2] and folded[place + 1].startswith("و"):
        return _multiplied(folded, 1.0, place)
    value, end = _added(folded, NUMBER_WORDS.get(word, 0), place + 1)
    return (float(value), end) if value >= LEAST_IN_WORDS else (None, place)


def _added(folded, value, end):
    """The number with the smaller ones that follow, each bound by «و»."""
    while value and end < len(folded):
        word = folded[end]
        more = NUMBER_WORDS.get(word.removeprefix("و")) if word.startswith("و") or word[:3] == "عشر" else None
        if more is None:
            break
        value, end = value + more, end + 1
    return value, end


def _multiplied(folded, value, end):
    """The number times the thousands or millions that follow, with what is bound to these."""
    while end < len(folded) and folded[end] in MULTIPLIERS:
        value, end = value * MULTIPLIERS[folded[end]], end + 1
        more = (
            NUMBER_WORDS.get(folded[end][1:]) if end < len(folded) and folded[end].startswith("و") else None
        )
        if more is not None:
            rest, end = _added(folded, more, end + 1)
            value += rest
    return value, end


def _counted(folded, place, end):
    """What stands behind the number, or for people and where nothing does, what is told of them before it."""
    behind = folded[end : end + AFTER]
    after = next((COUNTED[word] for word in behind if word in COUNTED), None)
    before = next(
        (COUNTED[w] for w in reversed(folded[max(0, place - BEFORE) : place]) if w in COUNTED), None
    )
    if after and not PERSONS.intersection(behind[:1]):
        return after
    return before or after
