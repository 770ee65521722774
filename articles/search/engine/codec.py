"""The segments behind Whoosh's reader interfaces: terms, per-document values, columns, cursors."""

from .codec_writers import FieldFeeder, PerDocumentFeeder
from .matcher import ArrayMatcher, term_lengths
from .segment import ArraySegment, open_segment
from .whoosh_parts import (
    Codec,
    ColumnReader,
    FieldCursor,
    PerDocumentReader,
    TermInfo,
    TermNotFound,
    TermsReader,
)


class ArrayCodec(Codec):
    """Give it to a stock writer (`index.writer(codec=ArrayCodec())`), or let our own writer do better."""

    length_stats = False

    def per_document_writer(self, storage, segment):
        return PerDocumentFeeder(storage, segment)

    def field_writer(self, storage, segment):
        return FieldFeeder(storage, segment)

    def terms_reader(self, storage, segment):
        return ArrayTermsReader(open_segment(segment, storage.folder))

    def per_document_reader(self, storage, segment):
        return ArrayPerDocumentReader(open_segment(segment, storage.folder), segment)

    def new_segment(self, storage, indexname):
        return ArraySegment(indexname)


class ArrayTermsReader(TermsReader):
    def __init__(self, opened):
        self._opened = opened

    def _find(self, field_name, text):
        field = self._opened.field(field_name)
        return field, -1 if field is None else field.lexicon.find(text)

    def __contains__(self, term):
        return self._find(*term)[1] >= 0

    def indexed_field_names(self):
        return self._opened.field_names()

    def terms(self):
        for name in sorted(self._opened.field_names()):
            for term in self._opened.field(name).lexicon.terms():
                yield name, term

    def terms_from(self, field_name, prefix):
        field = self._opened.field(field_name)
        if field is None:
            return
        for term in field.lexicon.terms(field.lexicon.from_term(prefix)):
            yield field_name, term

    def items(self):
        return ((term, self.term_info(*term)) for term in self.terms())

    def items_from(self, field_name, prefix):
        return ((term, self.term_info(*term)) for term in self.terms_from(field_name, prefix))

    def term_info(self, field_name, text):
        field, ordinal = self._find(field_name, text)
        if ordinal < 0:
            raise KeyError((field_name, text))
        docs, weights = field.docs_of(ordinal), field.weights_of(ordinal)
        shortest, longest = term_lengths(field, ordinal)
        return TermInfo(
            weight=float(weights.sum()),
            df=len(docs),
            minlength=shortest,
            maxlength=longest,
            maxweight=float(weights.max()),
            minid=int(docs[0]),
            maxid=int(docs[-1]),
        )

    def frequency(self, field_name, text):
        field, ordinal = self._find(field_name, text)
        if ordinal < 0:
            raise KeyError((field_name, text))
        return float(field.weights_of(ordinal).sum())

    def doc_frequency(self, field_name, text):
        field, ordinal = self._find(field_name, text)
        if ordinal < 0:
            raise KeyError((field_name, text))
        return field.doc_frequency(ordinal)

    def matcher(self, field_name, text, format_, scorer=None):
        field, ordinal = self._find(field_name, text)
        if ordinal < 0:
            raise TermNotFound(f"No term {field_name}:{text!r}")
        return ArrayMatcher(field, ordinal, (field_name, text), format_, scorer)

    def cursor(self, field_name, field_object):
        return ArrayCursor(self._opened.field(field_name), field_object)


class ArrayCursor(FieldCursor):
    """Walks a field's terms in order; Whoosh's edit-distance automaton drives it."""

    def __init__(self, field, field_object):
        self._lexicon = [] if field is None else field.lexicon
        self._field_object = field_object
        self._at = 0

    def first(self):
        self._at = 0
        return self.text()

    def find(self, text):
        if not isinstance(text, bytes):
            text = self._field_object.to_bytes(text)
        self._at = self._lexicon.from_term(text) if self._lexicon else 0
        return self.text()

    def next(self):
        self._at += 1
        return self.text()

    def text(self):
        return self._field_object.from_bytes(self._lexicon[self._at]) if self.is_valid() else None

    def is_valid(self):
        return self._at < len(self._lexicon)


class ArrayPerDocumentReader(PerDocumentReader):
    def __init__(self, opened, segment):
        self._opened, self._segment = opened, segment

    def doc_count(self):
        return self._segment.doc_count()

    def doc_count_all(self):
        return self._segment.doc_count_all()

    def has_deletions(self):
        return self._segment.has_deletions()

    def is_deleted(self, number):
        return self._segment.is_deleted(number)

    def deleted_docs(self):
        return self._segment.deleted_docs()

    def supports_columns(self):
        return True

    def has_column(self, field_name):
        return self._opened.column(field_name) is not None

    def column_reader(self, field_name, column):
        return ArrayColumnReader(self._opened.column(field_name), column)

    def doc_field_length(self, number, field_name, default=0):
        field = self._opened.field(field_name)
        return default if field is None or field.lengths is None else int(field.lengths[number])

    def _about(self, field_name, what):
        field = self._opened.field(field_name)
        return 0 if field is None else field.about[what]

    def field_length(self, field_name):
        return self._about(field_name, "length")

    def min_field_length(self, field_name):
        return self._about(field_name, "shortest")

    def max_field_length(self, field_name):
        return self._about(field_name, "longest")

    def stored_fields(self, number):
        return self._opened.stored(number)


class ArrayColumnReader(ColumnReader):
    """Whoosh's view of a column, for its own sorting and faceting."""

    def __init__(self, column, whoosh_column):
        self._column, self._whoosh_column = column, whoosh_column
        self._reverse = False

    def __len__(self):
        return len(self._column)

    def __getitem__(self, number):
        return self._column[number]

    def sort_key(self, number):
        key = self[number]
        return 0 - key if self._reverse else key

    def set_reverse(self):
        self._reverse = True

    def load(self):
        return [self[number] for number in range(len(self))]

    def default_value(self, reverse=False):
        return self._whoosh_column.default_value(reverse)
