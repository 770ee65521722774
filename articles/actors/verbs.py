"""Verbs behind which a subject stands: «رفض», «رفضت», «ورفض»."""

from articles.arabic.stopwords import load_words

from .words import DATA

CONJUNCTIONS = ("", "و", "ف")
BEFORE_PRESENT = "وسف"  # «وسيلتقي»
SHORTEST_PRESENT = 4  # letters


def stem(past):
    """What endings are put to: «رفض», «دع» of «دعا», «نف» of «نفى»."""
    return past[:-1] if past.endswith(("ي", "ا")) else past


def feminine(past):
    """What «she» may be written as: «رفضت», «دعت», «نفت»."""
    return {f"{stem(past)}ت", f"{past}ت"}


def looks_present(word, letters):
    """Whether it is long enough for a verb in the present and begins with one of these letters."""
    return word.lstrip(BEFORE_PRESENT)[:1] in letters and len(word) >= SHORTEST_PRESENT


_PAST = load_words(DATA / "verbs.txt")
FEMININE = frozenset(before + form for verb in _PAST for form in feminine(verb) for before in CONJUNCTIONS)
VERBS_OF_NEWS = FEMININE | {before + verb for verb in _PAST for before in CONJUNCTIONS}
