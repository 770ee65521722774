"""What speaks for two reports telling one event, and against it, weighed as reports grouped by hand have it."""

import math
from operator import mul
from typing import NamedTuple

WINDOW = 3
# Two texts that share nothing differ no more than two that share next to nothing.
LEAST_COSINE = 0.003


class Evidence(NamedTuple):
    """Each is weighed by its namesake in `WEIGHTS`: ``Evidence(1, -1.4, 0.7, …)``."""

    always: float
    likeness: float
    headline: float
    next_day: float
    second_day: float
    later: float
    any_day: float
    same_source: float
    other_town: float

    def odds(self, rivals):
        """The logarithm of the odds that they tell one event; `rivals` are the reports that one may meet by chance."""
        return sum(map(mul, self, WEIGHTS)) - math.log(1 + rivals)


# Fitted by `python -m bench.stories_weights` and on pairs of Tunisian and Saudi news, crowded as real news is; but that
# an outlet tells an event twice is set by hand, since a story is what several outlets tell.
WEIGHTS = Evidence(
    always=7.0,
    likeness=1.92,
    headline=3.73,
    next_day=-1.18,
    second_day=-2.66,
    later=-3.71,
    any_day=-0.39,
    same_source=-4.0,
    other_town=-1.26,
)


def evidence(profiles, tolds):
    """The `Evidence` of two reports, given by the `Profile` and the `Told` of each; None if they are too far apart."""
    one, other = profiles
    apart = one.apart(other)
    if apart is not None and apart > WINDOW:
        return None
    shared = tolds[0].terms.keys() & tolds[1].terms.keys()
    return Evidence(
        always=1,
        likeness=likeness(*tolds, shared),
        headline=max(told.of_headline(shared) for told in tolds),
        next_day=apart == 1,
        second_day=apart == 2,
        later=apart is not None and apart > 2,
        any_day=not (one.day and other.day),
        same_source=one.source == other.source,
        other_town=bool(tolds[0].towns and tolds[1].towns) and not tolds[0].towns & tolds[1].towns,
    )


def likeness(one, other, shared):
    """The logarithm of the cosine of two `Told`s by rarity, whose `shared` terms these are: 0 of one text."""
    product = sum(map(mul, map(one.terms.get, shared), map(other.terms.get, shared)))
    return math.log(max(product / (one.length * other.length), LEAST_COSINE))
