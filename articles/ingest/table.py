"""CSV and other tables of text: columns in any order, known by their headers, in Arabic or English.

The delimiter (comma, semicolon, tab, bar) and the encoding are found out from the file's beginning.
"""

import csv
import io
import json
from dataclasses import replace

from django.utils.text import Truncator
from django.utils.translation import gettext as _

from articles.ingest.encoding import NotText, decode
from articles.ingest.item import Refusal
from articles.ingest.parts import Unread, together
from articles.ingest.records import FIELD_OF, BadRecord, read_record, spelled

SAMPLE = 1 << 20
CELL_LIMIT = 8 << 20
DELIMITERS = ",;\t|"
EXCELS = "sep="
SHOWN_NAMES, SHOWN_LETTERS = 20, 40
CODECS = {"windows-1256": "cp1256", "windows-1252": "cp1252", "iso-8859-6": "iso-8859-6", "utf-16": "utf-16"}

csv.field_size_limit(CELL_LIMIT)


def read_table(path, known, zone, columns=None):
    """Parts, with an `Item` or `Refusal` for each row; `columns` maps headers to fields: ``{"Texte": "body"}``."""
    size = path.stat().st_size
    with path.open("rb") as file:
        try:
            names, rows, encoding = _opened(file)
        except NotText:
            yield Refusal(str(path), _("Not text."), size)
            return
        header = mapped(names, columns or {})
        if "body" not in header:
            yield Refusal(str(path), _no_body(names), size)
            return
        for some in together(_numbered(rows)):
            yield Unread(len(some), _read_rows, (path, some, header, zone, encoding))


def header_of(path):
    """The names of a table's columns as the file has them; none if it is no text."""
    with path.open("rb") as file:
        try:
            return _opened(file)[0]
        except (NotText, csv.Error):
            return []


def _opened(file):
    """The columns' names, the rows below, and the verdict on the encoding; Excel's «sep=;» is passed over."""
    encoding, delimiter = _found_out(file.read(SAMPLE))
    codec = CODECS.get(encoding, "utf-8-sig")
    file.seek(0)
    lines = io.TextIOWrapper(file, encoding=codec, errors="replace", newline="")
    rows = csv.reader(_bounded(lines), delimiter=delimiter)
    names = next(rows, [])
    return (next(rows, []) if names and names[0].lower() == EXCELS else names), rows, encoding


def _bounded(lines):
    """The lines of a file, one without end in pieces, so that it never fills the memory."""
    while line := lines.readline(CELL_LIMIT):
        yield line.replace("\0", "")


def _numbered(rows):
    """The rows that say something, each with the line on which it begins; in place of a row what is wrong with it."""
    after = rows.line_num
    while True:
        try:
            row = next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            yield rows.line_num, str(error)
            continue
        if any(cell.strip() for cell in row):
            yield after + 1, row
        after = rows.line_num


def _read_rows(path, numbered, header, zone, encoding):
    """The rows of a table that `_numbered` gave, read."""
    for number, row in numbered:
        if isinstance(row, str):
            yield Refusal(f"{path}:{number}", _("No row of a table: %(why)s.") % {"why": row})
        else:
            yield _row(f"{path}:{number}", row, header, zone, path, encoding)


def _row(place, row, header, zone, path, encoding):
    size = sum(len(cell) for cell in row) * 2
    record = dict(zip(header, row, strict=False))
    try:
        if len(row) > len(header):
            raise BadRecord(_("More cells than there are columns."))
        return replace(
            read_record(place, record, zone), raw=path, media_type="text/csv", size=size, encoding=encoding
        )
    except BadRecord as error:
        return Refusal(place, str(error), size, _as_json(record))


def _as_json(record):
    """The row as a line of JSON, the form in which it can be mended and fed back."""
    return json.dumps(record, ensure_ascii=False)


def _found_out(sample):
    """The verdict on the encoding and the delimiter of a file that begins with `sample`."""
    decoded = decode(sample[: sample.rfind(b"\n") + 1] or sample)
    first = decoded.text.split("\n", 1)[0]
    if first.lower().startswith(EXCELS):
        return decoded.verdict, first[len(EXCELS) :].strip() or ","
    return decoded.verdict, max(DELIMITERS, key=first.count)


def mapped(header, columns):
    """Each column's field, or its own name if it is none known here."""
    wanted = {spelled(name): field for name, field in columns.items()}
    names = [wanted.get(spelled(name)) or FIELD_OF.get(spelled(name)) or name.strip() for name in header]
    # Two columns for one field: the first stands, the other keeps a name of its own.
    return [name if name not in names[:at] else f"{name}#{at}" for at, name in enumerate(names)]


def _no_body(names):
    return _("No column for the text among: %(names)s. Name one with --column NAME=body.") % {
        "names": listed(names)
    }


def listed(names):
    """Names of columns in a row, the first twenty, long ones cut: what stands there may be no name."""
    return "، ".join(Truncator(name).chars(SHOWN_LETTERS) for name in names[:SHOWN_NAMES])
