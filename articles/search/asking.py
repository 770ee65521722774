"""What is asked for, as marking and the page's reasons see it."""

from dataclasses import dataclass, field

from articles.search.analysis import VIEWS

# The view in which a level finds, and all views whose terms answer to a word there, closest first.
VIEW = {"exact": "exact", "folded": "folded", "stem": "stem", "wide": "stem"}
ANSWERS = {"exact": ("exact",), "folded": ("exact", "folded"), "stem": tuple(VIEWS), "wide": tuple(VIEWS)}
LEVEL_OF_VIEW = {"exact": "exact", "folded": "folded", "bare": "stem", "stem": "stem"}


@dataclass(frozen=True)
class Asked:
    """A word asked for: in each view the term that answers to it; `near` holds folded spellings that come close.

    Of a word with a ``*`` in it `shaped` holds by view the spellings that it stands for.

    Words that are `plain` may be missing from what is found; all others are required.
    """

    typed: str
    terms: dict = field(default_factory=dict, hash=False)
    near: frozenset = frozenset()
    shaped: dict = field(default_factory=dict, hash=False)
    plain: bool = False

    @classmethod
    def of(cls, word, level, typed="", **fields):
        """The word of a query as `analysis.asked` gives it, and as it was typed."""
        return cls(
            typed or word.surface, {view: getattr(word, VIEWS[view]) for view in ANSWERS[level]}, **fields
        )

    def level(self, word):
        """The closest level at which a word of the text answers, None if it does not."""
        for view, term in self.terms.items():
            if getattr(word, VIEWS[view]) == term:
                return LEVEL_OF_VIEW[view]
        for view, spellings in self.shaped.items():
            if getattr(word, VIEWS[view]) in spellings:
                return LEVEL_OF_VIEW[view]
        return "wide" if word.surface in self.near else None


@dataclass(frozen=True)
class Row:
    """Words asked for together, each at most `reach` places after the one before, in any order unless `ordered`."""

    parts: tuple[Asked, ...]
    reach: int = 1
    ordered: bool = True
    widest: str = "exact"  # a level that the whole row is at least as wide as
