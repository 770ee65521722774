"""Whom and which bodies a text names that the register does not know. Pure; `proposing` writes.

proposals(Article({"body": "التقى اللواء سالم الفيتوري الوفد"}, gazetteer))
    -> [Proposed("body", 13, 27, "سالم الفيتوري", "سالم الفيتوري", "اللواء")]
"""

from dataclasses import dataclass

from articles.arabic.normalizer import fold
from articles.arabic.stopwords import STOPWORDS

from .country import COUNTRY
from .offices import OFFICE_HEADS
from .proposed_bodies import bodies, head_of, is_definite_head
from .ranks import RANKS, rank_before
from .saying import VERBS
from .sightings import BESIDE_NAMES, COMMON_WORDS, NAMES_OR_WORDS, names_somebody
from .verbs import VERBS_OF_NEWS, looks_present
from .words import ARTICLE, GIVEN_NAMES

LONGEST_NAME = 5
LONGEST_OFFICE = 6  # words
SHORTEST_SURNAME = 3  # letters
LONGEST_TITLE = 200  # letters
PRESENT = ("ي",)  # first letters
# Behind these something else begins than an office: «لقاء رئيس البلدية مع سالم الفيتوري».
PARTING = frozenset(
    map(
        fold,
        ("مع", "بين", "عن", "قبل", "بعد", "خلال", "أن", "إن", "التي", "الذي", "ثم", "حيث", "ضد", "عقب"),
    )
)
JOINING = frozenset({"بن", "ال"})


@dataclass(frozen=True)
class Proposed:
    """Characters `start` to `end` of an article's part; `key` is the same for all spellings of the name."""

    part: str
    start: int
    end: int
    surface: str
    key: str
    title: str


def proposals(article):
    """The unknown persons and bodies of a resolved `resolving.Article`, in reading order."""
    found = {
        (sighting.part, first): (sighting.words, sighting.last, _title(sighting.words, first))
        for sighting, first in article.unknown
    }
    known = [link for link in article.links if article.gazetteer.kinds.get(link.actor) == "person"]
    for part, words in article.texts.items():
        names = [(link.start, link.end) for link in known if link.part == part]
        for first, last, title in _titled_names(words, names):
            found.setdefault((part, first), (words, last, title))
    persons = [_proposed(part, *rest) for part, *rest in _unlinked(found, article.links)]
    return persons + [_proposed_body(*place) for place in bodies(article)]


def _unlinked(found, links):
    """Those found that no link touches, in reading order: tuples of part, words, first, last, title."""
    for (part, first), (words, last, title) in sorted(found.items()):
        start, end = words.starts[first], words.ends[last - 1]
        if not any(
            link.actor and link.part == part and link.start < end and start < link.end for link in links
        ):
            yield part, words, first, last, title


def _proposed(part, words, first, last, title):
    """«وسالم» is Salim, «وليد» is Walid."""
    name, *rest = words.words[first:last]
    clitic = 0 if name in GIVEN_NAMES else len(name) - len(name.removeprefix("و"))
    start, end = words.starts[first] + clitic, words.ends[last - 1]
    key = " ".join([name[clitic:], *rest])
    return Proposed(part, start, end, words.text[start:end], key, title[:LONGEST_TITLE])


def _proposed_body(part, words, first, last):
    """«وللجنة المصالحة» is «لجنة المصالحة»; as a surface it stays what the text has."""
    head, *rest = words.words[first:last]
    bare = head_of(head)
    start, end = words.ends[first] - len(bare), words.ends[last - 1]
    key = " ".join([f"{ARTICLE}{bare}" if is_definite_head(head) else bare, *rest])
    start -= len(ARTICLE) if head.endswith(f"{ARTICLE}{bare}") else 0
    return Proposed(part, start, end, words.text[start:end], key, "")


def _titled_names(words, known):
    """Names of two words or more behind a rank or an office: triples of first word, word after the last, title.

    `known` are the spans of persons already linked: an office before one of them is that one's.
    """
    free = 0
    for place in [number for number, word in enumerate(words.words) if word in GIVEN_NAMES]:
        if place < free or not names_somebody(words, place):
            continue
        free = last = _name_end(words, place)
        start = _title_start(words, place) if last - place > 1 else place
        span = words.starts[start], words.starts[place]
        if start < place and not any(begin < span[1] and span[0] < end for begin, end in known):
            yield place, last, _title(words, place)


def _name_end(words, first):
    """Behind the given names that follow each other and the surname behind them."""
    last = first + 1
    while last - first < LONGEST_NAME and (words.after(last) in GIVEN_NAMES or words.after(last) in JOINING):
        last += 1
    alone, complete = last - first == 1, _is_of_a_place(words.words[last - 1])
    return last + 1 if not complete and _may_be_surname(words.after(last), alone) else last


def _is_of_a_place(word):
    """«الفيتوري», «المهدي»: a given name in the form of a surname, which closes a name."""
    return word.startswith(ARTICLE) and word.endswith("ي")


def _may_be_surname(word, alone):
    """Behind one given name any word that is no word of speech; behind several only one that looks like a name."""
    if len(word) < SHORTEST_SURNAME or word.isdigit() or any(word in words for words in NO_SURNAMES):
        return False
    return alone or word.startswith(ARTICLE) or word.endswith("ي")


NO_SURNAMES = (STOPWORDS, VERBS, BESIDE_NAMES, COUNTRY, OFFICE_HEADS, COMMON_WORDS - GIVEN_NAMES)


def _title_start(words, first):
    """The first word of the rank right before a name, or of the office within a few words before it; else `first`."""
    rank = rank_before(words, first)
    if rank:
        return first - rank.count(" ") - 1
    if words.words[first] in NAMES_OR_WORDS or words.words[first] in OFFICE_HEADS:
        return first
    for place in range(first - 1, max(first - LONGEST_OFFICE, 0) - 1, -1):
        word = words.words[place]
        if words.breaks[place + 1] or _parts(word):
            return first
        if word in OFFICE_HEADS or word[1:] in OFFICE_HEADS:
            return _office_start(words, place)
    return first


def _parts(word):
    """No word of a title: a verb, or a particle that begins something else."""
    return word in VERBS or word in VERBS_OF_NEWS or word in PARTING or _is_present(word)


def _is_present(word):
    return looks_present(word, PRESENT) and word not in COUNTRY


def _title(words, first):
    """A rank as it is printed by itself, an office as it stands: «للواء» gives «اللواء»; "" for neither."""
    start = _title_start(words, first)
    return RANKS.get(rank_before(words, first)) or (words.surface(start, first) if start < first else "")


def _office_start(words, place):
    """«نائب وزير الدفاع»: from the first of the heads that follow each other."""
    while place and not words.breaks[place] and words.words[place - 1] in OFFICE_HEADS:
        place -= 1
    return place
