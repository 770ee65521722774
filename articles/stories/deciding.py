"""What belongs together, decided on profiles alone; where they come from is not asked here."""

from collections import Counter

from .clustering import Clustering
from .evidence import evidence
from .likeness import is_copy, is_form, is_series, run_alike
from .recurring import without_recurring

# The odds count no further than this, so that one pair does not outvote all others, unless the two cannot be one event.
CERTAIN, NEVER = 2.0, -6.0
WORDS_SHARED = 2
LOOKED_AT = 100
# Of a group of copies so many are held against those of another.
FEW = 4
# Reports of unknown days come from more news than the archive may have of it yet.
LEAST_OF_ANY_DAY = 60
# So few words tell no event: a headline and a line may be alike by chance.
LEAST_TERMS = 8


class Deciding:
    """`profiles` by article, `told` the `Told` of each, `crowd` the number of reports of each day.

    `copies` names the group of each article that is known to be a copy or to have one; it grows.
    """

    def __init__(self, profiles, told, rarity, crowd, copies=()):
        self.profiles, self.rarity, self.crowd = profiles, rarity, crowd
        self.copies = dict(copies)
        self.told, self._forms, self._crowds = told, set(), {}

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

    def _one_text(self, *names):
        """Whether most texts of two groups run alike too, lest forms that are a little like each other chain.

        And lest a round-up, which has several texts whole, make them one.
        """
        ones, others = (self._some_of(name) for name in names)
        alike = [run_alike(one, other) for one in ones for other in others]
        return 2 * sum(alike) > len(alike)

    def _some_of(self, name):
        """Members of a group whose texts are at hand; one that names itself is alone."""
        members = [article for article, known in self.copies.items() if known == name] or [name]
        return [self.profiles[pk] for pk in members if pk in self.profiles and self.profiles[pk].body][:FEW]

    def _is_copy(self, one, other):
        """Notes beside the forms: the words of another day with other numbers are the news of another day."""
        profiles = self.profiles[one], self.profiles[other]
        if is_copy(*profiles, self.rarity):
            return is_copy(*without_recurring(profiles, self.profiles.values()), self.rarity)
        if profiles[0].day != profiles[1].day and run_alike(*profiles) and is_form(*profiles, self.rarity):
            self._forms.add(frozenset((one, other)))
        return False

    def stories(self, groups, pairs, locked=()):
        """The groups grown by the pairs that are reports of the same event: name → articles."""
        clustering = Clustering(groups, self._odds, locked)
        first = {}
        for article, name in self.copies.items():
            clustering.unite(first.setdefault(name, article), article)
        clustering.join(pairs)
        return clustering.groups

    def _rename(self, gone, kept, pair):
        members = [article for article, name in self.copies.items() if name == gone]
        self.copies.update(dict.fromkeys((*members, *pair), kept))

    def evidence(self, one, other):
        """The `Evidence` of two reports; None where they cannot tell one event."""
        profiles = self.profiles[one], self.profiles[other]
        told = self.told[one], self.told[other]
        if (self._forms and frozenset((one, other)) in self._forms) or is_series(*profiles):
            return None
        return evidence(profiles, told) if min(len(each.terms) for each in told) >= LEAST_TERMS else None

    def rivals(self, one, other):
        """Among how many reports the one may have met the other: those of about its day, or of all its days."""
        profiles = self.profiles[one], self.profiles[other]
        spans = [profile.span for profile in profiles]
        about = [self._about(profile.day) for profile in profiles if profile.day]
        if len(about) == 2:
            return sum(about) / 2
        if not about or None in spans:
            return max(self.rarity.articles, LEAST_OF_ANY_DAY)
        return min(self.rarity.articles, about[0] * max(last - first for first, last in spans))

    def _odds(self, one, other):
        """The logarithm of the odds that two reports tell one event, within bounds."""
        found = self.evidence(one, other)
        return max(-CERTAIN, min(found.odds(self.rivals(one, other)), CERTAIN)) if found else NEVER

    def _about(self, day):
        """How many reports there are of about a day."""
        if day not in self._crowds:
            self._crowds[day] = sum(self.crowd.get(near, 0) for near in (day - 1, day, day + 1))
        return self._crowds[day]


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
