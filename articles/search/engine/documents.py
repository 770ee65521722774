"""Documents as a writer is given them, gathered until they become a segment."""

import math
from itertools import chain
from types import MappingProxyType

import numpy as np

from .array_file import starts_of, write_arrays
from .inversion import FieldBuffer, Text
from .segment import ArraySegment, pack_stored
from .whoosh_parts import NUMERIC, BitColumn, Existence, Frequency, IDTokenizer, NumericColumn, Positions

NOTHING = MappingProxyType({})


class DocumentBuffer:
    """Takes documents and writes them as one segment.

    >>> buffer = DocumentBuffer(schema)
    >>> buffer.add({"id": "42", "words": ["حفتر"]})
    0
    >>> segment = buffer.write(folder, "MAIN")
    """

    def __init__(self, schema):
        self.schema = schema
        self.count = 0
        self.words = 0
        self.dead = set()
        self._fields = {}
        self._columns = {}
        self._stored = []

    def add(self, values):
        """Number of the document in the segment to be. `values` as `IndexWriter.add_document` has them."""
        return self.add_all([values])

    def add_all(self, documents, texts=NOTHING):
        """Add dicts with their `texts` beside them: of each field the `Texts` of all. Number of the first."""
        first, stored = self.count, [{} for _ in documents]
        for name in dict.fromkeys(chain.from_iterable(documents)):
            if not name.startswith("_"):
                self._add_field(name, self.schema[name], documents, stored)
        for name, of_all in texts.items():
            field = self.schema[name]
            self.words += self.field_buffer(name, field).add_all(first, of_all, field.format.field_boost)
        self._stored += [pack_stored(kept) if kept else b"" for kept in stored]
        self.count += len(documents)
        return first

    def _add_field(self, name, field, documents, stored):
        """One field of all the documents, whose numbers follow; what is kept of it goes into `stored`."""
        there = [place for place, values in enumerate(documents) if values.get(name) is not None]
        numbers = [self.count + place for place in there]
        given = [documents[place] for place in there]
        if field.indexed:
            self._index(name, field, numbers, given)
        if not field.stored and field.column_type is None:
            return
        for place, number, values in zip(there, numbers, given, strict=True):
            kept = values.get(f"_stored_{name}", values[name])
            if field.stored and not isinstance(kept, Text):
                stored[place][name] = kept
            if field.column_type is not None and not isinstance(kept, Text):
                self.add_column_value(name, field.column_type, number, field.to_column_value(kept))

    def add_stored(self, stored):
        """Number of a document of which only this is kept; its postings and columns come by themselves."""
        self._stored.append(pack_stored(stored) if stored else b"")
        self.count += 1
        return self.count - 1

    def add_column_value(self, name, column, number, value):
        column, numbers, values = self._columns.setdefault(name, (column, [], []))
        numbers.append(number)
        values.append(value)

    def field_buffer(self, name, field):
        if name not in self._fields:
            check_format(name, field)
            self._fields[name] = FieldBuffer(isinstance(field.format, Positions), bool(field.scorable))
        return self._fields[name]

    def _index(self, name, field, numbers, given):
        buffer = self.field_buffer(name, field)
        boosts = [_boost(values, name) for values in given]
        if is_whole(field) and all(isinstance(values[name], str) for values in given):
            boosts = [boost * field.format.field_boost for boost in boosts]
            buffer.add_wholes(numbers, [values[name] for values in given], boosts)
            self.words += len(numbers)
        else:
            for number, values, boost in zip(numbers, given, boosts, strict=True):
                self._index_one(name, field, values[name], number, boost)

    def _index_one(self, name, field, value, number, boost):
        buffer = self.field_buffer(name, field)
        text = as_text(field, value)
        if text is None:
            self.words += buffer.add_postings(number, _postings(field, value, boost))
        else:
            self.words += buffer.add(number, text, boost * field.format.field_boost)
        if field.separate_spelling() and not isinstance(value, Text):
            spelling = self.field_buffer(
                field.spelling_fieldname(name), self.schema[field.spelling_fieldname(name)]
            )
            spelling.add(number, Text(list(field.spellable_words(value))))

    def write(self, folder, index_name):
        """The `ArraySegment` now lying in the folder."""
        segment = ArraySegment(index_name, self.count)
        arrays, about = {}, {"documents": self.count, "fields": {}, "defaults": {}}
        for name, buffer in self._fields.items():
            parts, statistics = buffer.inverted(self.count, is_facet(self.schema[name]))
            arrays |= {f"{name}/{part}": array for part, array in parts.items()}
            about["fields"][name] = statistics
        for name, (column, numbers, values) in self._columns.items():
            arrays |= column_arrays(name, column, numbers, values, self.count)
            if f"{name}/column_starts" not in arrays:
                about["defaults"][name] = default_of(column)
        if any(self._stored):
            arrays |= bytes_arrays("stored", self._stored)
        segment.size = write_arrays(segment.path(folder), arrays, about)
        if self.dead:
            segment.delete_all(sorted(self.dead))
        return segment


def as_text(field, value):
    """`Text` where the words are at hand; None where Whoosh's field has to make them of the value."""
    if isinstance(value, Text):
        return value
    if isinstance(field, NUMERIC) or field.analyzer is None:
        return None
    if isinstance(value, list | tuple):
        return Text(list(dict.fromkeys(value)) if isinstance(field.format, Existence) else value)
    return None


def is_whole(field):
    """Whether each of the field's values, given as str, is one term."""
    return (
        type(field.analyzer) is IDTokenizer
        and not field.separate_spelling()
        and not isinstance(field, NUMERIC)
    )


def is_facet(field):
    """Sortable fields of whole values are counted: their documents know their terms."""
    return (
        field.column_type is not None
        and not isinstance(field, NUMERIC)
        and not isinstance(field.format, Positions)
    )


def check_format(name, field):
    if type(field.format) not in (Existence, Frequency, Positions):
        raise ValueError(
            f"Field {name!r}: postings of {type(field.format).__name__} are not kept, only positions are"
        )
    if field.vector:
        raise ValueError(f"Field {name!r}: term vectors are not kept; Finder.like() does without")


def _boost(values, name):
    return float(values.get(f"_{name}_boost", values.get("_boost", 1.0)))


def _postings(field, value, boost):
    """(term, frequency, weight, positions) of a value that Whoosh's field analyses."""
    positional = isinstance(field.format, Positions)
    # Words from the analyser meet words given as str in the same numbering; other terms are bytes throughout.
    textual = not isinstance(field, NUMERIC) and field.analyzer is not None
    for term, frequency, weight, encoded in field.index(value):
        positions = field.format.decode_positions(encoded) if positional else None
        yield term.decode() if textual else term, frequency, weight * boost, positions


def column_arrays(name, column, numbers, values, documents):
    """Arrays of one column: numbers where Whoosh has numbers, else bytes."""
    if isinstance(column, NumericColumn | BitColumn):
        array = np.full(documents, default_of(column), type_of(column))
        array[numbers] = values
        return {f"{name}/column": array}
    rows = [column.default_value()] * documents
    for number, value in zip(numbers, values, strict=True):
        rows[number] = value
    return bytes_arrays(name, rows)


def type_of(column):
    return np.dtype("u1" if isinstance(column, BitColumn) else column._typecode)


def default_of(column):
    """The number that stands for no value. Whoosh names NaN for floats, which it keeps as whole numbers."""
    default = column.default_value()
    if isinstance(default, float) and math.isnan(default) and type_of(column).kind != "f":
        return int(np.iinfo(type_of(column)).max)
    return default


def bytes_arrays(name, rows):
    starts = starts_of(np.fromiter(map(len, rows), "i8", len(rows)))
    if starts[-1] < 1 << 32:
        starts = starts.astype("u4")
    return {f"{name}/column": np.frombuffer(b"".join(rows), "u1"), f"{name}/column_starts": starts}
