"""All names and offices of the register, found in a text in one pass."""

from collections import defaultdict
from dataclasses import dataclass, replace

import ahocorasick

from articles.arabic.stopwords import data_lines

from . import gender
from .country import HOME, country_of
from .ranks import split_rank
from .words import ARTICLE, DATA, GIVEN_NAMES, pattern, with_clitics

WHOLE_NAMES = ("canonical", "full")
# A single word shorter than this is found only without a clitic.
SHORTEST_WITH_CLITIC = 3
# «آل ثاني», «بن فرحان»: the last word alone is no surname.
OF_GOD = frozenset({"الله", "الدين", "الاسلام"})
OF_A_FAMILY = frozenset({"ال", "بن", "دي", "دو", "دا", "فون", "فان", "لو"})


@dataclass(frozen=True)
class Entry:
    """What a pattern may mean: a name of an actor or a wording of an office.

    `form` is a Name's form, "surname" (the last word of a full name), "inserted" (first and last name of a
    person with room for a father's name between), "indefinite" (a surname without its article) or "office".
    """

    form: str
    actor: int | None = None
    kind: str = ""
    office: int | None = None
    gender: str = ""
    name: object = None


# What stands in a text for nobody, though a name stands in it: «جنوب السودان».
DECOY = Entry("decoy")


@dataclass(frozen=True)
class Found:
    """Words `first` to `last` (excluded) of a text, and all that they may mean.

    `inside` are the bodies and places that an office's wording names, and the person in a body's.
    """

    first: int
    last: int
    entries: tuple
    clitic: bool
    inside: tuple = ()


class Gazetteer:
    """Built once from a `Register`, then read by any number of texts.

    1,000 actors of six names each make about 80,000 forms; building takes under half a second.
    """

    def __init__(self, register):
        self.register = register
        self.first_and_last = defaultdict(set)
        self.ranks, self.given_names = defaultdict(set), defaultdict(set)
        self.kinds = {name.actor: name.kind for name in register.names}
        self.genders = gender.of_persons(register)
        meanings = defaultdict(dict)
        for name in register.names:
            for form, entry in self._entries(name):
                meanings[form][entry] = None
        for wording in register.wordings:
            entry = Entry("office", office=wording.office, gender=wording.gender)
            meanings[pattern(wording.text)][entry] = None
        for line in data_lines(DATA / "decoys.txt"):
            meanings[pattern(line)].setdefault(DECOY)
        self._automaton = _automaton(meanings)
        self.countries = self._countries()

    def _countries(self):
        """The country's code of each body of which some name says it, and of who held an office there: a dict."""
        told = {(name.actor, country_of(pattern(name.text))) for name in self.register.names}
        bodies = {actor: code for actor, code in told if code and self.kinds[actor] == "place"}
        bodies |= {
            actor: code for actor, code in told if code == HOME and self.kinds[actor] == "organisation"
        }
        return bodies | {
            held.actor: bodies[held.body] for held in self.register.holdings if held.body in bodies
        }

    def _entries(self, name):
        form = pattern(name.text)
        if name.kind != "person":
            yield form, Entry(name.form, name.actor, name.kind, name=name)
            return
        rank, bare = split_rank(form)
        self.ranks[name.actor].add(rank)
        words = bare.split(" ")
        whole = name.form in WHOLE_NAMES or (rank and len(words) > 1)
        entry = Entry("full" if whole and rank else name.form, name.actor, name.kind, name=name)
        yield bare, entry
        if whole and len(words) > 1:
            yield from self._whole_name(words, entry)

    def _whole_name(self, words, entry):
        """A person's whole name in its other forms, and its last word as a surname."""
        self.first_and_last[words[0], words[-1]].add(entry.actor)
        self.given_names[entry.actor].add(words[0])
        for other in _article_optional(words):
            yield other, entry
        surname = words[-1]
        if (
            len(surname) > SHORTEST_WITH_CLITIC
            and surname not in GIVEN_NAMES | OF_GOD
            and words[-2] not in OF_A_FAMILY
        ):
            yield surname, Entry("surname", entry.actor, entry.kind)
            if surname.startswith(ARTICLE):
                yield surname.removeprefix(ARTICLE), Entry("indefinite", entry.actor, entry.kind)

    def find(self, words):
        """The longest matches over whole words, leftmost first, none overlapping another: a list of `Found`."""
        hits = list(self._hits(words))
        return [
            replace(hit, inside=tuple(_longest(_named_in(hit, hits)))) if hit.last - hit.first > 1 else hit
            for hit in _longest(hits)
        ]

    def _hits(self, words):
        if not len(self._automaton):
            return
        for last, (length, clitic, entries) in self._automaton.iter(words.line):
            start = last - length + 1
            first = words.index.get(start)
            if first is not None:
                yield Found(first, first + words.line.count(" ", start, last + 1), entries, clitic)


def _longest(hits):
    """Of overlapping hits the leftmost, and of those the longest."""
    free = 0
    for hit in sorted(hits, key=lambda hit: (hit.first, -hit.last)):
        if hit.first >= free:
            yield hit
            free = hit.last


def _named_in(whole, hits):
    """Bodies and places in an office's wording, who is named in a body's: «مجلس النواب», «حفتر» in «قوات حفتر»."""
    office = any(entry.form == "office" for entry in whole.entries)
    body = any(entry.kind == "organisation" for entry in whole.entries)
    for hit in hits:
        if whole.first < hit.first and hit.last <= whole.last:
            places = any(entry.kind in ("organisation", "place") for entry in hit.entries)
            named = any(entry.kind == "person" and entry.form == "short" for entry in hit.entries)
            if (office and places) or (body and named):
                yield hit


def _article_optional(words):
    """A person's name with the article of its last word left out or put in: «الدبيبه», «دبيبه»."""
    last = words[-1]
    other = last.removeprefix(ARTICLE) if last.startswith(ARTICLE) else ARTICLE + last
    if len(other) > 2:
        yield " ".join([*words[:-1], other])


def _automaton(meanings):
    forms = {}
    for plain, entries in meanings.items():
        guarded = " " not in plain and len(plain) < SHORTEST_WITH_CLITIC
        for form in [plain] if guarded else with_clitics(plain):
            if form == plain or form not in meanings:
                known = forms.get(form, (0, form != plain, ()))[2]
                forms[form] = (len(form) + 1, form != plain, (*known, *entries))
    automaton = ahocorasick.Automaton()
    for form, value in forms.items():
        # The space behind closes the last word; `index` sees to it that the first begins one.
        automaton.add_word(f"{form} ", value)
    if forms:
        automaton.make_automaton()
    return automaton
