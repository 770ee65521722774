"""What an article is compared by: its runs of words for copies, its telling words for stories."""

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import numpy as np

from articles.arabic.reading import readings

from .minhash import keys
from .rarity import keys_of
from .shingles import runs_of
from .wording import heading, own_spans, own_words, word_keys

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
    def of(cls, article, known=None):
        """`known` are its `Traits` where they are at hand."""
        first, last = article.days() or (None, None)
        day = first.toordinal() if first and first == last else 0
        profile = cls(article.pk, article.source_id, day, article.title, article.body)
        if known:
            profile.terms, profile.sketch = known
        return profile

    @cached_property
    def readings(self):
        """Of title and body."""
        return readings(self.title, self.body)

    @property
    def reading(self):
        return self.readings[1]

    @cached_property
    def spans(self):
        """The lines without the frame: their first characters and ends, as two arrays."""
        return np.array([*own_spans(self.body)], "i8").reshape(-1, 2).T

    @cached_property
    def words(self):
        """The words without the frame as numbers, in order."""
        own = _within(self.reading.part_starts, self.spans)
        return self.reading.lexis.parts.lists(word_keys)[self.reading.parts[own]][1]

    @cached_property
    def heading(self):
        return heading(self.title)

    @cached_property
    def numbers(self):
        """What stands in figures, as written."""
        return {word for word in own_words(self.body) if word[0].isdigit()}

    @cached_property
    def shingles(self):
        return runs_of(self.words.astype("u8"))

    @cached_property
    def terms(self):
        """Stem's number → how often it stands there."""
        found = Counter(self.own_terms)
        for term in keys_of(self.readings[0])[0].tolist():
            found[term] += TITLE_WEIGHT
        return found

    @cached_property
    def own_terms(self):
        """The terms of the body alone, without its frame."""
        terms, starts = keys_of(self.reading)
        return Counter(terms[_within(starts, self._told())].tolist())

    def _told(self):
        """The `spans` as far as the first READ characters of them go."""
        starts, ends = self.spans
        left = READ - np.cumsum(ends - starts) + (ends - starts)
        return starts, np.minimum(ends, starts + np.maximum(left, 0))

    @cached_property
    def sketch(self):
        """Where a copy of it would be looked for."""
        return keys(self.shingles)


class Traits(NamedTuple):
    """What an article is found by: terms and how often they stand there, and the keys of its sketch."""

    terms: dict
    sketch: list


def traits(title, body):
    """The `Traits` of the `Reading`s of a title and a body."""
    profile = Profile(0, None, 0, title.text, body.text)
    profile.readings = title, body
    return Traits(profile.terms, profile.sketch)


def _within(places, spans):
    """Which of ascending places lie in one of the spans."""
    starts, ends = spans
    return np.searchsorted(starts, places, "right") > np.searchsorted(ends, places, "right")


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
