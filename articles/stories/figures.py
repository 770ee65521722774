"""Numbers in a text with what they count: «مقتل 53 شخصًا», «اثنين وتسعين صوتًا», «24 ديسمبر»."""

import re
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

from articles.arabic.normalizer import fold
from articles.arabic.sentences import sentences
from articles.arabic.stopwords import data_lines, load_words
from articles.arabic.tokenizer import tokens

from .number_words import BOUND, number_at

DATA = Path(__file__).parent / "data"


def _by_word(name):
    """Each word of a data file → the first of its line."""
    lines = (line.split() for line in data_lines(DATA / name))
    return {fold(word): words[0] for words in lines for word in words}


COUNTED, RATES = _by_word("counted.txt"), _by_word("rates.txt")
BEFORE_NUMBERS = COUNTED | _by_word("befell.txt")
DUALS = {word: about for word, about in _by_word("duals.txt").items() if word != about}
PERSONS = load_words(DATA / "persons.txt")
# A toll rises, and who tells the new one tells the old one too: «ارتفعت من 44 إلى 53 قتيلًا».
TOLLS = frozenset(("قتيل", "جريح", "مفقود", "جثة", "نازح"))
# «بفارق خمسة أصوات» counts no votes.
BY_SO_MANY = frozenset(("فارق", "بفارق", "الفارق"))
BEFORE, AFTER = 4, 2
RATE_BEFORE, RATE_AFTER = 8, 4
_PER_CENT = re.compile(r"\s?(?:[%٪]|(?:ب|في\s)ال?م[ئا]+[ةه]\b)")


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
    two texts have no value in common, or of tolls not the highest.
    """
    found = defaultdict(lambda: defaultdict(list))
    for name, text in texts.items():
        for figure in figures(text):
            told = found[figure.about][name]
            if figure.value not in {known.value for known in told}:
                told.append(figure)
    return [(about, dict(by_text)) for about, by_text in found.items() if _disagree(about, by_text.values())]


def _disagree(about, lists):
    values = [{figure.value for figure in told} for told in lists]
    if about in TOLLS and len(set(map(max, values))) > 1:
        return True
    return any(one.isdisjoint(other) for one in values for other in values)


def _of_sentence(sentence):
    words = list(tokens(sentence))
    folded = [fold(word.surface) for word in words]
    place = 0
    while place < len(words):
        value, end = number_at(words, folded, place)
        if value is not None:
            behind = sentence[words[end - 1].end :]
            about = _rate(folded, place, end) if _PER_CENT.match(behind) else _counted(folded, place, end)
        else:
            value, end, about = 2.0, place + 1, _two(folded, place)
        if about:
            yield Figure(about, value, sentence[words[place].start : words[end - 1].end], sentence)
        place = max(end, place + 1)


def _two(folded, place):
    """What a dual counts: «قتيلان», and of people what is told of them before: «مقتل شخصين»."""
    about = DUALS.get(folded[place]) or DUALS.get(folded[place][1:] if folded[place][0] in BOUND else "")
    return _before(folded, place) if about in PERSONS else about


def _rate(folded, place, end):
    """Of what so much per cent is told: «نسبة المشاركة 71%»; None where nothing near says it."""
    near = [*reversed(folded[max(0, place - RATE_BEFORE) : place]), *folded[end : end + RATE_AFTER]]
    about = next((RATES[word] for word in near if word in RATES), None)
    return about and f"{about} %"


def _counted(folded, place, end):
    """What stands behind the number, or for people and where nothing does, what is told of them before it."""
    if BY_SO_MANY.intersection(folded[max(0, place - 1) : place]):
        return None
    behind = folded[end : end + AFTER]
    after = next((COUNTED[word] for word in behind if word in COUNTED), None)
    if after and not PERSONS.intersection(behind[:1]):
        return after
    return _before(folded, place) or after


def _before(folded, place):
    told = reversed(folded[max(0, place - BEFORE) : place])
    known = (word if word in BEFORE_NUMBERS else word[1:] for word in told)
    return next((BEFORE_NUMBERS[word] for word in known if word in BEFORE_NUMBERS), None)
