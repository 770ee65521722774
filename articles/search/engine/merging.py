"""Several segments into one, as arrays: nothing is analysed, sorted or scored again.

Terms are united once; after that each posting's place in the new arrays is known by addition. Fields are done one at
a time and postings by pieces, so that memory does not grow with the index. Lengths are exact, hence so are scores.
"""

import numpy as np

from .array_file import NewArrayFile, runs, starts_of
from .lexicon import lexicon_arrays
from .merged_parts import lay_out_columns, lay_out_lengths, lay_out_lists
from .segment import ArraySegment

PIECE = 1 << 22


def merge(folder, sources, index_name, target_folder=None):
    """The `ArraySegment` that holds the living documents of `sources`, a list of (segment, `OpenSegment`).

    Document numbers follow the order of the sources; the deleted ones are left out.
    """
    survivors = [_Survivors(segment, opened) for segment, opened in sources]
    base = 0
    for survivor in survivors:
        survivor.base = base
        base += survivor.count
    plan, writers, about = _lay_out(survivors, base)
    segment = ArraySegment(index_name, base)
    file = NewArrayFile(segment.path(target_folder or folder), plan, about)
    try:
        for write in writers:
            write(file)
        segment.size = file.finish()
    except BaseException:
        file.abandon()
        raise
    return segment


def _lay_out(survivors, documents):
    """(plan of arrays, functions that fill them, about) of the file to be."""
    plan, writers = {}, []
    about = {"documents": documents, "fields": {}, "defaults": {}}
    for survivor in survivors:
        about["defaults"] |= survivor.opened.file.about["defaults"]
    names = dict.fromkeys(name for survivor in survivors for name in survivor.opened.field_names())
    for name in names:
        field = MergedField(name, survivors, documents)
        plan |= field.plan
        writers.append(field.write)
        about["fields"][name] = field.statistics
        for lay_out in (lay_out_lengths, lay_out_lists):
            more, write = lay_out(field)
            plan |= more
            writers.append(write)
    columns, write = lay_out_columns(survivors, documents)
    return plan | columns, [*writers, write], about


class _Survivors:
    """What is left of one source: which documents, and their new numbers."""

    def __init__(self, segment, opened):
        self.opened = opened
        deleted = segment.deleted_mask()
        self.living = None if deleted is None else ~deleted
        self.count = segment.doc_count()
        self.base = 0

    def chosen(self, array):
        """An array of one value a document, without the deleted."""
        return array if self.living is None else array[self.living]

    def renumber(self, docs):
        """New numbers of documents that live."""
        if self.living is None:
            return docs + np.uint32(self.base)
        if not hasattr(self, "_numbers"):
            self._numbers = (np.cumsum(self.living) - 1 + self.base).astype("u4")
        return self._numbers[docs]


class _Source:
    """One field of one source, and where its terms stand in the new lexicon."""

    def __init__(self, survivor, name):
        self.survivor, self.arrays = survivor, survivor.opened.field(name)
        self.terms = self.arrays.lexicon.terms()
        self.docs_left, self.words_left = self._left()
        self.new_ordinals = None

    def _left(self):
        """Postings and words left to each term."""
        arrays = self.arrays
        words = (
            np.zeros(len(self.terms), "i8") if arrays.positions is None else np.diff(arrays.position_starts)
        )
        if self.survivor.living is None:
            return np.diff(arrays.starts), words
        left, words_left = np.zeros(len(words), "i8"), np.zeros(len(words), "i8")
        for first, last in pieces(arrays.starts):
            begin, end = arrays.starts[first], arrays.starts[last]
            starts = arrays.starts[first : last + 1] - begin
            alive = self.survivor.living[arrays.docs[begin:end]]
            left[first:last] = _sums(alive, starts)
            if arrays.positions is not None:
                freqs = 1 if arrays.freqs is None else arrays.freqs[begin:end]
                words_left[first:last] = _sums(alive * np.asarray(freqs, "u4"), starts)
        return left, words_left


class MergedField:
    """Lays out and writes the lexicon and postings of one field."""

    def __init__(self, name, survivors, documents):
        self.name, self.documents = name, documents
        self.survivors = survivors
        self.sources = [_Source(survivor, name) for survivor in survivors if survivor.opened.field(name)]
        self.statistics = {}
        terms = self._unite()
        frequencies, words = (np.zeros(len(terms), "i8") for _ in range(2))
        for source in self.sources:
            there = source.new_ordinals >= 0
            frequencies[source.new_ordinals[there]] += source.docs_left[there]
            words[source.new_ordinals[there]] += source.words_left[there]
        self.starts, self.word_starts = starts_of(frequencies), starts_of(words)
        self.lexicon = lexicon_arrays(terms)
        self.plan = {f"{name}/{part}": shape for part, shape in self._shapes().items()}

    def _unite(self):
        """The sorted terms that some living document has."""
        living = set()
        for source in self.sources:
            if source.survivor.living is None:
                living.update(source.terms)
            else:
                living.update(source.terms[at] for at in np.flatnonzero(source.docs_left).tolist())
        terms = sorted(living)
        ordinals = {term: ordinal for ordinal, term in enumerate(terms)}
        for source in self.sources:
            new = (ordinals.get(term, -1) for term in source.terms)
            source.new_ordinals = np.fromiter(new, "i8", len(source.terms))
            source.terms = None
        return terms

    def _shapes(self):
        blob, term_starts = self.lexicon
        postings = int(self.starts[-1])
        shapes = {
            "terms": ("u1", len(blob)),
            "term_starts": (term_starts.dtype, len(term_starts)),
            "starts": ("i8", len(self.starts)),
            "docs": ("u4", postings),
        }
        if self._any("freqs"):
            shapes["freqs"] = (self._widest("freqs"), postings)
        if self._any("weights"):
            shapes["weights"] = ("f4", postings)
        if self._any("positions"):
            shapes["positions"] = (self._widest("positions"), int(self.word_starts[-1]))
            shapes["position_starts"] = ("i8", len(self.word_starts))
        return shapes

    def _any(self, part):
        return any(getattr(source.arrays, part) is not None for source in self.sources)

    def _widest(self, part):
        arrays = [getattr(source.arrays, part) for source in self.sources]
        return np.result_type(*(array.dtype for array in arrays if array is not None))

    def write(self, file):
        file[f"{self.name}/terms"][:], file[f"{self.name}/term_starts"][:] = self.lexicon
        file[f"{self.name}/starts"][:] = self.starts
        if f"{self.name}/positions" in self.plan:
            file[f"{self.name}/position_starts"][:] = self.word_starts
        # Where the next posting and the next word of each new term go.
        at, word_at = self.starts[:-1].copy(), self.word_starts[:-1].copy()
        for source in self.sources:
            for first, last in pieces(source.arrays.starts):
                self._write_piece(file, source, (first, last), at, word_at)

    def _write_piece(self, file, source, piece, at, word_at):
        first, last = piece
        arrays, survivor = source.arrays, source.survivor
        begin, end = arrays.starts[first], arrays.starts[last]
        docs = arrays.docs[begin:end]
        keep = slice(None) if survivor.living is None else survivor.living[docs]
        left, new = _still_there(source.docs_left[first:last], source.new_ordinals[first:last])
        targets = runs(at[new], left)
        at[new] += left
        file[f"{self.name}/docs"][targets] = survivor.renumber(docs[keep])
        freqs = np.ones(end - begin, "u1") if arrays.freqs is None else arrays.freqs[begin:end]
        if f"{self.name}/freqs" in self.plan:
            file[f"{self.name}/freqs"][targets] = freqs[keep]
        if f"{self.name}/weights" in self.plan:
            weights = freqs if arrays.weights is None else arrays.weights[begin:end]
            file[f"{self.name}/weights"][targets] = weights[keep]
        if f"{self.name}/positions" in self.plan:
            self._write_positions(file, source, piece, word_at, (freqs, keep))

    def _write_positions(self, file, source, piece, word_at, chosen):
        first, last = piece
        freqs, keep = chosen
        words = source.arrays.position_starts
        positions = source.arrays.positions[words[first] : words[last]]
        if source.survivor.living is not None:
            positions = positions[np.repeat(keep, freqs)]
        left, new = _still_there(source.words_left[first:last], source.new_ordinals[first:last])
        file[f"{self.name}/positions"][runs(word_at[new], left)] = positions
        word_at[new] += left


def _still_there(left, new):
    """How much is left of each term and its new ordinal, without the terms that are gone, whose ordinal is -1."""
    there = new >= 0
    return left[there], new[there]


def pieces(starts):
    """(first, last) ordinals, about `PIECE` postings together."""
    first = 0
    while first < len(starts) - 1:
        last = int(np.searchsorted(starts, starts[first] + PIECE, "right")) - 1
        last = min(max(last, first + 1), len(starts) - 1)
        yield first, last
        first = last


def _sums(numbers, starts):
    """Sum of each run; a running sum has no trouble with empty runs, `reduceat` has."""
    return np.diff(np.concatenate([[0], np.cumsum(numbers, dtype="i8")])[starts])
