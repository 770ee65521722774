"""BM25F over arrays, with the numbers of the whole generation: the formula and its constants are Whoosh's."""

from math import log

import numpy as np

from .whoosh_parts import BM25F


class Scoring:
    """Scores of postings in one generation. Statistics count the deleted too, as Whoosh has it, until a merge."""

    def __init__(self, snapshot, weighting=None):
        self.snapshot = snapshot
        self.weighting = weighting or BM25F()
        self._frequencies, self._idf, self._norms = {}, {}, {}

    def doc_frequency(self, field_name, term):
        """In how many documents the term (bytes) stands."""
        key = field_name, term
        if key not in self._frequencies:
            self._frequencies[key] = sum(
                field.doc_frequency(ordinal)
                for field in (opened.field(field_name) for _, opened in self.snapshot.segments)
                if field is not None and (ordinal := field.lexicon.find(term)) >= 0
            )
        return self._frequencies[key]

    def idf(self, field_name, term):
        key = field_name, term
        if key not in self._idf:
            self._idf[key] = log(self.snapshot.documents / (self.doc_frequency(field_name, term) + 1)) + 1
        return self._idf[key]

    def of_postings(self, field, ordinal, where, idf):
        """Scores of the postings `where` of a term in a `FieldArrays`."""
        weights = field.weights_of(ordinal, where)
        if field.lengths is None or not self.snapshot.schema[field.name].scorable:
            return weights
        norms = self._norms_of(field.name)[field.lengths[field.docs_of(ordinal)[where]]]
        norms += weights
        weights *= self.weighting.K1 + 1
        weights /= norms
        weights *= idf
        return weights

    def _norms_of(self, field_name):
        """K1 · (1 - B + B · length / average length), for each length there is."""
        if field_name not in self._norms:
            statistics = [self._about(opened, field_name) for _, opened in self.snapshot.segments]
            average = sum(about["length"] for about in statistics) / (self.snapshot.documents or 1) or 1
            lengths = np.arange(max(about["longest"] for about in statistics) + 1)
            b = self.weighting._field_B.get(field_name, self.weighting.B)
            self._norms[field_name] = self.weighting.K1 * ((1 - b) + b * lengths / average)
        return self._norms[field_name]

    @staticmethod
    def _about(opened, field_name):
        field = opened.field(field_name)
        return {"length": 0, "longest": 0} if field is None else field.about
