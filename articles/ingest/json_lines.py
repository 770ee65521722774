"""JSON objects: one a line (JSONL), or all of them in one array (JSON)."""

import json
from dataclasses import replace

from django.utils.translation import gettext as _

from articles.ingest.encoding import NotText, decode
from articles.ingest.item import Refusal
from articles.ingest.records import BadRecord, read_record

LINE_LIMIT = 8 << 20
WHOLE_LIMIT = 64 << 20


def read_json_lines(path, known, zone, columns=None):
    """An `Item` or `Refusal` for each line; empty lines and comments (``# …``) are passed over."""
    for number, line in _lines(path):
        place = f"{path}:{number}"
        if line is None:
            yield Refusal(place, _("Longer than a line can be."), LINE_LIMIT)
        elif line.strip() and not line.startswith(b"#"):
            yield _line(place, line, zone, path, columns or {})


def read_json(path, known, zone, columns=None):
    """The objects of an array, or the only one; places count them from 1."""
    size = path.stat().st_size
    if size > WHOLE_LIMIT:
        yield Refusal(str(path), _("Too large for JSON in one piece; bring it as JSONL."), size)
        return
    try:
        data = json.loads(decode(path.read_bytes()).text)
    except NotText:
        yield Refusal(str(path), _("Not text."), size)
        return
    except (ValueError, RecursionError) as error:
        yield Refusal(f"{path}:{getattr(error, 'lineno', 1)}", _not_json(error), size)
        return
    records = data if isinstance(data, list) else [data]
    for number, record in enumerate(records, 1):
        yield _record(f"{path}#{number}", record, zone, path, columns or {}, size // len(records))


def _line(place, line, zone, path, columns):
    try:
        text = decode(line).text
        record = json.loads(text)
    except NotText:
        return Refusal(place, _("Not text."), len(line))
    except (ValueError, RecursionError) as error:
        return Refusal(place, _not_json(error), len(line), text.strip())
    return _record(place, record, zone, path, columns, len(line))


def _record(place, record, zone, path, columns, size):
    try:
        if not isinstance(record, dict):
            raise BadRecord(_("No JSON object."))
        named = {columns.get(name, name): value for name, value in record.items()}
        return replace(read_record(place, named, zone), size=size, raw=path, media_type="application/json")
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
