"""From words in the order of reading to postings in the order of terms, by one sort.

A `FieldBuffer` takes the words of one document after the other as numbers; `inverted` sorts all of them at once.
"""

from array import array
from dataclasses import dataclass

import numpy as np

from .array_file import narrow, starts_of
from .lexicon import lexicon_arrays

UNITS = ("sentence", "paragraph")
AT_ONCE = 50_000
LOW_HALF = np.uint64(0xFFFFFFFF)
UNKNOWN = np.uint32(0xFFFFFFFF)


@dataclass(frozen=True, slots=True)
class Text:
    """A text already analysed. Positions are 0, 1, 2, … unless given (ascending); boundaries are positions.

    >>> Text(["وصل", "الوفد", "وغادر"], sentences=[0, 2])

    With `terms`, the words are an array of numbers, for which `terms[numbers]` gives an array of words: each word is
    then met once, however often it stands in how many texts.
    """

    words: list | np.ndarray
    positions: list | np.ndarray | None = None
    sentences: tuple | np.ndarray = ()
    paragraphs: tuple | np.ndarray = ()
    terms: object = None


# The boundaries of texts that are given without: none of none.
UNMARKED = np.empty(0, "u4"), np.empty(0, "u4")


@dataclass(frozen=True, slots=True)
class Texts:
    """The same field of documents side by side, as arrays: what `Text` has of each, one behind the other.

    The first `counts[0]` words are the first document's. `sentences` and `paragraphs` are pairs of arrays: how many
    boundaries each document has, and all of them.
    """

    words: np.ndarray
    counts: np.ndarray
    terms: object
    positions: np.ndarray | None = None
    sentences: tuple = UNMARKED
    paragraphs: tuple = UNMARKED


class Numbering(dict):
    """Word → number, given at first sight: `numbering["حفتر"]` never fails."""

    def __missing__(self, word):
        number = self[word] = len(self)
        return number


class Translation:
    """From numbers of `terms`, as a `Text` has them, to those of a numbering."""

    def __init__(self, numbering, terms):
        self.numbering, self.terms = numbering, terms
        self._known = np.empty(0, "u4")

    def __call__(self, numbers):
        missing = int(numbers.max()) + 1 - len(self._known)
        if missing > 0:
            self._known = np.append(self._known, np.full(missing + len(self._known), UNKNOWN))
        found = self._known[numbers]
        unknown = np.unique(numbers[found == UNKNOWN])
        if len(unknown):
            self._known[unknown] = [self.numbering[term] for term in self.terms[unknown]]
            found = self._known[numbers]
        return found


class Boundaries:
    """Where one kind of unit begins in the documents of a field; not every document need have any."""

    def __init__(self):
        self._documents, self._counts, self._begun = array("I"), array("I"), array("I")

    def add(self, document, begun):
        if len(begun):
            self.add_all(document, np.array([len(begun)]), begun)

    def add_all(self, first, counts, begun):
        append(self._documents, np.arange(first, first + len(counts)))
        append(self._counts, counts)
        append(self._begun, begun)

    def arrays(self, unit, documents):
        """{part: array} as `FieldArrays` reads them; nothing where there are none."""
        if not self._begun:
            return {}
        counts = np.zeros(documents, "i8")
        counts[np.frombuffer(self._documents, "u4")] = np.frombuffer(self._counts, "u4")
        begun = narrow(np.frombuffer(self._begun, "u4"))
        return {unit: begun, unit + "_starts": starts_of(counts).astype("u4")}


class FieldBuffer:
    """One field of the documents of a segment to be. A posting's weight is its frequency times the boost.

    Words wait to be numbered until there are many of this field: going from field to field with each document, the
    processor would find none of their numberings in its cache, which takes three times as long.
    """

    def __init__(self, positional, scorable):
        self.positional, self.scorable = positional, scorable
        self.numbering = Numbering()
        self.words, self._waiting = array("I"), []
        self._translation, self._untranslated = Translation(self.numbering, None), 0
        self.documents, self.counts = array("I"), array("I")
        self.positions, self.boosts = array("I"), array("d")
        self.boundaries = {unit: Boundaries() for unit in UNITS}

    def add(self, document, text, boost=1.0):
        """Number of words added."""
        self._take(text)
        self._note(document, len(text.words), text.positions, boost)
        self.boundaries["sentence"].add(document, text.sentences)
        self.boundaries["paragraph"].add(document, text.paragraphs)
        return len(text.words)

    def add_all(self, first, texts, boost=1.0):
        """Number of words added of documents numbered from the first on."""
        self._take(texts)
        has_words = np.flatnonzero(texts.counts)
        append(self.documents, first + has_words)
        append(self.counts, texts.counts[has_words])
        self.boosts.extend([boost] * len(has_words))
        if self.positional:
            append(self.positions, texts.positions)
        self.boundaries["sentence"].add_all(first, *texts.sentences)
        self.boundaries["paragraph"].add_all(first, *texts.paragraphs)
        return len(texts.words)

    def add_wholes(self, documents, words, boosts):
        """Add to each of these documents one word."""
        self._wait(words)
        self.documents.extend(documents)
        self.counts.extend([1] * len(words))
        self.boosts.extend(boosts)
        if self.positional:
            self.positions.extend([0] * len(words))

    def add_postings(self, document, postings):
        """Number of words added from (term, frequency, weight, positions or None), as Whoosh's fields give them."""
        added = 0
        for term, frequency, weight, positions in postings:
            self._wait([term] * frequency)
            self._note(document, frequency, positions, weight / frequency)
            added += frequency
        return added

    def _take(self, text):
        if text.terms is not self._translation.terms:
            self._number()
            self._translation = Translation(self.numbering, text.terms)
        if text.terms is None:
            self._wait(text.words)
        elif len(text.words):
            self._waiting.append(text.words)
            self._untranslated += len(text.words)
            if self._untranslated >= AT_ONCE:
                self._number()

    def _wait(self, words):
        if self._untranslated:
            self._number()
        self._waiting.extend(words)
        if len(self._waiting) >= AT_ONCE:
            self._number()

    def _number(self):
        if self._untranslated:
            append(self.words, self._translation(np.concatenate(self._waiting)))
        else:
            self.words.extend(map(self.numbering.__getitem__, self._waiting))
        self._waiting, self._untranslated = [], 0

    def _note(self, document, count, positions, boost):
        if not count:
            return
        self.documents.append(document)
        self.counts.append(count)
        self.boosts.append(boost)
        if self.positional:
            append(self.positions, range(count) if positions is None else positions)

    def inverted(self, documents, with_ordinals):
        """({part: array}, {statistic: number}) as `FieldArrays` reads them."""
        self._number()
        terms, ranks = self._sorted_terms()
        tokens = _Tokens(self, ranks)
        parts = dict(zip(("terms", "term_starts"), lexicon_arrays(terms), strict=True))
        parts |= tokens.postings(len(terms))
        lengths = tokens.lengths(documents)
        if self.scorable:
            parts["lengths"] = narrow(lengths)
        if with_ordinals:
            parts |= ordinal_arrays(parts["starts"], parts["docs"], documents)
        for unit, boundaries in self.boundaries.items():
            parts |= boundaries.arrays(unit, documents)
        return parts, length_statistics(lengths if self.scorable else np.zeros(0, "i8"))

    def _sorted_terms(self):
        encoded = [word.encode() if isinstance(word, str) else word for word in self.numbering]
        order = sorted(range(len(encoded)), key=encoded.__getitem__)
        ranks = np.empty(len(order), "u8")
        ranks[order] = np.arange(len(order), dtype="u8")
        return [encoded[number] for number in order], ranks


def append(numbers, more):
    """Put more numbers, of any kind of sequence, behind those of an `array("I")`."""
    if isinstance(more, np.ndarray):
        numbers.frombytes(more.astype("u4", copy=False).tobytes())
    else:
        numbers.extend(more)


class _Tokens:
    """All words of a buffer sorted by (term, document, position)."""

    def __init__(self, buffer, ranks):
        self.buffer = buffer
        self.counts = np.frombuffer(buffer.counts, "u4")
        ranked = ranks[np.frombuffer(buffer.words, "u4")]
        # Rank above, place below: one sort of plain integers orders by term and keeps the order of reading.
        keys = ranked << np.uint64(32) | np.arange(len(ranked), dtype="u8")
        keys.sort()
        self.places = (keys & LOW_HALF).astype("u4")
        self.terms = (keys >> np.uint64(32)).astype("u4")
        self.docs = np.repeat(np.frombuffer(buffer.documents, "u4"), self.counts)[self.places]

    def lengths(self, documents):
        noted = np.frombuffer(self.buffer.documents, "u4")
        return np.bincount(noted, weights=self.counts, minlength=documents).astype("i8")

    def postings(self, term_count):
        changes = (self.terms[1:] != self.terms[:-1]) | (self.docs[1:] != self.docs[:-1])
        firsts = np.flatnonzero(np.concatenate([[len(self.terms) > 0], changes]))
        freqs = np.diff(np.append(firsts, len(self.terms)))
        parts = {
            "docs": self.docs[firsts],
            "starts": starts_of(np.bincount(self.terms[firsts], minlength=term_count)),
        }
        if len(freqs) and freqs.max() > 1:
            parts["freqs"] = narrow(freqs)
        if (np.frombuffer(self.buffer.boosts) != 1.0).any():
            parts["weights"] = self._weights(firsts)
        if self.buffer.positional:
            parts["positions"] = narrow(np.frombuffer(self.buffer.positions, "u4")[self.places])
            parts["position_starts"] = starts_of(np.bincount(self.terms, minlength=term_count))
        return parts

    def _weights(self, firsts):
        boosts = np.repeat(np.frombuffer(self.buffer.boosts), self.counts)[self.places]
        return np.add.reduceat(boosts, firsts).astype("f4") if len(firsts) else boosts.astype("f4")


def ordinal_arrays(starts, docs, documents):
    """The postings turned round: for each document its terms' ordinals plus one, 0 meaning none.

    One number a document where no document has two, otherwise lists with starts.
    """
    terms = np.repeat(np.arange(1, len(starts), dtype="u4"), np.diff(starts))
    counts = np.bincount(docs, minlength=documents)
    if not len(counts) or counts.max() <= 1:
        ordinals = np.zeros(documents, "u4")
        ordinals[docs] = terms
        return {"ordinals": narrow(ordinals)}
    order = np.argsort(docs, kind="stable")
    return {"ordinals": narrow(terms[order]), "ordinal_starts": starts_of(counts).astype("u4")}


def length_statistics(lengths):
    there = lengths[lengths > 0]
    if not len(there):
        return {"length": 0, "shortest": 0, "longest": 0}
    return {"length": int(there.sum()), "shortest": int(there.min()), "longest": int(there.max())}
