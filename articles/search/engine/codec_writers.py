"""What a stock Whoosh writer feeds: its calls, one posting at a time, end in the same buffers."""

from .documents import DocumentBuffer
from .whoosh_parts import FieldWriter, PerDocumentWriter, Positions, Schema


class PerDocumentFeeder(PerDocumentWriter):
    """Holds the buffer; the field writer finds it by the segment, since Whoosh makes the two apart."""

    def __init__(self, storage, segment):
        self.is_closed = False
        self._number = self._stored = None
        segment.buffer = DocumentBuffer(Schema())
        self._buffer = segment.buffer

    def start_doc(self, docnum):
        self._number, self._stored = docnum, {}

    def add_field(self, fieldname, fieldobj, value, length):
        if value is not None:
            self._stored[fieldname] = value

    def add_column_value(self, fieldname, columnobj, value):
        self._buffer.add_column_value(fieldname, columnobj, self._number, value)

    def add_vector_items(self, fieldname, fieldobj, items):
        raise ValueError(f"Field {fieldname!r}: term vectors are not kept")

    def finish_doc(self):
        self._buffer.add_stored(self._stored)

    def close(self):
        self.is_closed = True


class FieldFeeder(FieldWriter):
    """Takes postings in the order of terms and writes the segment when closed."""

    def __init__(self, storage, segment):
        self.is_closed = False
        self._storage, self._segment = storage, segment
        self._field = self._fields = self._term = None

    def start_field(self, fieldname, fieldobj):
        buffer = self._segment.buffer
        if fieldname not in buffer.schema:
            buffer.schema.add(fieldname, fieldobj)
        self._field, self._fields = fieldobj, buffer.field_buffer(fieldname, fieldobj)

    def start_term(self, text):
        self._term = text

    def add(self, docnum, weight, vbytes, length):
        positions = (
            self._field.format.decode_positions(vbytes) if isinstance(self._field.format, Positions) else None
        )
        frequency = self._field.format.decode_frequency(vbytes)
        self._fields.add_postings(docnum, [(self._term, frequency, weight, positions)])

    def finish_term(self):
        self._term = None

    def close(self):
        if self.is_closed:
            return
        self.is_closed = True
        buffer = self._segment.__dict__.pop("buffer")
        if buffer.count:
            written = buffer.write(self._storage.folder, self._segment.index_name())
            self._segment.__dict__.update(written.__dict__)
