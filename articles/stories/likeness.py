"""Whether one text is a copy of another, or another number of its series."""

from .shingles import overlap
from .terms import countries

# Copies: shares of the shorter and of the longer text that stand in both.
SHORTER, LONGER = 0.55, 0.35
OWN_SOURCE = 0.8
TOO_SHORT, SHORT = 20, 45
SHORT_OVERLAP = 0.85
# A form filled in anew (rates, receptions, tolls) differs in just the words that tell it apart.
TELLING, TELLING_SHARED = 12, 0.5
NUMBERS, NUMBERS_SHARED = 2, 0.5


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
    """Whether texts that run alike differ in the very words, the numbers or the countries that tell them apart."""
    shorter, longer = _by_length(one, other)
    named = [countries() & profile.own_terms.keys() for profile in (one, other)]
    if all(named) and named[0].isdisjoint(named[1]):
        return True
    numbers = one.numbers, other.numbers
    fewest = min(map(len, numbers))
    if fewest >= NUMBERS and len(numbers[0] & numbers[1]) < NUMBERS_SHARED * fewest:
        return True
    telling = sorted(set(shorter.own_terms), key=lambda term: (-rarity[term], term))[:TELLING]
    return sum(term in longer.own_terms for term in telling) < TELLING_SHARED * len(telling)


def is_series(one, other):
    """Whether two texts are numbers of one series: another day's in the same source, under the same headline."""
    if one.source != other.source or not one.apart(other):
        return False
    return bool(one.heading) and one.heading == other.heading


def _by_length(one, other):
    return sorted((one, other), key=lambda profile: len(profile.words))
