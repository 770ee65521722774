"""One term's postings behind Whoosh's Matcher interface, so that its own query classes run over the arrays."""

from .whoosh_parts import LeafMatcher, ReadTooFar


class ArrayMatcher(LeafMatcher):
    """Steps through arrays; the whole list of postings counts as one block."""

    def __init__(self, field, ordinal, term, format_, scorer=None):
        self.field, self.ordinal = field, ordinal
        self.format, self.scorer = format_, scorer
        self._term = term
        # Whoosh asks one posting at a time: lists answer that faster than arrays.
        self._ids = field.docs_of(ordinal).tolist()
        self._weights = field.weights_of(ordinal).tolist()
        self._at = 0

    def is_active(self):
        return self._at < len(self._ids)

    def reset(self):
        self._at = 0

    def copy(self):
        other = type(self)(self.field, self.ordinal, self._term, self.format, self.scorer)
        other._at = self._at
        return other

    def id(self):
        return self._ids[self._at]

    def all_ids(self):
        return iter(self._ids[self._at :])

    def weight(self):
        return self._weights[self._at]

    def frequency(self):
        return int(self.field.freqs_of(self.ordinal)[self._at])

    def next(self):
        if not self.is_active():
            raise ReadTooFar
        self._at += 1
        return not self.is_active()

    def skip_to(self, number):
        if not self.is_active():
            raise ReadTooFar
        if number > self.id():
            rest = self.field.docs_of(self.ordinal)[self._at :]
            self._at += int(rest.searchsorted(number))

    def skip_to_quality(self, minimum):
        if self.block_quality() > minimum:
            return 0
        self._at = len(self._ids)
        return 1

    def value(self):
        if self.supports("positions"):
            return self.format.encode(self.value_as("positions"))
        return self.frequency().to_bytes(4, "big") if self.format.posting_size else b""

    def value_as(self, what):
        """Positions, frequency or weight of the posting in hand; Whoosh's names for them."""
        if what == "positions":
            return self._positions()
        return self.weight() if what == "weight" else self.frequency()

    def _positions(self):
        positions, starts = self.field.positions_of(self.ordinal)
        return positions[starts[self._at] : starts[self._at + 1]].tolist()

    def block_min_id(self):
        return self._ids[0]

    def block_max_id(self):
        return self._ids[-1]

    def block_max_weight(self):
        return max(self._weights)

    def block_min_length(self):
        return term_lengths(self.field, self.ordinal)[0]

    def block_max_length(self):
        return term_lengths(self.field, self.ordinal)[1]


def term_lengths(field, ordinal):
    """(shortest, longest) text in which the term stands; (0, 0) for a field without lengths."""
    if field.lengths is None:
        return 0, 0
    lengths = field.lengths[field.docs_of(ordinal)]
    return int(lengths.min()), int(lengths.max())
