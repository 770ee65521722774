"""What an article is compared by: its runs of words for copies, its telling words for stories."""

from collections import Counter
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from articles.arabic.reading import readings

from .minhash import keys
from .shingles import runs_of
from .terms import keys_of
from .wording import heading, own_spans, own_words, word_keys

# A headline's word counts twice. The first so many characters tell the event, and the rest the background.
TITLE_WEIGHT = 2
READ = 2000


@dataclass
class Profile:
    """One article: `span` are the first and the last day that it may be of, as `date.toordinal()`; None if any."""

    article: int
    source: object
    span: tuple | None
    title: str = ""
    body: str = ""

    @classmethod
    def of(cls, article, known=None):
        """`known` are its `Traits` where they are at hand."""
        profile = cls(article.pk, article.source_id, span(article), article.title, article.body)
        if known:
            profile.terms, profile.headline, profile.sketch = known
        return profile

    @property
    def day(self):
        """The day as a number, 0 where it is not known."""
        first, last = self.span or (0, 1)
        return first if first == last else 0

    def apart(self, other):
        """The fewest days that may lie between two; None where one may be of any day."""
        if not self.span or not other.span:
            return None
        return max(self.span[0] - other.span[1], other.span[0] - self.span[1], 0)

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
        own = within(self.reading.part_starts, self.spans)
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
        for term in self.headline:
            found[term] += TITLE_WEIGHT
        return found

    @cached_property
    def headline(self):
        """The terms of the title in order."""
        return keys_of(self.readings[0])[0].tolist()

    @cached_property
    def own_terms(self):
        """The terms of the body alone, without its frame."""
        terms, starts = keys_of(self.reading)
        return Counter(terms[within(starts, self._told())].tolist())

    def _told(self):
        """The `spans` as far as the first READ characters of them go."""
        starts, ends = self.spans
        left = READ - np.cumsum(ends - starts) + (ends - starts)
        return starts, np.minimum(ends, starts + np.maximum(left, 0))

    @cached_property
    def sketch(self):
        """Where a copy of it would be looked for."""
        return keys(self.shingles)


def span(article):
    """The first and the last day that an article may be of, as numbers; None if any."""
    days = article.days()
    return days and tuple(day.toordinal() for day in days)


def within(places, spans):
    """Which of ascending places lie in one of the spans, given by their starts and their ends."""
    starts, ends = spans
    return np.searchsorted(starts, places, "right") > np.searchsorted(ends, places, "right")
