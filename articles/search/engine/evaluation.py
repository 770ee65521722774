"""Whoosh's query trees over the arrays of one segment: each kind of query is one entry in a table."""

import numpy as np

from . import positions
from .expansion import ordinals_of, span_of
from .matches import (
    Matches,
    constant,
    contained,
    counted,
    everything,
    intersection,
    nothing,
    union,
    united,
)
from .queries import AtLeast, Near, Often, Row, Together
from .whoosh_parts import SpanNear2, query


class Leaf:
    """One segment during one search."""

    def __init__(self, finder, number):
        self.finder, self.number = finder, number
        self.segment, self.opened = finder.snapshot.segments[number]
        self.base = finder.snapshot.bases[number]
        self.schema = finder.snapshot.schema
        self.documents = self.opened.documents

    def evaluate(self, wanted):
        """`Matches` of a query, the deleted documents among them."""
        for kind in type(wanted).__mro__:
            if kind in EVALUATIONS:
                return EVALUATIONS[kind](wanted, self)
        return _by_whoosh(wanted, self)

    def term(self, field_name, text):
        """(ordinal, `Matches`) of a term; None when it is not here."""
        field = self.opened.field(field_name)
        encoded = self.encoded(field_name, text)
        ordinal = -1 if field is None or encoded is None else field.lexicon.find(encoded)
        return None if ordinal < 0 else (ordinal, self.postings(field, ordinal, encoded))

    def postings(self, field, ordinal, term):
        def score(where):
            idf = self.finder.scoring.idf(field.name, term)
            return self.finder.scoring.of_postings(field, ordinal, where, idf)

        return Matches(field.docs_of(ordinal), score)

    def encoded(self, field_name, text):
        """The bytes that stand for a value in a field; None where they cannot."""
        try:
            return self.schema[field_name].to_bytes(text)
        except (KeyError, ValueError):
            return None

    def reader(self):
        """Whoosh's own reader of this segment."""
        return self.finder.whoosh_searcher().reader().leaf_readers()[self.number][0]


def _term(wanted, leaf):
    found = leaf.term(wanted.fieldname, wanted.text)
    return nothing() if found is None else found[1].boosted(wanted.boost)


def _and(wanted, leaf):
    negative = [part for part in wanted.subqueries if isinstance(part, query.Not)]
    positive = [part for part in wanted.subqueries if not isinstance(part, query.Not)]
    if not positive or not wanted.subqueries:
        return _all_of([leaf.evaluate(part) for part in wanted.subqueries], leaf, wanted.boost)
    found = _all_of([leaf.evaluate(part) for part in positive], leaf, 1.0)
    for part in negative:
        found = _without(found, leaf.evaluate(part.query), leaf)
    # To Whoosh a negation is a document like any other, worth 1.
    total = Matches(found.docs, lambda where: found.score(where) + len(negative)) if negative else found
    return total.boosted(wanted.boost)


def _all_of(parts, leaf, boost):
    return intersection(parts, leaf.documents).boosted(boost) if parts else nothing()


def _or(wanted, leaf):
    found = union([leaf.evaluate(part) for part in wanted.subqueries], leaf.documents)
    if wanted.scale and len(wanted.subqueries) > 1:
        found = _coordinated(found, wanted, leaf)
    return found.boosted(wanted.boost)


def _coordinated(found, wanted, leaf):
    """Whoosh's bonus for documents that have more of the terms."""
    terms = [part for part in wanted.leaves() if isinstance(part, query.Term)]
    terms = [part for part in map(leaf.evaluate, terms) if len(part)]
    if not terms:
        return found
    counts = np.zeros(leaf.documents)
    for part in terms:
        counts[part.docs] += 1
    total = len(terms)

    def score(where):
        bonus = (counts[found.docs[where]] - 1) / (total - wanted.scale) ** 2
        return (found.score(where) + bonus) * ((total - 1) / total)

    return Matches(found.docs, score)


def _at_least(wanted, leaf):
    parts = [leaf.evaluate(part) for part in wanted.subqueries]
    return counted(parts, wanted.least, leaf.documents).boosted(wanted.boost)


def _best(wanted, leaf):
    parts = [leaf.evaluate(part) for part in wanted.subqueries]
    return union(parts, leaf.documents, combine=np.maximum).boosted(wanted.boost)


def _not(wanted, leaf):
    return _without(everything(leaf.documents), leaf.evaluate(wanted.query), leaf)


def _and_not(wanted, leaf):
    return _without(leaf.evaluate(wanted.a), leaf.evaluate(wanted.b), leaf)


def _without(some, others, leaf):
    return some.only(~contained(some.docs, others.docs, leaf.documents))


def _and_maybe(wanted, leaf):
    sure, perhaps = leaf.evaluate(wanted.a), leaf.evaluate(wanted.b)
    perhaps = perhaps.only(contained(perhaps.docs, sure.docs, leaf.documents))
    both = union([sure, perhaps], leaf.documents)
    return Matches(sure.docs, both.score)


def _require(wanted, leaf):
    scored, required = leaf.evaluate(wanted.a), leaf.evaluate(wanted.b)
    return scored.only(contained(scored.docs, required.docs, leaf.documents))


def _otherwise(wanted, leaf):
    return leaf.evaluate(wanted.a if leaf.finder.count(wanted.a) else wanted.b)


def _every(wanted, leaf):
    if wanted.fieldname is None:
        return everything(leaf.documents).scored(wanted.boost)
    field = leaf.opened.field(wanted.fieldname)
    return (
        nothing() if field is None else Matches(united([field.docs], leaf.documents), constant(wanted.boost))
    )


def _constant_score(wanted, leaf):
    return leaf.evaluate(wanted.child).scored(wanted.score)


def _many_terms(wanted, leaf):
    field, field_object = leaf.opened.field(wanted.fieldname), leaf.schema[wanted.fieldname]
    if field is None:
        return nothing()
    span = span_of(field, wanted, field_object)
    # A query that says nothing of scores (Variations) scores its terms, as in Whoosh.
    if not wanted.constantscore:
        ordinals = range(*span) if span else ordinals_of(field, wanted, leaf).tolist()
        parts = [leaf.postings(field, ordinal, field.lexicon[ordinal]) for ordinal in ordinals]
        return union(parts, leaf.documents).boosted(wanted.boost)
    if span:
        # Terms side by side have their postings side by side.
        docs = field.docs[field.starts[span[0]] : field.starts[span[1]]]
        return Matches(united([docs], leaf.documents), constant(wanted.boost))
    lists = [field.docs_of(ordinal) for ordinal in ordinals_of(field, wanted, leaf).tolist()]
    return Matches(united(lists, leaf.documents), constant(wanted.boost)) if lists else nothing()


def _numeric_range(wanted, leaf):
    if leaf.opened.field(wanted.fieldname) is None:
        return nothing()
    return leaf.evaluate(wanted._compile_query(leaf.finder.snapshot))


def _phrase(wanted, leaf):
    rows = [(Row(wanted.fieldname, (word,)),) for word in wanted.words]
    words, candidates = positions.words_of(leaf, wanted.fieldname, rows)
    if not words:
        return nothing()
    return positions.in_order(words, candidates, wanted.slop).boosted(wanted.boost)


def _sequence(wanted, leaf):
    """A sequence of plain words in one field is a phrase; of other things it is Whoosh's affair."""
    parts = wanted.qs if isinstance(wanted, SpanNear2) else wanted.subqueries
    plain = all(type(part) is query.Term and part.boost == 1.0 for part in parts) and wanted.ordered
    if not plain or len({part.fieldname for part in parts}) > 1 or getattr(wanted, "mindist", 1) != 1:
        return _by_whoosh(wanted, leaf)
    boost = getattr(wanted, "boost", 1.0)
    return _phrase(query.Phrase(parts[0].fieldname, [part.text for part in parts], wanted.slop, boost), leaf)


def _near(wanted, leaf):
    words, candidates = positions.words_of(leaf, wanted.fieldname, wanted.words)
    if not words:
        return nothing()
    arrange = positions.in_order if wanted.ordered else positions.in_any_order
    return arrange(words, candidates, wanted.within).boosted(wanted.boost)


def _together(wanted, leaf):
    words, candidates = positions.words_of(leaf, wanted.fieldname, wanted.words)
    if not words:
        return nothing()
    field = leaf.opened.field(wanted.fieldname)
    return positions.in_one_unit(words, candidates, field, wanted.unit).boosted(wanted.boost)


def _often(wanted, leaf):
    words, candidates = positions.words_of(leaf, wanted.fieldname, wanted.words)
    if not words:
        return nothing()
    return positions.often_enough(words[0], candidates, wanted.least).boosted(wanted.boost)


def _by_whoosh(wanted, leaf):
    """A kind of query of which only Whoosh's matcher knows, one document at a time."""
    searcher = leaf.finder.whoosh_searcher()
    searcher = searcher.leaf_searchers()[leaf.number][0]
    matcher = wanted.matcher(searcher, searcher.context())
    found = []
    while matcher.is_active():
        found.append((matcher.id(), matcher.score()))
        matcher.next()
    scores = np.array([score for _, score in found], "f8")
    return Matches(np.array([number for number, _ in found], "u4"), lambda where: scores[where])


EVALUATIONS = {
    query.Term: _term,
    query.And: _and,
    AtLeast: _at_least,
    query.Or: _or,
    query.DisjunctionMax: _best,
    query.Not: _not,
    query.AndNot: _and_not,
    query.AndMaybe: _and_maybe,
    query.Require: _require,
    query.Otherwise: _otherwise,
    query.Every: _every,
    query.ConstantScoreQuery: _constant_score,
    query.MultiTerm: _many_terms,
    query.NumericRange: _numeric_range,
    query.Phrase: _phrase,
    query.Sequence: _sequence,
    query.Ordered: _by_whoosh,
    SpanNear2: _sequence,
    type(query.NullQuery): lambda wanted, leaf: nothing(),
    Near: _near,
    Together: _together,
    Often: _often,
}
