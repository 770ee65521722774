"""A page in the shape in which Haystack's backend takes it, and its counts by stretches of time."""

from datetime import datetime, time

import numpy as np

from .whoosh_parts import RelativeDelta, datetime_to_long


class HaystackPage:
    """Looks to Haystack like a page of Whoosh's results."""

    def __init__(self, found, date_facets):
        self.found = found
        self._groups = {name: dict(counts) for name, counts in found.facets.items()} | date_facets
        self.results = self

    def __len__(self):
        return self.found.total

    def __iter__(self):
        return iter([hit.stored for hit in self.found.hits])

    def score(self, place):
        return self.found.hits[place].score

    def facet_names(self):
        return list(self._groups)

    def groups(self, name):
        return dict(self._groups[name])


def count_date_ranges(found, field_name, wish):
    """{(start, end): count} of Haystack's date facet, those outside of it under None."""
    edges = list(_edges(_moment(wish["start_date"]), _moment(wish["end_date"]), wish))
    limits = np.array([datetime_to_long(edge) for edge in edges], "u8")
    counts = np.zeros(len(edges) + 1, "i8")
    for opened, docs in found.documents:
        column = opened.column(field_name)
        values = np.zeros(len(docs), "u8") if column is None else column.values[docs]
        counts += np.bincount(np.searchsorted(limits, values, "right"), minlength=len(counts))
    ranges = {
        (start, end): int(count)
        for start, end, count in zip(edges, edges[1:], counts[1:], strict=False)
        if count
    }
    outside = int(counts[0] + counts[-1])
    return ranges | ({None: outside} if outside else {})


def _edges(start, end, wish):
    step = RelativeDelta(**{wish["gap_by"] + "s": wish.get("gap_amount", 1)})
    while start < end:
        yield start
        start += step
    yield start


def _moment(day):
    return day if isinstance(day, datetime) else datetime.combine(day, time.min)
