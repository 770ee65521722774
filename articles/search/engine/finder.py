"""The one-pass searcher: one generation, evaluated once a page for hits, total, counts and histogram alike."""

import heapq
from bisect import bisect_right
from itertools import chain
from math import log

import numpy as np

from .byte_cache import ByteCache
from .counting import count
from .distinct import first_of_each, number_of, sharing
from .evaluation import Leaf
from .expansion import matching
from .facets import ValueCounts, most_frequent
from .histogram import DateCounts
from .nearness import near_words
from .ordering import best, last, ranking_keys
from .residency import relieve
from .result import Found, Hit
from .scoring import Scoring
from .whoosh_parts import MultiReader, Searcher, SegmentReader, query

# Filters as bitmaps; they stay good for as long as their segments do.
FILTERS = ByteCache(64 << 20)
LIKE_WORDS = 20
OVER = 4  # times as many words of a shape are counted in a segment as are wanted of all


class Finder:
    """Answers from one generation of the index; made by `ArrayIndex.finder()`, shared by threads."""

    def __init__(self, snapshot, weighting=None):
        self.snapshot = snapshot
        self.scoring = Scoring(snapshot, weighting)
        self._whoosh_searcher = None
        self.ranks = {}

    def find(
        self, wanted, limit=20, filter=None, facets=None, histogram=None, distinct=None, once=None, **page
    ):
        """A `Found`; the package's docstring says what goes in."""
        leaves = self.living(wanted, filter)
        if once:
            leaves = self._once(leaves, distinct, once)
        found = [(leaf.opened, matches.docs) for leaf, matches in leaves]
        hits, less, more = self._page(leaves, limit, **page)
        counts = {name: ValueCounts(name, self.snapshot.folder) for name in facets or {}}
        dates = DateCounts(*histogram) if histogram else None
        count(found, [*counts.values(), *([dates] if dates else [])])
        relieve(opened.file for _, opened in self.snapshot.segments)
        return Found(
            total=sum(len(docs) for _, docs in found),
            hits=hits,
            facets={name: self._ranked(counted, facets[name]) for name, counted in counts.items()},
            histogram=dates.in_order() if dates else [],
            distinct=number_of(sharing(found, distinct, self.snapshot.folder)) if distinct else None,
            cursor=(hits[-1].key, hits[-1].number) if hits and more else None,
            start=(hits[0].key, hits[0].number) if hits and less else None,
            query=wanted,
            finder=self,
            documents=tuple(found),
        )

    def count(self, wanted, filter=None):
        return sum(len(self._living(leaf, wanted, filter)) for leaf in self._leaves())

    def numbers(self, wanted):
        """Ascending numbers of all documents that match."""
        found = [self._living(leaf, wanted).docs.astype("i8") + leaf.base for leaf in self._leaves()]
        return np.concatenate(found) if found else np.empty(0, "i8")

    def living(self, wanted, filter=None):
        """[(`Leaf`, `Matches`)] without the deleted."""
        return [(leaf, self._living(leaf, wanted, filter)) for leaf in self._leaves()]

    def _leaves(self):
        return [Leaf(self, number) for number in range(len(self.snapshot.segments))]

    def leaf_of(self, number):
        """(`Leaf`, number within it) of a document."""
        leaf = Leaf(self, bisect_right(self.snapshot.bases, number) - 1)
        return leaf, number - leaf.base

    def _living(self, leaf, wanted, filter=None):
        matches = leaf.evaluate(wanted)
        deleted = leaf.segment.deleted_mask()
        if deleted is not None:
            matches = matches.only(~deleted[matches.docs])
        if filter is not None and len(matches):
            mask = FILTERS.get((leaf.opened.id, filter), lambda: _packed(leaf, filter))
            matches = matches.only(_unpacked(mask, matches.docs, leaf.documents))
        return matches

    def _once(self, leaves, field_name, order):
        """Of the documents that share a value of the field only the first in the order."""
        if not leaves:
            return leaves
        numbers = sharing(
            [(leaf.opened, matches.docs) for leaf, matches in leaves], field_name, self.snapshot.folder
        )
        kept = first_of_each(numbers, np.concatenate(ranking_keys(self, leaves, order)))
        ends = np.cumsum([len(matches) for _, matches in leaves])
        masks = np.split(kept, ends[:-1])
        return [(leaf, matches.only(mask)) for (leaf, matches), mask in zip(leaves, masks, strict=True)]

    def _page(self, leaves, limit, order="score", offset=0, after=None, before=None):
        """(hits, whether there are some before them, whether there are more) of one page."""
        candidates = []
        for (leaf, matches), keys in zip(leaves, ranking_keys(self, leaves, order), strict=True):
            numbers = matches.docs.astype("i8") + leaf.base
            if after is not None:
                further = (keys < after[0]) | ((keys == after[0]) & (numbers > after[1]))
                keys, numbers = keys[further], numbers[further]
            if before is not None:
                nearer = (keys > before[0]) | ((keys == before[0]) & (numbers < before[1]))
                candidates.append(last(keys[nearer], numbers[nearer], limit + 1))
            else:
                candidates.append(best(keys, numbers, offset + limit + 1))
        ranked = sorted(chain.from_iterable(candidates), key=lambda pair: (-pair[0], pair[1]))
        if before is not None:
            shown, less, more = ranked[-limit:], len(ranked) > limit, True
        else:
            shown, less = ranked[offset : offset + limit], offset > 0 or after is not None
            more = len(ranked) > offset + limit
        return [self._hit(key, number, order) for key, number in shown], less, more

    def _hit(self, key, number, order):
        return Hit(number, key if order == "score" else None, self.stored(number), key)

    def _ranked(self, counts, most):
        return counts.most_frequent(self.snapshot.schema[counts.name].from_bytes, most)

    def stored(self, number):
        at = bisect_right(self.snapshot.bases, number) - 1
        return self.snapshot.segments[at][1].stored(number - self.snapshot.bases[at])

    def number_of(self, field_name, value):
        """Number of the first document with this value, or None."""
        numbers = self.numbers(query.Term(field_name, value))
        return int(numbers[0]) if len(numbers) else None

    def frequency(self, field_name, text):
        """In how many documents the term stands, the deleted among them until they are merged away."""
        return self.scoring.doc_frequency(field_name, self.snapshot.schema[field_name].to_bytes(text))

    def terms(self, field_name, beginning="", limit=None):
        """[(term, document frequency)] of the terms that begin so, most frequent first; limited as `matching` is."""
        return self._counted(
            field_name, lambda field: np.arange(*field.lexicon.within(beginning.encode())), limit
        )

    def matching(self, field_name, shape, limit=None):
        """[(term, document frequency)] of the terms of a shape with ``*`` in it, most frequent first.

        With a limit only so many times as many are counted in each segment, so the rarer of them may be others.

        >>> finder.matching("words", "بنغاز*", 2)
        [("بنغازي", 412), ("بنغازية", 3)]
        """
        return self._counted(field_name, lambda field: matching(field, shape, limit and OVER * limit), limit)

    def _counted(self, field_name, ordinals_of, limit):
        """[(term, document frequency)] of the terms with these ordinals in each segment, most frequent first."""
        counts = {}
        for _, opened in self.snapshot.segments:
            if field := opened.field(field_name):
                ordinals = ordinals_of(field)
                frequencies = field.doc_frequencies(ordinals)
                if limit:
                    kept = np.argsort(-frequencies, kind="stable")[: OVER * limit]
                    ordinals, frequencies = ordinals[kept], frequencies[kept]
                for ordinal, frequency in zip(ordinals.tolist(), frequencies.tolist(), strict=True):
                    term = field.lexicon[ordinal]
                    counts[term] = counts.get(term, 0) + frequency
        return most_frequent(counts, self.snapshot.schema[field_name].from_bytes, limit)

    def suggest(self, field_name, word, furthest=2, head=1, limit=5):
        """[(term, document frequency)] of terms that differ by so few letters: nearest first, then most frequent."""
        near = {}
        for _, opened in self.snapshot.segments:
            field = opened.field(field_name)
            if field is None:
                continue
            ordinals, distances = near_words(field.lexicon, word, furthest, word[:head])
            for ordinal, distance in zip(ordinals.tolist(), distances.tolist(), strict=True):
                term = field.lexicon[ordinal]
                frequency = near.get(term, (distance, 0))[1] + field.doc_frequency(ordinal)
                near[term] = distance, frequency
        ranked = sorted(near.items(), key=lambda item: (item[1][0], -item[1][1], item[0]))[:limit]
        return [(term.decode(), frequency) for term, (_, frequency) in ranked]

    def like(self, words, field_name, limit=LIKE_WORDS):
        """A query of those of a text's words that tell it from other texts, by frequency times rarity."""
        weights = {}
        for word in words:
            weights[word] = weights.get(word, 0) + 1
        for word in weights:
            frequency = self.frequency(field_name, word)
            weights[word] *= log(1 + self.snapshot.documents / frequency) if frequency else 0
        telling = heapq.nlargest(limit, weights.items(), key=lambda item: (item[1], item[0]))
        return query.Or([query.Term(field_name, word) for word, weight in telling if weight])

    def whoosh_searcher(self):
        """Whoosh's own searcher over the same segments, for what only its matchers know."""
        if self._whoosh_searcher is None:
            snapshot = self.snapshot
            readers = [
                SegmentReader(snapshot.storage, snapshot.schema, segment) for segment, _ in snapshot.segments
            ]
            self._whoosh_searcher = Searcher(MultiReader(readers), weighting=self.scoring.weighting)
        return self._whoosh_searcher


def _packed(leaf, filter):
    mask = np.zeros(leaf.documents, bool)
    mask[leaf.evaluate(filter).docs] = True
    return np.packbits(mask)


def _unpacked(bits, docs, documents):
    if len(docs) * 8 < documents:
        return (bits[docs >> 3] >> (7 - (docs & 7)).astype("u1") & 1).astype(bool)
    return np.unpackbits(bits, count=documents).view(bool)[docs]
