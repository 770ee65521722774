"""Of which country a text tells: in news of Tunis, «الجيش الوطني» and «رئيس الحكومة المؤقتة» are not Libya's."""

from collections import Counter

from articles.arabic.normalizer import fold
from articles.arabic.stopwords import data_lines, load_words

from .words import ARTICLE, DATA, pattern, with_clitics

HOME = 0
ENDINGS = ("", "ه", "ين", "ون", "ات", "ا")
GROUPS = frozenset(map(fold, ("تنظيم", "أنصار", "جماعة", "الإخوان", "داعش")))
# Libyans meet abroad, so that a country's bare name says less of whose news it is than «تونسي» does.
NAME, ADJECTIVE = 0.5, 1.0


def _column(text):
    return [pattern(word) for word in text.split()]


def _table():
    """Each word that speaks of a country → (number of its line, weight)."""
    table = {}
    for number, line in enumerate(data_lines(DATA / "countries.txt")):
        names, adjectives, cities = map(_column, (line + "||").split("|")[:3])
        for name in (*names, *cities):
            weight = ADJECTIVE if number == HOME else NAME
            table |= dict.fromkeys(with_clitics(name), (number, weight))
        for adjective in adjectives:
            forms = [article + adjective + ending for article in ("", ARTICLE) for ending in ENDINGS]
            table |= {clitic: (number, ADJECTIVE) for form in forms for clitic in with_clitics(form)}
    return table


COUNTRY = _table()
UNSHARED = load_words(DATA / "unshared_words.txt")
ELSEWHERE = load_words(DATA / "elsewhere.txt")
SHARED = frozenset(
    form
    for word in load_words(DATA / "shared_names.txt")
    for bare in (word, ARTICLE + word)
    for form in with_clitics(bare)
)


def is_abroad(texts):
    """Whether another country's words clearly outweigh Libya's in the `Words` of an article's parts."""
    weights = Counter()
    for words in texts:
        for number, weight in filter(None, map(COUNTRY.get, words.words)):
            weights[number] += weight
    home = weights.pop(HOME, 0)
    return max(weights.values(), default=0) > home + 2 * ADJECTIVE


def is_shared(sighting):
    """Whether a body or office of another country may be called the same: «مجلس النواب», not «البرلمان الليبي»."""
    first, *rest = sighting.words.words[sighting.first : sighting.last]
    return first in SHARED and not any(word in COUNTRY or word in UNSHARED for word in rest)


def stands_elsewhere(sighting):
    """«أنصار الشريعة في تونس», «المجلس الانتقالي الجنوبي»: a body or group that is another country's."""
    if sighting.after in ELSEWHERE:
        return not any(entry.kind == "place" for entry in sighting.entries)
    inside = (
        sighting.after == "في" and COUNTRY.get(sighting.words.after(sighting.last + 1), (HOME,))[0] != HOME
    )
    return inside and any(word in GROUPS or word[1:] in GROUPS for word in sighting.folded.split())
