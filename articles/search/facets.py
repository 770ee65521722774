"""What was found, counted by what it can be narrowed by.

The number beside a value is what the search would find with it: of a facet already narrowed, what its other values
would add; of a value excluded, what it would bring back.
"""

from articles.search.histogram import UNITS
from articles.search.labels import labels
from articles.search.query import MANY
from articles.search.results import Facet, Value

# How many of the most frequent values of each are shown.
FACETS = {
    "source": 10,
    "actor": 12,
    "place": 10,
    "origin": 8,
    "kind": 6,
    "year": 30,
    "month": 12,
    "day": 31,
    "copies": 3,
    "language": 4,
}
MOST = 200  # of the one of which more is wanted


def names_of(query, unit):
    """The facets of a search: months and days only where the time is shown by them, or is narrowed by them."""
    shown = UNITS[: UNITS.index(unit) + 1]
    return [name for name in FACETS if name not in UNITS or name in shown or query.filtered_by(name)]


def counts_of(query, name, found, look):
    """Pairs of value and count, most frequent first; `look` finds another search, given only to be counted."""
    counts = dict(found.facets[name])
    excluded = [value for other, value in query.never if other == name]
    if not excluded and (name in MANY or not query.filtered_by(name)):
        return counts
    loosened = dict(look(query.loosened(name), name).facets[name])
    return counts | {value: loosened.get(value, 0) for value in excluded} if name in MANY else loosened


def facet(query, name, counts):
    """A Facet of values and counts; a value in force is always among them, so that it can be taken back."""
    most = MOST if query.more == name else FACETS[name]
    chosen = dict.fromkeys(query.filtered_by(name))
    shown = list(dict.fromkeys([*list(counts)[:most], *chosen]))
    if name in UNITS:
        shown.sort(reverse=name == "year")
    named = labels(name, shown)
    values = tuple(value_of(query, name, value, named[value], counts.get(value, 0)) for value in shown)
    return Facet(name, values, len(counts.keys() - shown), query.changed(more=name))


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
