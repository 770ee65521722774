"""What speaks for two reports telling one event, and against it, weighed as reports grouped by hand have it."""

import math
from operator import mul
from typing import NamedTuple

WINDOW = 3


class Evidence(NamedTuple):
    """Each is weighed by its namesake in `WEIGHTS`: ``Evidence(1, 0.2, -0.4, 0.7, …)``."""

    always: float
    of_shorter: float
    of_longer: float
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


# Made by `python -m bench.stories_weights`.
WEIGHTS = Evidence(
    always=2.24,
    of_shorter=1.24,
    of_longer=1.88,
    headline=1.42,
    next_day=0.6,
    second_day=-1.68,
    later=-4.22,
    any_day=1.42,
    same_source=-2.88,
    other_town=-1.04,
)


def evidence(profiles, tolds):
    """The `Evidence` of two reports, given by the `Profile` and the `Told` of each; None if they are too far apart."""
    one, other = profiles
    apart = one.apart(other)
    if apart is not None and apart > WINDOW:
        return None
    shorter, longer = sorted(tolds, key=lambda told: told.weight)
    shared = shorter.terms.keys() & longer.terms.keys()
    weight = max(sum(min(shorter.terms[term], longer.terms[term]) for term in shared), 1.0)
    return Evidence(
        always=1,
        of_shorter=shorter.share(weight),
        of_longer=longer.share(weight),
        headline=max(told.of_headline(shared) for told in tolds),
        next_day=apart == 1,
        second_day=apart == 2,
        later=apart is not None and apart > 2,
        any_day=not (one.day and other.day),
        same_source=one.source == other.source,
        other_town=bool(shorter.towns and longer.towns) and not shorter.towns & longer.towns,
    )
