"""A text's matches with what stands beside them: the ranks before a name, the names that go on to the left."""

from dataclasses import dataclass, field
from itertools import takewhile

from articles.arabic.stopwords import data_lines, load_words

from .words import ARTICLE, CLITICS, DATA, Words, is_given_name, pattern

RANKS = frozenset(pattern(line.rstrip(".")) for line in data_lines(DATA / "ranks.txt"))
LONGEST_RANK = max(rank.count(" ") + 1 for rank in RANKS)
COMMON_WORDS = load_words(DATA / "common_words.txt")
BESIDE_NAMES = load_words(DATA / "beside_names.txt")
FOREIGN = load_words(DATA / "foreign.txt")
WHOLE_NAMES = ("canonical", "full")


@dataclass
class Sighting:
    """A match in its place. `order` counts through title, standfirst and body as a reader meets them."""

    part: str
    words: Words
    order: int
    first: int
    last: int
    entries: tuple
    clitic: bool
    rank: str = ""
    given: tuple = field(default=())

    @property
    def before(self):
        return self.words.before(self.first)

    @property
    def after(self):
        return self.words.after(self.last)

    @property
    def single(self):
        return self.last - self.first == 1

    @property
    def folded(self):
        return " ".join(self.words.words[self.first : self.last])

    def of_forms(self, *forms):
        return [entry for entry in self.entries if entry.form in forms]

    def goes_on_abroad(self):
        """Whether the next word gives the office or body to another country: «مجلس النواب المصري»."""
        return self.after in FOREIGN


def sightings(parts, gazetteer):
    """Every match of the article's parts, a mapping of part to text, in reading order."""
    seen = []
    for part, text in parts.items():
        words = Words(text)
        for found in gazetteer.find(words):
            sighting = Sighting(part, words, len(seen), found.first, found.last, found.entries, found.clitic)
            sighting.given = () if found.clitic else _given_names_before(words, found.first)
            sighting.rank = _rank_before(words, found.first - len(sighting.given))
            seen.append(sighting)
    return seen


def _given_names_before(words, number):
    """The given names that a match continues, from the left: («خالد»,) before «خليفة حفتر»."""
    places = takewhile(
        lambda place: _names_somebody(words, place), range(number - 1, max(number - 4, -1), -1)
    )
    return tuple(words.words[place] for place in places)[::-1]


def _names_somebody(words, place):
    """«علي» names somebody, «على» does not, though they fold alike."""
    follows = words.before(place + 1) == words.words[place]
    preposition = words.surface(place, place + 1).endswith("ى") and words.words[place].endswith("علي")
    return follows and is_given_name(words.words[place]) and not preposition


def _rank_before(words, number):
    """The longest rank that ends right before a word, a clitic before it allowed: «للمشير»; "" if none."""
    for size in range(min(LONGEST_RANK, number), 0, -1):
        if any(words.breaks[number - size + 1 : number + 1]):
            continue
        first, *rest = words.words[number - size : number]
        rank = next((rank for rank in _without_clitic(first, rest) if rank in RANKS), "")
        if rank:
            return rank
    return ""


def _without_clitic(first, rest):
    """A rank's first word as it is, and without each clitic that it may bear: «للمشير», «والمشير»."""
    forms = [first.removeprefix(clitic) for clitic in CLITICS if first.startswith(clitic)]
    forms += [f"{ARTICLE}{first.removeprefix(to)}" for to in ("لل", "ولل", "فلل") if first.startswith(to)]
    return [" ".join([form, *rest]) for form in forms if form]
