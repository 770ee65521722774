"""What a search gives: the page, its counts, where it goes on, and why a document is on it."""

from dataclasses import dataclass, field

import numpy as np

from .expansion import ordinals_of, span_of
from .matches import common
from .whoosh_parts import query


@dataclass(frozen=True)
class Hit:
    """A document on the page. `number` means something only within the same generation."""

    number: int
    score: float | None
    stored: dict
    key: float | int = 0


@dataclass(frozen=True)
class Found:
    """One page. `facets` by field: [(value, count)]; `histogram`: [(date, count)].

    `distinct`: how many there are if those that share a value count as one; `cursor` and `start`: where it ends and
    begins, for the pages after and before it, None where there is none.
    """

    total: int
    hits: list
    facets: dict = field(default_factory=dict)
    histogram: list = field(default_factory=list)
    cursor: tuple | None = None
    start: tuple | None = None
    distinct: int | None = None
    query: object = None
    finder: object = None
    # (`OpenSegment`, document numbers within it) of all that was found, to count them otherwise.
    documents: tuple = ()

    def why(self, hit):
        """[(field, term, share of the score)] of the query's terms that the document has, most telling first."""
        leaf, number = self.finder.leaf_of(hit.number)
        shares = {}
        for wanted in self.query.leaves():
            for field_name, ordinal in _terms_here(wanted, leaf):
                share = _share(leaf, field_name, ordinal, number)
                if share is not None:
                    term = leaf.schema[field_name].from_bytes(leaf.opened.field(field_name).lexicon[ordinal])
                    shares[field_name, term] = share
        return [(*term, share) for term, share in sorted(shares.items(), key=lambda item: -item[1])]


def _terms_here(wanted, leaf):
    """(field, ordinal) of the terms that a query without subqueries looks for."""
    field_arrays = leaf.opened.field(wanted.field()) if wanted.field() in leaf.schema else None
    if field_arrays is None:
        return
    if isinstance(wanted, query.MultiTerm):
        span = span_of(field_arrays, wanted, leaf.schema[field_arrays.name])
        ordinals = range(*span) if span else ordinals_of(field_arrays, wanted, leaf).tolist()
        yield from ((field_arrays.name, ordinal) for ordinal in ordinals)
        return
    for field_name, text in wanted.terms(phrases=True):
        term = leaf.term(field_name, text)
        if term is not None:
            yield field_name, term[0]


def _share(leaf, field_name, ordinal, number):
    """What the term adds to the document's score; None when the document does not have it."""
    field_arrays = leaf.opened.field(field_name)
    _, there = common(np.array([number], "u4"), field_arrays.docs_of(ordinal))
    if not len(there):
        return None
    matches = leaf.postings(field_arrays, ordinal, field_arrays.lexicon[ordinal])
    return float(matches.score(there)[0])
