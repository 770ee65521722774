"""A kind of field that Whoosh does not have."""

from .whoosh_parts import DATETIME


class Moment(DATETIME):
    """A date and time to sort, filter and count by.

    Whoosh's DATETIME indexes each value at eight precisions, so that a range need not visit many terms. Here terms
    side by side have their postings side by side, a range is one slice, and one precision is enough.
    """

    def __init__(self, stored=False):
        super().__init__(stored=stored, sortable=True)
        self.shift_step = 0
