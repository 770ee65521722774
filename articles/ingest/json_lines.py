"""JSON objects: one a line (JSONL), or all of them in one array (JSON)."""

import json
from dataclasses import replace

from django.utils.translation import gettext as _

from articles.ingest.encoding import NotText, decode
from articles.ingest.item import Refusal
from articles.ingest.parts import TOGETHER, Unread, together
from articles.ingest.records import FIELD_OF, BadRecord, read_record, spelled

LINE_LIMIT = 8 << 20
WHOLE_LIMIT = 64 << 20


def read_json_lines(path, known, zone, columns=None):
    """Parts, with an `Item` or `Refusal` for each line; empty lines and comments (``# …``) are passed over."""
    lines = (pair for pair in _lines(path) if pair[1] is None or _says(pair[1]))
    for some in together(lines):
        yield Unread(len(some), _read_lines, (path, some, zone, columns or {}))


def read_json(path, known, zone, columns=None):
    """Parts, with the objects of an array, or the only one; places count them from 1."""
    size = path.stat().st_size
    if size > WHOLE_LIMIT:
        yield Refusal(str(path), _("Too large for JSON in one piece; bring it as JSONL."), size)
        return
    try:
        decoded = decode(path.read_bytes())
        data = json.loads(decoded.text)
    except NotText:
        yield Refusal(str(path), _("Not text."), size)
        return
    except (ValueError, RecursionError) as error:
        yield Refusal(f"{path}:{getattr(error, 'lineno', 1)}", _not_json(error), size)
        return
    records = _records(data)
    for begin in range(0, len(records), TOGETHER):
        some = list(enumerate(records[begin : begin + TOGETHER], begin + 1))
        yield Unread(
            len(some), _read_records, (path, some, zone, columns or {}, size // len(records), decoded.verdict)
        )


def _records(data):
    """The objects of an array, of the only one that an object without a text holds, or the object itself."""
    if isinstance(data, dict) and not any(FIELD_OF.get(spelled(name)) == "body" for name in data):
        arrays = [value for value in data.values() if isinstance(value, list) and value]
        data = arrays[0] if len(arrays) == 1 else data
    return data if isinstance(data, list) else [data]


def _says(line):
    return bool(line.strip()) and not line.startswith(b"#")


def _read_lines(path, lines, zone, columns):
    """The rows of numbered lines."""
    for number, line in lines:
        place = f"{path}:{number}"
        if line is None:
            yield Refusal(place, _("Longer than a line can be."), LINE_LIMIT)
        else:
            yield _line(place, line, zone, path, columns)


def _read_records(path, records, zone, columns, size, encoding):
    """The rows of numbered objects, each of so many bytes."""
    for number, record in records:
        yield _record(f"{path}#{number}", record, zone, path, columns, size, encoding)


def _line(place, line, zone, path, columns):
    try:
        decoded = decode(line)
        record = json.loads(decoded.text)
    except NotText:
        return Refusal(place, _("Not text."), len(line))
    except (ValueError, RecursionError) as error:
        return Refusal(place, _not_json(error), len(line), decoded.text.strip())
    return _record(place, record, zone, path, columns, len(line), decoded.verdict)


def _record(place, record, zone, path, columns, size, encoding):
    try:
        if not isinstance(record, dict):
            raise BadRecord(_("No JSON object."))
        named = {columns.get(name, name): value for name, value in record.items()}
        item = read_record(place, named, zone)
        return replace(item, size=size, raw=path, media_type="application/json", encoding=encoding)
    except BadRecord as error:
        return Refusal(place, str(error), size, json.dumps(record, ensure_ascii=False))


def _not_json(error):
    return _("Not JSON: wrong at character %(where)d.") % {"where": getattr(error, "colno", 0)}


def _lines(path):
    """Numbered lines in bytes; None for one beyond the limit, whose rest is skipped without being kept."""
    with path.open("rb") as file:
        number = 0
        while line := file.readline(LINE_LIMIT):
            number += 1
            whole = line.endswith(b"\n") or len(line) < LINE_LIMIT
            rest = line
            while not whole and rest and not rest.endswith(b"\n"):
                rest = file.readline(LINE_LIMIT)
            yield number, line if whole else None
