"""Verbs behind which a subject stands: «رفض», «رفضت», «ورفض»."""

from articles.arabic.stopwords import load_words

from .words import DATA

CONJUNCTIONS = ("", "و", "ف")


def _feminine(verb):
    """«رفضت», «دعت», «نفت»."""
    stem = verb[:-1] if verb.endswith(("ي", "ا")) else verb
    return {f"{stem}ت", f"{verb}ت"}


_PAST = load_words(DATA / "verbs.txt")
FEMININE = frozenset(before + form for verb in _PAST for form in _feminine(verb) for before in CONJUNCTIONS)
VERBS_OF_NEWS = FEMININE | {before + verb for verb in _PAST for before in CONJUNCTIONS}
