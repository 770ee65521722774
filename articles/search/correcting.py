"""Did you mean: words of the archive for a word that it has not, and an Arabic name for a Latin one."""

from itertools import product

from articles.arabic.names import rank
from articles.arabic.normalizer import fold
from articles.search.analysis import asked
from articles.search.directory import directory
from articles.search.planning import texts_of

MUCH_MORE = 10  # times as often as the word typed
SHORTEST = 4
LIKE_ENOUGH = 60  # of 100, for a name in the other script
MOST_NAMES = 3
ARTICLE = "ال"
ALTERNATIVES = {"ا": "اأإآ", "ه": "هة", "ي": "يىئ", "و": "وؤ"}


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
    best = max(spellings(folded), key=lambda spelling: now.frequency("exact", spelling))
    return best if now.frequency("exact", best) else folded


def spellings(folded):
    """What a folded word may be spelt like: any letters that fold so where it begins and ends, or one within.

    >>> sorted(spellings("رييس"))
    ['رئيس', 'ريئس', 'رييس', 'ريىس', 'رىيس']
    """
    stem = 2 if folded.startswith(ARTICLE) else 0
    ends = {stem, len(folded) - 1}
    every = [ALTERNATIVES.get(letter, letter) if at in ends else letter for at, letter in enumerate(folded)]
    whole = ["".join(letters) for letters in product(*every)]
    within = [
        word[:at] + letter + word[at + 1 :]
        for at in set(range(stem, len(folded))) - ends
        for letter in ALTERNATIVES.get(folded[at], "")
        for word in whole
    ]
    return {*whole, *within}


def arabic_names(typed, known=None):
    """The actors' Arabic names for words in Latin letters; `known` is the directory, where it is at hand."""
    name = " ".join(typed)
    if not any(letter.isalpha() and letter.isascii() for letter in name):
        return
    known = known or directory()
    candidates = {name for names in known.names.values() for name in names if not name.isascii()}
    for arabic, score in rank(name, candidates, MOST_NAMES):
        if score >= LIKE_ENOUGH:
            yield f"«{arabic}»" if " " in arabic else arabic
