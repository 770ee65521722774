"""Whether one text is a copy of another, and how much two texts tell of the same event."""

import math

from .shingles import overlap

# Copies: shares of the shorter and of the longer text that stand in both.
SHORTER, LONGER = 0.55, 0.35
OWN_SOURCE = 0.8
TOO_SHORT, SHORT = 20, 45
SHORT_OVERLAP = 0.85
# A form filled in anew (rates, receptions, tolls) differs in just the words that tell it apart.
TELLING, TELLING_SHARED = 12, 0.5
NUMBERS, NUMBERS_SHARED = 2, 0.5

# Stories: the likeness asked for on a quiet day, for each doubling of the reports about that day, for each day between.
QUIET, CROWD, APART = -0.6, 0.16, 0.5
# An undated report may be of any day: it stands in the crowd of all, of whom most write of other things.
UNDATED = 0.9
WINDOW = 4


def is_copy(one, other, rarity):
    """Whether two `Profile`s are one text, whole or cut, headline and frame aside."""
    shortest = min(len(one.words), len(other.words))
    least = SHORT_OVERLAP if shortest < SHORT else SHORTER
    if one.source == other.source:
        least = max(least, OWN_SOURCE)
    return shortest >= TOO_SHORT and run_alike(one, other, least) and not is_form(one, other, rarity)


def run_alike(one, other, least=SHORTER):
    """Whether so much of the shorter text, and much of the longer, stands in both."""
    shorter, longer = _by_length(one, other)
    of_shorter, of_longer = overlap(shorter.shingles, longer.shingles)
    return of_shorter >= least and of_longer >= LONGER


def is_form(one, other, rarity):
    """Whether texts that run alike differ in the very words, or the numbers, that tell them apart."""
    shorter, longer = _by_length(one, other)
    numbers = one.numbers, other.numbers
    fewest = min(map(len, numbers))
    if fewest >= NUMBERS and len(numbers[0] & numbers[1]) < NUMBERS_SHARED * fewest:
        return True
    telling = sorted(set(shorter.own_terms), key=lambda term: (-rarity[term], term))[:TELLING]
    return sum(term in longer.own_terms for term in telling) < TELLING_SHARED * len(telling)


def is_series(one, other):
    """Whether two texts are numbers of one series: another day's in the same source, under the same headline."""
    if one.source != other.source or not one.day or not other.day or one.day == other.day:
        return False
    return bool(one.heading) and one.heading == other.heading


def _by_length(one, other):
    return sorted((one, other), key=lambda profile: len(profile.words))


def likeness(one, other):
    """How much two texts, given by their telling terms and the rarity of each, say of one event; about -1 to 1.

    It is the share of the shorter that both have, by rarity, times the root of how many terms that one has, as a
    logarithm: a report of a few lines and a long one share few words, but rare ones; of long ones more is shared by
    chance. How rare words are in all changes nothing, so that an archive may grow.
    """
    if sum(one.values()) > sum(other.values()):
        one, other = other, one
    shared = sum(min(rarity, other[term]) for term, rarity in one.items() if term in other)
    share = max(shared, 1.0) / max(sum(one.values()), 1.0)
    return math.log(share * math.sqrt(max(len(one), 1)))


def asked_for(day, other_day, crowd, everybody):
    """The least likeness of two reports of one event; None when they are too far apart for any.

    `crowd` is how many reports there are about those days, `everybody` how many of any day: in a crowd much is alike
    by chance.
    """
    if not day or not other_day:
        return QUIET + UNDATED * CROWD * math.log2(1 + everybody)
    apart = abs(day - other_day)
    if apart > WINDOW:
        return None
    return QUIET + CROWD * math.log2(1 + crowd) + APART * max(0, apart - 1)
