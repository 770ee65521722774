"""Did you mean: words of the archive for a word that it has not, and an Arabic name for a Latin one."""

from articles.arabic.names import rank
from articles.arabic.normalizer import fold
from articles.search.analysis import asked
from articles.search.directory import directory
from articles.search.planning import texts_of

MUCH_MORE = 10  # times as often as the word typed
SHORTEST = 4
LIKE_ENOUGH = 60  # of 100, for a name in the other script
MOST_NAMES = 3
COMMON = 200  # words that begin alike are looked at first
FIRST_LETTERS = {"ا": "اأإآ"}


def corrections(read, now):
    """Other wordings to offer: a spelling that the archive has, then Arabic names of what was typed in Latin."""
    typed = texts_of(read.tree)
    found = [*_respelt(typed, now), *arabic_names(typed)]
    return tuple(dict.fromkeys(found))


def _respelt(typed, now):
    words = [_better(word, now) for word in typed]
    if any(words):
        yield " ".join(better or word for better, word in zip(words, typed, strict=True))


def _better(word, now):
    """A much more frequent word close by; None when the word is well known or short."""
    folded = fold(word)
    if len(folded) < SHORTEST or not folded.isalpha() or folded.isascii():
        return None
    own = now.frequency("folded", folded)
    if own > 1 or (own and now.frequency("stem", asked(word)[0].stem) > 1):
        return None
    for near, frequency in now.suggest(
        "folded", folded, furthest=1 if len(folded) < 6 else 2, head=1, limit=5
    ):
        if near != folded and frequency >= max(1, own * MUCH_MORE):
            return spelt(near, now)
    return None


def spelt(folded, now):
    """The commonest spelling in the archive of a folded word: «حكومه» → «حكومة»."""
    beginnings = [first + folded[1:3] for first in FIRST_LETTERS.get(folded[0], folded[0])]
    for most in (COMMON, None):
        likely = ((n, term) for beginning in beginnings for term, n in now.terms("exact", beginning, most))
        spellings = [(frequency, term) for frequency, term in likely if fold(term) == folded]
        if spellings:
            return max(spellings)[1]
    return folded


def arabic_names(typed):
    """The actors' Arabic names for words in Latin letters."""
    name = " ".join(typed)
    if not any(letter.isalpha() and letter.isascii() for letter in name):
        return
    known = directory()
    candidates = {name for names in known.names.values() for name in names if not name.isascii()}
    for arabic, score in rank(name, candidates, MOST_NAMES):
        if score >= LIKE_ENOUGH:
            yield f"«{arabic}»" if " " in arabic else arabic
