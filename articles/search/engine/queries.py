"""Kinds of query that Whoosh does not have. They stand in query trees like Whoosh's own."""

from typing import NamedTuple

from .whoosh_parts import query


class Row(NamedTuple):
    """Words of one field, one after another."""

    field: str
    words: tuple[str, ...]


class AtLeast(query.Or):
    """Documents that match so many of the subqueries or more; scores of all that match add up.

    >>> AtLeast([Term("words", "اتفاق"), Term("words", "برلين"), Term("words", "مؤتمر")], 2)
    """

    def __init__(self, subqueries, least, boost=1.0):
        super().__init__(subqueries, boost=boost)
        self.least = least

    def normalize(self):
        # Whoosh would drop doubles and empty ones, and the count would mean something else.
        return type(self)([subquery.normalize() for subquery in self.subqueries], self.least, self.boost)

    def apply(self, function):
        return type(self)([function(subquery) for subquery in self.subqueries], self.least, self.boost)

    def with_boost(self, boost):
        return type(self)(self.subqueries, self.least, boost)

    def __eq__(self, other):
        return super().__eq__(other) and self.least == other.least

    def __hash__(self):
        return hash((super().__hash__(), self.least))


class _Words(query.Query):
    """Shared by the queries of words in one field.

    Each word is a str or a list of spellings, of which any will do; a spelling may be a tuple of words that stand one
    after another, or a `Row` of another field in which the same text is read otherwise.
    """

    def __init__(self, fieldname, words, boost=1.0):
        self.fieldname, self.boost = fieldname, boost
        self.words = [tuple(self._rows(word)) for word in words]

    def _rows(self, word):
        for spelling in [word] if isinstance(word, str) else word:
            if isinstance(spelling, Row):
                yield spelling
            else:
                yield Row(self.fieldname, (spelling,) if isinstance(spelling, str) else tuple(spelling))

    def _identity(self):
        return type(self), self.fieldname, tuple(self.words), self.boost

    def __eq__(self, other):
        return type(self) is type(other) and self._identity() == other._identity()

    def __hash__(self):
        return hash(self._identity())

    def __repr__(self):
        return f"{type(self).__name__}{self._identity()[1:]}"

    def field(self):
        return self.fieldname

    def has_terms(self):
        return True

    def needs_spans(self):
        return True

    def terms(self, phrases=False):
        return ((row.field, text) for word in self.words for row in word for text in row.words)


class Often(_Words):
    """Documents in which the word (any of its spellings, counted together) stands so many times or more.

    >>> Often("words", "حفتر", 3)
    """

    def __init__(self, fieldname, word, least, boost=1.0):
        super().__init__(fieldname, [word], boost)
        self.least = least

    def _identity(self):
        return (*super()._identity(), self.least)


class Near(_Words):
    """Documents in which all words stand together: no further than `within` words from the first to the last.

    With `ordered`, each stands after the one before it and the next is at most `within` words on, as slop in a phrase.

    >>> Near("words", ["حفتر", ["صالح", "عقيلة"]], 5)
    """

    def __init__(self, fieldname, words, within, ordered=False, boost=1.0):
        super().__init__(fieldname, words, boost)
        self.within, self.ordered = within, ordered

    def _identity(self):
        return (*super()._identity(), self.within, self.ordered)


class Together(_Words):
    """Documents in which all words stand in one sentence, or one paragraph.

    >>> Together("words", ["حفتر", "صالح"], "sentence")
    """

    def __init__(self, fieldname, words, unit="sentence", boost=1.0):
        super().__init__(fieldname, words, boost)
        self.unit = unit

    def _identity(self):
        return (*super()._identity(), self.unit)
