"""What is asked of the archive: the words and everything around them that the URL carries."""

from dataclasses import dataclass, replace
from urllib.parse import urlencode

from articles.arabic.partial_date import PartialDate

LEVELS = ("exact", "folded", "stem", "wide")
SORTS = ("relevance", "newest", "oldest")
SIZES = (20, 50, 100)
JOINS = ("operators", "words")
# Of these an article may have several: each one included must be there.
MANY = ("actor", "place")
FILTERS = ("source", "origin", "actor", "place", "kind", "year", "month", "day", "language", "copies")


@dataclass(frozen=True)
class Query:
    """A search as a whole; two equal queries have the same address and find the same.

    >>> Query("حفتر", only=(("source", "lana"),), level="exact").address
    'q=%D8%AD%D9%81%D8%AA%D8%B1&level=exact&source=lana'

    `joins` says how «و», «أو» and «ليس» between words are to be read, if not as it seems.
    `only` and `never` hold pairs of a name in FILTERS and a value; pairs of one name are alternatives, but for those
    in MANY. `once` takes the copies of a text for one; `more` names a facet of which more values are shown; `after` and
    `before` say where the page before or after this one ends.
    """

    text: str = ""
    level: str = "stem"
    only: tuple[tuple[str, str], ...] = ()
    never: tuple[tuple[str, str], ...] = ()
    since: PartialDate | None = None
    until: PartialDate | None = None
    sort: str = "relevance"
    recent: bool = False
    every_word: bool = False
    joins: str = ""
    once: bool = False
    more: str = ""
    size: int = SIZES[0]
    page: int = 1
    after: str = ""
    before: str = ""

    def parameters(self):
        """Pairs of the URL's names and values, defaults left out."""
        named = [
            ("q", self.text),
            ("level", self.level if self.level != "stem" else ""),
            *self.only,
            *((name, f"-{value}") for name, value in self.never),
            ("since", self.since),
            ("until", self.until),
            ("sort", self.sort if self.sort != "relevance" else ""),
            ("recent", "1" if self.recent else ""),
            ("every", "1" if self.every_word else ""),
            ("joins", self.joins),
            ("once", "1" if self.once else ""),
            ("more", self.more),
            ("size", self.size if self.size != SIZES[0] else ""),
            ("page", self.page if self.page > 1 else ""),
            ("after", self.after),
            ("before", self.before),
        ]
        return [(name, str(value)) for name, value in named if value]

    @property
    def address(self):
        return urlencode(self.parameters())

    @property
    def order(self):
        """The order of SORTS that is shown: without words there is no relevance."""
        return self.sort if self.text or self.sort != "relevance" else "newest"

    def changed(self, **fields):
        """The same search with other fields, from its first page again unless a page is given."""
        return replace(self, **{"page": 1, "after": "", "before": ""} | fields)

    def including(self, name, value):
        return self._moved((name, value), only=((name, value),))

    def excluding(self, name, value):
        return self._moved((name, value), never=((name, value),))

    def without(self, name, value):
        """Neither included nor excluded."""
        return self._moved((name, value))

    def _moved(self, pair, **put):
        """The pair taken out where it is, and put in on the side that is given."""
        rest = {
            side: tuple(other for other in getattr(self, side) if other != pair) for side in ("only", "never")
        }
        return self.changed(**{side: rest[side] + put.get(side, ()) for side in rest})

    def loosened(self, name):
        """Without what this name narrows it by; what is included of MANY stays, for each more narrows further."""
        only = self.only if name in MANY else tuple(pair for pair in self.only if pair[0] != name)
        return self.changed(only=only, never=tuple(pair for pair in self.never if pair[0] != name))

    def filtered_by(self, name):
        """The values included or excluded of a name."""
        return tuple(value for other, value in (*self.only, *self.never) if other == name)

    def state(self, name, value):
        """How the pair stands in this search: ``"only"``, ``"never"`` or ``""``."""
        return next((side for side in ("only", "never") if (name, value) in getattr(self, side)), "")
