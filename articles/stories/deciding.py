"""What belongs together, decided on profiles alone; where they come from is not asked here."""

from .clustering import Clustering
from .likeness import asked_for, is_copy, likeness, weighed

# A copy is as sure a sign of the same event as can be: this much above what is asked for.
CERTAIN = 0.5
NEVER = -1.0
WORDS_SHARED = 2


class Deciding:
    """`profiles` by article, `terms` the telling terms of each, `crowd` the number of reports of each day.

    `known` are pairs that are copies already.
    """

    def __init__(self, profiles, terms, rarity, crowd, known=()):
        self.profiles, self.rarity, self.crowd = profiles, rarity, crowd
        self._terms, self._vectors = terms, {}
        self.copies = {frozenset(pair) for pair in known}

    def find_copies(self, pairs):
        """Those of the pairs that are copies, which are taken for known from here on."""
        found = [
            pair
            for pair in pairs
            if frozenset(pair) in self.copies
            or is_copy(self.profiles[pair[0]], self.profiles[pair[1]], self.rarity)
        ]
        self.copies.update(map(frozenset, found))
        return found

    def stories(self, groups, pairs, locked=()):
        """The groups grown by the pairs that are reports of the same event: name → articles."""
        clustering = Clustering(groups, self._excess, locked)
        clustering.join(pairs)
        return clustering.groups

    def _excess(self, one, other):
        """How much more alike two reports are than is asked of them."""
        if frozenset((one, other)) in self.copies:
            return CERTAIN
        day, other_day = self.profiles[one].day, self.profiles[other].day
        asked = asked_for(day, other_day, (self._about(day) + self._about(other_day)) / 2)
        return NEVER if asked is None else likeness(self._vector(one), self._vector(other)) - asked

    def _about(self, day):
        return sum(self.crowd.get(near, 0) for near in (day - 1, day, day + 1)) if day else 0

    def _vector(self, article):
        if article not in self._vectors:
            self._vectors[article] = weighed(self._terms[article], self.rarity)
        return self._vectors[article]


def worth_a_look(found):
    """Pairs for copies and for stories out of ``(one, other, sketches shared, words shared)``, each pair once."""
    copies = {tuple(sorted(row[:2])) for row in found if row[2]}
    stories = {tuple(sorted(row[:2])) for row in found if row[3] >= WORDS_SHARED}
    return sorted(copies), sorted(copies | stories)


def united(pairs, groups):
    """Groups, given as article → name, with those of each pair made one: article → name."""
    names = dict(groups)
    for one, other in pairs:
        kept, gone = sorted((names.get(one, one), names.get(other, other)))
        names.setdefault(one, one)
        names.setdefault(other, other)
        if kept != gone:
            names = {article: kept if name == gone else name for article, name in names.items()}
    return names
