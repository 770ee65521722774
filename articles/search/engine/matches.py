"""Sets of documents of one segment: ascending numbers, and scores that are only worked out where they are wanted."""

import numpy as np

from .array_file import ascending

# Up to this share of a segment's documents, sorted lists are quicker than a mark for every document.
SPARSE = 8


class Matches:
    """`docs` ascending; `score(where)` gives the scores of docs[where], `where` being an index array or a slice."""

    __slots__ = ("docs", "score")

    def __init__(self, docs, score=None):
        self.docs = docs
        self.score = score or constant(1.0)

    def __len__(self):
        return len(self.docs)

    def scores(self):
        return self.score(slice(0, len(self.docs)))

    def at(self, where):
        """These of the documents only."""
        return Matches(self.docs[where], lambda chosen: self.score(where[chosen]))

    def only(self, keep):
        """Those for which the mask says so."""
        return self if keep.all() else self.at(np.flatnonzero(keep))

    def boosted(self, boost):
        return self if boost == 1.0 else Matches(self.docs, lambda where: self.score(where) * boost)

    def scored(self, score):
        return Matches(self.docs, constant(score))


def constant(score):
    def same(where):
        count = where.stop - where.start if isinstance(where, slice) else len(where)
        return np.full(count, score)

    return same


def nothing():
    return Matches(np.empty(0, "u4"))


def everything(documents):
    return Matches(np.arange(documents, dtype="u4"))


def of_mask(mask):
    return np.flatnonzero(mask).astype("u4")


def union(parts, documents, combine=np.add):
    """Documents of any part; scores added, or put together by another ufunc."""
    parts = [part for part in parts if len(part)]
    if len(parts) < 2:
        return parts[0] if parts else nothing()
    docs = united([part.docs for part in parts], documents)
    return Matches(docs, lambda where: _combined(parts, docs[where], documents, combine))


def united(lists, documents):
    """Ascending numbers that are in any of the lists."""
    if sum(map(len, lists)) * SPARSE < documents:
        return ascending(np.concatenate(lists))
    seen = np.zeros(documents, bool)
    for docs in lists:
        seen[docs] = True
    return of_mask(seen)


def _combined(parts, docs, documents, combine):
    """Scores of `docs`, which lie in at least one part."""
    if len(docs) * SPARSE < documents:
        return _combined_sparsely(parts, docs, combine)
    scores = np.zeros(documents)
    for part in parts:
        if combine is np.add:
            scores[part.docs] += part.scores()
        else:
            scores[part.docs] = combine(scores[part.docs], part.scores())
    return scores[docs]


def _combined_sparsely(parts, docs, combine):
    scores = np.zeros(len(docs))
    for part in parts:
        here, there = common(docs, part.docs)
        scores[here] = combine(scores[here], part.score(there))
    return scores


def common(some, others):
    """Where the same numbers stand: (places in some, places in others)."""
    if len(some) > len(others):
        return common(others, some)[::-1]
    places = np.searchsorted(others, some)
    places[places == len(others)] = 0
    here = np.flatnonzero(others[places] == some) if len(others) else np.empty(0, "i8")
    return here, places[here]


def common_by_marks(some, others, documents):
    """The same by a mark for every document, which is quicker where both are long."""
    marked = np.zeros(documents, bool)
    marked[others] = True
    here = np.flatnonzero(marked[some])
    marked[others] = False
    marked[some] = True
    return here, np.flatnonzero(marked[others])


def intersection(parts, documents):
    """Documents of every part; scores added."""
    parts = sorted(parts, key=len)
    docs = parts[0].docs
    for part in parts[1:]:
        docs = docs[contained(docs, part.docs, documents)]
    return Matches(docs, lambda where: score_of_all(parts, docs[where]))


def score_of_all(parts, docs):
    """The sums of the parts' scores for documents that are in every part."""
    return sum(part.score(np.searchsorted(part.docs, docs)) for part in parts)


def contained(docs, others, documents):
    """Mask of the docs that are among the others."""
    if not len(others):
        return np.zeros(len(docs), bool)
    if len(docs) * SPARSE < len(others):
        places = np.searchsorted(others, docs)
        places[places == len(others)] = 0
        return others[places] == docs
    seen = np.zeros(documents, bool)
    seen[others] = True
    return seen[docs]


def counted(parts, least, documents):
    """Documents of at least so many parts; scores added."""
    counts = np.zeros(documents, "u2")
    for part in parts:
        counts[part.docs] += 1
    docs = of_mask(counts >= least)
    return Matches(docs, lambda where: _combined(parts, docs[where], documents, np.add))
