"""What an article is known by among reports of events: its telling terms, how rare each is, which its headline has."""

import math
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from .terms import towns

# More terms of a text would add but length; reports of the same event are looked for under the first of them.
KEPT, LEADS = 96, 32
# A rarity takes seven bits, in steps of so much; the eighth says that the term stands in the headline.
STEP, MOST_STEPS, HEADLINE = 0.1, 127, 128
# A word or two may be anybody's: weighed as if a word of so much rarity stood beside them.
SHORT_HEADLINE = 3.0
_ROW = np.dtype([("key", "<u4"), ("steps", "u1")])


@dataclass(frozen=True)
class Told:
    """`terms` maps each to its rarity, the most telling first; `headline` are those of them that stand there.

    The rarity stays what it was when the article came, so that comparing it later asks for no word's frequency.
    """

    terms: dict
    headline: frozenset = frozenset()

    @classmethod
    def of(cls, terms, headline, rarity):
        """Out of all terms of a text with how often they stand there."""
        most = sorted(terms, key=lambda term: (-terms[term] * rarity[term], term))[:KEPT]
        return cls({term: rarity[term] for term in most}, frozenset(headline).intersection(most))

    @classmethod
    def unpacked(cls, data):
        rows = np.frombuffer(bytes(data), _ROW)
        keys, steps = rows["key"], rows["steps"]
        terms = dict(zip(keys.tolist(), ((steps & MOST_STEPS) * STEP).tolist(), strict=True))
        return cls(terms, frozenset(keys[steps >= HEADLINE].tolist()))

    def packed(self):
        """Bytes for the database, five a term."""
        steps = {term: min(round(rarity / STEP), MOST_STEPS) for term, rarity in self.terms.items()}
        steps |= {term: steps[term] + HEADLINE for term in self.headline}
        return np.array([*steps.items()], _ROW).tobytes()

    @property
    def leads(self):
        return [*self.terms][:LEADS]

    @cached_property
    def length(self):
        """Of the vector that its rarities are; 1 without terms."""
        return math.sqrt(sum(rarity * rarity for rarity in self.terms.values())) or 1.0

    @cached_property
    def towns(self):
        """The towns that it names, or in which what it names lies."""
        known = towns()
        return {known[term] for term in known.keys() & self.terms.keys()}

    def of_headline(self, shared):
        """The share of the headline, by rarity, that is among `shared` terms; of a short one less than the whole."""
        return self._weight(self.headline & shared) / self._whole_headline

    @cached_property
    def _whole_headline(self):
        return self._weight(self.headline) + SHORT_HEADLINE

    def _weight(self, terms):
        return sum(map(self.terms.__getitem__, terms))
