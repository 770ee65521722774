"""What belongs together, decided on profiles alone; where they come from is not asked here."""

from collections import Counter

from .clustering import Clustering
from .likeness import asked_for, is_copy, is_form, is_series, likeness, run_alike

NEVER = -3.0
WORDS_SHARED = 2
LOOKED_AT = 100
# So few words tell no event: a headline and a line may be alike by chance.
LEAST_TERMS = 8


class Deciding:
    """`profiles` by article, `terms` the telling terms of each, weighed, `crowd` the number of reports of each day.

    `copies` names the group of each article that is known to be a copy or to have one; it grows.
    """

    def __init__(self, profiles, terms, rarity, crowd, copies=()):
        self.profiles, self.rarity, self.crowd = profiles, rarity, crowd
        self.copies = dict(copies)
        self._terms, self._forms = terms, set()

    def find_copies(self, pairs):
        """Unite the groups of those pairs that are copies; the names of the groups that grew."""
        grown = set()
        for one, other in pairs:
            name, other_name = self.copies.get(one, one), self.copies.get(other, other)
            if name != other_name and self._is_copy(one, other) and self._one_text(name, other_name):
                kept, gone = sorted((name, other_name))
                self._rename(gone, kept, (one, other))
                grown = grown - {gone} | {kept}
        return grown

    def _one_text(self, name, other):
        """Whether the texts that two groups are named for run alike too, lest forms a little like each other chain."""
        heads = self.profiles.get(name), self.profiles.get(other)
        return None in heads or run_alike(*heads)

    def _is_copy(self, one, other):
        """Notes beside the forms: the words of another day with other numbers are the news of another day."""
        profiles = self.profiles[one], self.profiles[other]
        if is_copy(*profiles, self.rarity):
            return True
        if profiles[0].day != profiles[1].day and run_alike(*profiles) and is_form(*profiles, self.rarity):
            self._forms.add(frozenset((one, other)))
        return False

    def stories(self, groups, pairs, locked=()):
        """The groups grown by the pairs that are reports of the same event: name → articles."""
        clustering = Clustering(groups, self._excess, locked)
        first = {}
        for article, name in self.copies.items():
            clustering.unite(first.setdefault(name, article), article)
        clustering.join(pairs)
        return clustering.groups

    def _rename(self, gone, kept, pair):
        members = [article for article, name in self.copies.items() if name == gone]
        self.copies.update(dict.fromkeys((*members, *pair), kept))

    def _excess(self, one, other):
        """How much more alike two reports are than is asked of them."""
        profiles = self.profiles[one], self.profiles[other]
        if frozenset((one, other)) in self._forms or is_series(*profiles):
            return NEVER
        if min(len(self._terms[one]), len(self._terms[other])) < LEAST_TERMS:
            return NEVER
        day, other_day = (profile.day for profile in profiles)
        about = (self._about(day) + self._about(other_day)) / 2
        asked = asked_for(day, other_day, about, self.rarity.articles)
        return NEVER if asked is None else likeness(self._terms[one], self._terms[other]) - asked

    def _about(self, day):
        return sum(self.crowd.get(near, 0) for near in (day - 1, day, day + 1)) if day else 0


def worth_a_look(found):
    """Pairs for copies and for stories out of ``(one, other, sketches shared, words shared)``, each pair once.

    Of each article's pairs the `LOOKED_AT` that share most: what it is compared with must not grow with the archive.
    """
    copies, stories, looked = set(), set(), Counter()
    for one, other, sketches, words in sorted(found, key=lambda row: (-row[2], -row[3], -row[1])):
        if (sketches or words >= WORDS_SHARED) and looked[one] < LOOKED_AT:
            looked[one] += 1
            pair = (one, other) if one < other else (other, one)
            stories.add(pair)
            if sketches:
                copies.add(pair)
    return sorted(copies), sorted(stories)
