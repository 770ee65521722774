"""Numbers in words and in figures: «اثنين وتسعين», «ألف وخمسمئة», «مليوني», «الرابع والعشرين من ديسمبر», «53»."""

from articles.arabic import dates
from articles.arabic.normalizer import fold
from articles.arabic.numerals import digits
from articles.arabic.ordinals import DAYS

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
# «ألفي قتيل», «مليونا دينار»: two of them, and no other number before.
NUMBER_WORDS |= {
    fold(f"{word}{end}"): 2 * MULTIPLIERS[fold(word)]
    for word in ("ألف", "مليون", "مليار")
    for end in ("ان", "ين", "ا", "ي")
}
MONTHS = frozenset(map(fold, dates.MONTHS["ar"]))
# Below it a number in words is oftener an article or a pronoun than a count.
LEAST_IN_WORDS = 3
BOUND = ("و", "ب", "ل", "ف")


def number_at(words, folded, place):
    """The value that begins at a place of a sentence's tokens and where it ends; (None, place) where none begins."""
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
    word = first if first in NUMBER_WORDS or not first.startswith(BOUND) else first[1:]
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
