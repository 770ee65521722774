"""A text's matches with what stands beside them: the ranks before a name, the names that go on to the left."""

from dataclasses import dataclass, field
from itertools import takewhile

from articles.arabic.stopwords import data_lines, load_words

from .country import FOREIGN, stands_elsewhere
from .ranks import rank_before
from .words import DATA, Words, is_given_name, pattern, with_clitics

COMMON_WORDS = load_words(DATA / "common_words.txt")
WIDESPREAD_NAMES = load_words(DATA / "widespread_names.txt")
COMMON_PHRASES = frozenset(
    form for line in data_lines(DATA / "common_phrases.txt") for form in with_clitics(pattern(line))
)
BESIDE_NAMES = load_words(DATA / "beside_names.txt")
NAMES_OR_WORDS = load_words(DATA / "names_or_words.txt")
REIGNS = load_words(DATA / "reigns.txt")


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
    inside: tuple = field(default=())

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
        return self.after in FOREIGN or stands_elsewhere(self)


def sightings(texts, gazetteer):
    """Every match of the article's parts, a mapping of part to `Words`, in reading order."""
    seen = []
    for part, words in texts.items():
        for found in gazetteer.find(words):
            sighting = _sighting(part, words, len(seen), found)
            sighting.given = () if found.clitic else _given_names_before(words, found.first)
            sighting.rank = rank_before(words, found.first - len(sighting.given))
            if len(sighting.given) == 1 and sighting.given[0] in NAMES_OR_WORDS and not _is_named(sighting):
                sighting.given = ()
            seen.append(sighting)
    return seen


def _sighting(part, words, order, found):
    inside = tuple(_sighting(part, words, order, inner) for inner in found.inside)
    return Sighting(part, words, order, found.first, found.last, found.entries, found.clitic, inside=inside)


def _given_names_before(words, number):
    """The given names that a match continues, from the left: («خالد»,) before «خليفة حفتر»."""
    places = takewhile(lambda place: names_somebody(words, place), range(number - 1, max(number - 4, -1), -1))
    return tuple(words.words[place] for place in places)[::-1]


def _is_named(sighting):
    """Whether the word before a whole name is a name too: behind a rank or a verb of saying."""
    return bool(sighting.rank) or sighting.single or sighting.words.before(sighting.first - 1) in BESIDE_NAMES


def names_somebody(words, place):
    """«علي» names somebody, «على» does not, though they fold alike."""
    follows = place + 1 < len(words) and words.before(place + 1) == words.words[place]
    preposition = words.surface(place, place + 1).endswith("ى") and words.words[place].endswith("علي")
    return follows and is_given_name(words.words[place]) and not preposition


def is_beside(one, other):
    """Next to each other but for ranks and given names between."""
    left, right = sorted((one, other), key=lambda sighting: sighting.first)
    between = right.words.words[left.last : right.first]
    gap = right.words.text[right.words.ends[left.last - 1] : right.words.starts[right.first]]
    rank = set(right.rank.split()) | {"الليبي", "الليبيه"}
    return (
        left is not right
        and len(between) <= 4
        and not set(gap) & set(".!?؟؛\n")
        and all(word in rank or is_given_name(word) for word in between)
    )
