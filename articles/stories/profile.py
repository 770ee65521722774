"""What an article is compared by: its runs of words for copies, its telling words for stories."""

from collections import Counter
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from .minhash import keys
from .rarity import key, stems
from .shingles import shingles
from .wording import heading, own_lines, words

# A headline's word counts twice. The first so many characters tell the event, and the rest the background.
TITLE_WEIGHT = 2
READ = 2000
KEPT = 96
LEADS = 32
STEP = 0.1
_ROW = np.dtype([("key", "<u4"), ("steps", "u1")])


@dataclass
class Profile:
    """One article: `day` as `date.toordinal()`, 0 where the day is not known."""

    article: int
    source: object
    day: int
    title: str = ""
    body: str = ""

    @classmethod
    def of(cls, article):
        first, last = article.days() or (None, None)
        day = first.toordinal() if first and first == last else 0
        return cls(article.pk, article.source_id, day, article.title, article.body)

    @cached_property
    def lines(self):
        return list(own_lines(self.body))

    @cached_property
    def words(self):
        return words(self.lines)

    @cached_property
    def heading(self):
        return heading(self.title)

    @cached_property
    def numbers(self):
        """What stands in figures, as written."""
        return {word for word in self.words if word[0].isdigit()}

    @cached_property
    def shingles(self):
        return shingles(self.words)

    @cached_property
    def terms(self):
        """Stem's number → how often it stands there."""
        found = Counter(self.own_terms)
        for stem in stems(self.title):
            found[key(stem)] += TITLE_WEIGHT
        return found

    @cached_property
    def own_terms(self):
        """The terms of the body alone, without its frame."""
        return Counter(key(stem) for stem in stems("\n".join(self.lines)[:READ]))

    def sketch(self):
        """Where a copy of it would be looked for."""
        return keys(self.shingles)


def telling(terms, rarity):
    """The terms that tell most of the text, the most telling first, each with its rarity; more would add but length.

    The rarity stays what it was when the article came, so that comparing it later asks for no word's frequency.
    """
    most = sorted(terms, key=lambda term: (-terms[term] * rarity[term], term))
    return {term: rarity[term] for term in most[:KEPT]}


def leads(told):
    """Of the `telling` terms those under which reports of the same event are looked for."""
    return [*told][:LEADS]


def packed(told):
    """Terms and rarities as bytes for the database, five each: a rarity in steps of `STEP`."""
    return np.array([(term, min(round(rarity / STEP), 255)) for term, rarity in told.items()], _ROW).tobytes()


def unpacked(data):
    rows = np.frombuffer(bytes(data), _ROW)
    return dict(zip(rows["key"].tolist(), (rows["steps"] * STEP).tolist(), strict=True))
