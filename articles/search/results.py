"""What comes back: our own types, so that no reader of them knows the engine."""

from dataclasses import dataclass
from functools import cached_property

from articles.models import Article
from articles.search.histogram import Histogram
from articles.search.query import Query


@dataclass(frozen=True)
class Marked:
    """A text with the places to mark in it: pairs of first character and end, in order, apart.

    Of a passage, whether its paragraph goes on before and after it.
    """

    text: str
    spans: tuple[tuple[int, int], ...] = ()
    goes_before: bool = False
    goes_after: bool = False

    def pieces(self):
        """The text in pieces for a template: ``[("قال ", False), ("حفتر", True), …]``."""
        place, found = 0, []
        for start, end in self.spans:
            found += [(self.text[place:start], False), (self.text[start:end], True)]
            place = end
        return [piece for piece in [*found, (self.text[place:], False)] if piece[0]]

    def words(self):
        """The marked stretches as they are spelt."""
        return [self.text[start:end] for start, end in self.spans]


@dataclass(frozen=True)
class Hit:
    """An article found, and why.

    `matched` are its words as spelt, `missing` words asked for that it lacks, `level` the widest level that was
    needed for any of them, `forms` pairs of a matched word and its level.
    """

    article: Article
    title: Marked
    passages: tuple[Marked, ...]
    matched: tuple[str, ...]
    score: float
    level: str = ""
    missing: tuple[str, ...] = ()
    forms: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Choice:
    """A search that leaves only one meaning, and what that is called."""

    text: str
    query: Query


@dataclass(frozen=True)
class Reading:
    """How a search was read: as canonical text, with the codes of what was read otherwise than typed.

    `needed`: how many of how many words; `forms` and `names`: what it was widened to; `joins`: whether the signs of
    `joining`, which may be words, were read as ``"operators"`` or as ``"words"``; `bearers`: whom a shared
    name may mean.
    """

    text: str
    notices: tuple[str, ...] = ()
    needed: tuple[int, int] | None = None
    forms: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    joins: str = ""
    joining: tuple[str, ...] = ()
    bearers: tuple[Choice, ...] = ()


@dataclass(frozen=True)
class Offer:
    """A search that would find something where this one does not."""

    query: Query
    count: int


@dataclass(frozen=True)
class Value:
    """One value of a facet, and the searches one click away from it."""

    value: str
    label: str
    count: int
    state: str
    include: Query
    exclude: Query
    clear: Query


@dataclass(frozen=True)
class Facet:
    """`rest`: how many more values there are; `more`: the search that shows them."""

    name: str
    values: tuple[Value, ...]
    rest: int = 0
    more: Query | None = None


@dataclass(frozen=True)
class Page:
    """One page of a search.

    `total` is exact, and `texts` too: how many they are if copies of one text count once. `took` is in milliseconds;
    `corrections` are wordings to try; `cursor` and `start` say where the page ends and begins; `some` are no hits, but
    have some of the words where all were required; `standing` is a key of notices.STANDINGS where the index cannot
    be relied on.
    """

    query: Query
    hits: tuple[Hit, ...]
    total: int
    texts: int = 0
    facets: tuple[Facet, ...] = ()
    histogram: Histogram | None = None
    took: float = 0.0
    cursor: str = ""
    start: str = ""
    reading: Reading = Reading("")
    offers: tuple[Offer, ...] = ()
    corrections: tuple[str, ...] = ()
    some: tuple[Hit, ...] = ()
    standing: str = ""

    @property
    def is_unavailable(self):
        return self.standing == "unavailable"

    @cached_property
    def pages(self):
        return max(1, -(-self.total // self.query.size))

    @property
    def choices(self):
        """The facets by which it can be narrowed: not those of which all that was found has the same one value."""
        return [
            facet
            for facet in self.facets
            if len(facet.values) > 1 or any(value.state or value.count < self.total for value in facet.values)
        ]

    @property
    def chosen(self):
        """The values in force, included or excluded, whatever facet shows them."""
        return [value for facet in self.facets for value in facet.values if value.state]

    @property
    def first(self):
        """The number of the first hit shown, counted from 1; 0 when there is none."""
        return (self.query.page - 1) * self.query.size + 1 if self.hits else 0

    @property
    def last(self):
        return max(0, self.first - 1) + len(self.hits)

    @property
    def next(self):
        if self.query.page >= self.pages:
            return None
        return self.query.changed(page=self.query.page + 1, after=self.cursor)

    @property
    def previous(self):
        if self.query.page < 2:
            return None
        return self.query.changed(page=min(self.query.page, self.pages + 1) - 1, before=self.start)
