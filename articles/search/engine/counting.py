"""How often each number is among those of some documents; what a page counts of a segment is counted in one go.

A numbering is an array of one small number a document, 0 meaning none. To count is to fetch a number for each
document found, and fetching is what takes the time. Numberings with few combinations are therefore made into one,
once a segment: it is fetched once, and the counts of each come from those of the combinations.
"""

from dataclasses import dataclass
from math import prod

import numpy as np

# Combinations, at most, of numberings that are made into one: two bytes a document.
COMBINATIONS = 1 << 16


@dataclass(frozen=True)
class Numbering:
    """`numbers` are below `size`; no other numbering of the segment has the `key`."""

    key: tuple
    numbers: np.ndarray
    size: int


def count(found, counters):
    """Has each counter add what it counts over (`OpenSegment`, docs) pairs.

    A counter has `numbering(opened)`, a `Numbering` or None, and `add(opened, counts)` for the counts by number; where
    there is no numbering, `add_documents(opened, docs)`.
    """
    for opened, docs in found:
        numbered = {}
        for counter in counters:
            numbering = counter.numbering(opened)
            if numbering is None:
                counter.add_documents(opened, docs)
            else:
                numbered.setdefault(numbering.key, (numbering, []))[1].append(counter)
        counts = counts_of(opened, [numbering for numbering, _ in numbered.values()], docs)
        for key, (_, waiting) in numbered.items():
            for counter in waiting:
                counter.add(opened, counts[key])


def counts_of(opened, numberings, docs):
    """{key: array of how often each number is there} of a segment's numberings."""
    counts = {}
    for group in groups_of(numberings):
        sizes = [numbering.size for numbering in group]
        if len(group) > 1 and prod(sizes) < len(docs):
            counts |= _together(opened, group, docs)
        else:
            counts |= {n.key: np.bincount(n.numbers[docs], minlength=n.size) for n in group}
    return counts


def groups_of(numberings):
    """Lists of numberings with no more combinations than may be made into one."""
    groups = []
    for numbering in sorted(numberings, key=lambda numbering: (numbering.size, numbering.key)):
        if groups and prod(n.size for n in groups[-1]) * numbering.size <= COMBINATIONS:
            groups[-1].append(numbering)
        else:
            groups.append([numbering])
    return groups


def _together(opened, group, docs):
    sizes = [numbering.size for numbering in group]
    joint = opened.derive(("together", *(n.key for n in group)), lambda _: _combined(group))
    counts = np.bincount(joint[docs], minlength=prod(sizes)).reshape(sizes)
    axes = range(len(group))
    return {
        group[axis].key: counts.sum(axis=tuple(other for other in axes if other != axis)) for axis in axes
    }


def _combined(group):
    combined = np.zeros(len(group[0].numbers), "u4")
    for numbering in group:
        combined = combined * np.uint32(numbering.size) + numbering.numbers
    return combined.astype("u2")
