"""What was found, counted by what it can be narrowed by."""

from articles.search.labels import labels
from articles.search.results import Facet, Value

# How many of the most frequent values of each are shown.
FACETS = {
    "source": 10,
    "actor": 12,
    "place": 10,
    "origin": 8,
    "kind": 6,
    "year": 30,
    "copies": 3,
    "language": 4,
}


def facet(query, name, counts):
    """A facet of pairs of value and count; what the query excludes stays visible, to be taken back."""
    shown = dict(counts) | {value: 0 for side, value in query.never if side == name}
    named = labels(name, list(shown))
    return Facet(name, tuple(value_of(query, name, value, named[value], n) for value, n in shown.items()))


def value_of(query, name, value, label, count):
    return Value(
        value,
        label,
        count,
        query.state(name, value),
        query.including(name, value),
        query.excluding(name, value),
        query.without(name, value),
    )
