"""Of which country a text tells: in news of Tunis, «الجيش الوطني» and «رئيس الحكومة المؤقتة» are not Libya's."""

from collections import Counter

from articles.arabic.normalizer import fold
from articles.arabic.stopwords import data_lines, load_words

from .words import ARTICLE, DATA, pattern, with_clitics

HOME = "LY"
ENDINGS = ("", "ه", "ين", "ون", "ات", "ا")
# Libyans meet abroad, so that a country's bare name says less of whose news it is than «تونسي» does.
NAME, ADJECTIVE = 0.5, 1.0
# How many such words an outlet's own country is worth, of which it writes without saying so.
PUBLISHED_IN = 4
# By how much another country's weight must exceed Libya's.
CLEARLY = 1.0


def _rows():
    """A country a line of the table: its code and, as folded words, its names, adjectives and cities."""
    for line in data_lines(DATA / "countries.txt"):
        code, *columns = line.split("|")
        yield code.strip(), *([pattern(word) for word in column.split()] for column in (*columns, "")[:3])


def _forms(words):
    return (form for word in words for form in with_clitics(word))


TRIPOLI = "طرابلس"
# Better known elsewhere, so that each is Libya's only where the text speaks of Libya.
GROUPS = frozenset(
    _forms(
        map(
            fold,
            ("تنظيم", "أنصار", "جماعة", "الإخوان", "داعش", "ISIL", "ISIS", "سوسة", "المبعوث", "المبعوثة"),
        )
    )
)


def _table():
    """Each word that speaks of a country → (its code, weight)."""
    table = {}
    for code, names, adjectives, cities in _rows():
        weight = ADJECTIVE if code == HOME else NAME
        table |= dict.fromkeys(_forms([*names, *cities]), (code, weight))
        described = [
            article + word + ending for word in adjectives for article in ("", ARTICLE) for ending in ENDINGS
        ]
        table |= dict.fromkeys(_forms(described), (code, ADJECTIVE))
    return table


COUNTRY = _table()
# Behind an office or a body of no country named: «المصري», «المصرية», «الأوروبي».
FOREIGN = load_words(DATA / "foreign.txt") | {
    ARTICLE + adjective + ending
    for code, _, adjectives, _ in _rows()
    for adjective in adjectives
    for ending in ("", "ه")
    if code != HOME
}
UNSHARED = load_words(DATA / "unshared_words.txt")
ELSEWHERE = load_words(DATA / "elsewhere.txt")
SHARED = frozenset(
    form for word in load_words(DATA / "shared_names.txt") for form in _forms([word, ARTICLE + word])
)


class Leaning:
    """How much an article's `Words` speak of Libya and of each other country.

    `named` are the codes of the countries of actors named by what only they are called, `published_in` is the code
    of the outlet's country.
    """

    def __init__(self, texts, named=(), published_in=""):
        weights = Counter()
        for words in texts:
            for code, weight in filter(None, map(COUNTRY.get, words.words)):
                weights[code] += weight
        weights.update([published_in] * PUBLISHED_IN if published_in else [])
        told = weights[HOME]
        weights.update(named)
        home = weights.pop(HOME, 0)
        most = max(weights.values(), default=0)
        # Another country clearly outweighs Libya; nothing but one person's or body's name may be Libya's.
        self.abroad = most > home + CLEARLY
        self.told_elsewhere = not told and home <= 1 and most >= ADJECTIVE
        self.told_at_home = home > 0
        self.mostly_at_home = home > most
        self.outlet_abroad = published_in not in ("", HOME)
        self._elsewhere = most > 0
        self._most = {code for code, weight in weights.items() if weight == most}

    def doubts(self, sighting):
        """Whether a body or office found here may be another country's of the same name."""
        if sighting.folded.endswith(TRIPOLI):
            return self.abroad and "LB" in self._most
        if is_shared(sighting) and not _is_told_behind(sighting):
            return self.abroad or (is_of_a_group(sighting) and not self.told_at_home and self._elsewhere)
        return False


def country_of(name):
    """The code of the first country of which a folded name speaks, «مصرف ليبيا المركزي» of LY; "" if none."""
    return next((COUNTRY[word][0] for word in name.split(" ") if word in COUNTRY), "")


def is_shared(sighting):
    """Whether a body or office of another country may be called the same: «مجلس النواب», not «البرلمان الليبي»."""
    first, *rest = sighting.words.words[sighting.first : sighting.last]
    return first in SHARED and not any(word in COUNTRY or word in UNSHARED for word in rest)


def _is_told_behind(sighting):
    """«حكومة الوحدة الليبية», «حكومة الوحدة في ليبيا»."""
    behind = (sighting.after, sighting.after and sighting.words.after(sighting.last + 1))
    return any(COUNTRY.get(word, ("",))[0] == HOME for word in behind)


def stands_elsewhere(sighting):
    """«أنصار الشريعة في تونس», «المجلس الانتقالي الجنوبي»: a body or group that is another country's."""
    if sighting.after in ELSEWHERE:
        return not any(entry.kind == "place" for entry in sighting.entries)
    return stands_in_another(sighting) and is_of_a_group(sighting)


def stands_in_another(sighting):
    """«وزارة الخارجية في غانا»."""
    behind = COUNTRY.get(sighting.words.after(sighting.last + 1), (HOME,))[0]
    return sighting.after == "في" and behind != HOME


def is_of_a_group(sighting):
    """Whether it is of those that are in many countries: «تنظيم الدولة», «المبعوث الأممي»."""
    return not GROUPS.isdisjoint(sighting.folded.split())
