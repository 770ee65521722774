"""What a path holds: the files below it, each read by the reader for its kind, its failures told by place."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from django.utils.translation import gettext as _

from articles.ingest.encoding import NotText, decode
from articles.ingest.item import Item, Refusal
from articles.ingest.plain_text import NoArticle, read_page
from articles.ingest.records import BadRecord, read_record

PAGE_LIMIT = 16 * 2**20
LINE_LIMIT = 8 * 2**20
JSON_LINES = "application/x-ndjson"


def files_below(path):
    """The files that `path` means: itself, or all below it in order of name, hidden ones left out."""
    if not path.is_dir():
        return [path]
    below = (file for file in sorted(path.rglob("*")) if file.is_file())
    return [file for file in below if not any(part.startswith(".") for part in file.relative_to(path).parts)]


def read_file(path, known, zone) -> Iterator[Item | Refusal]:
    """All that a file holds, read as it is asked for; never raises for what is in the file.

    `known` holds the folded names of sources, `zone` is that of dates without one.
    """
    reader = READERS.get(path.suffix.lower())
    size = path.stat().st_size if path.is_file() else 0
    if reader is None:
        yield Refusal(
            str(path), _("No reader for files named %(kind)s.") % {"kind": path.suffix or path.name}, size
        )
        return
    try:
        yield from reader(path, known, zone)
    except OSError as error:
        yield Refusal(str(path), _("Cannot be opened: %(why)s.") % {"why": error.strerror}, size)


def _page(path, known, zone):
    size = path.stat().st_size
    if size > PAGE_LIMIT:
        yield Refusal(str(path), _("Larger than a page can be."), size)
        return
    try:
        yield read_page(str(path), path.read_bytes(), known, zone)
    except NotText:
        yield Refusal(str(path), _("Not text."), size)
    except NoArticle as error:
        yield Refusal(f"{path}:1", str(error), size)


def _json_lines(path, known, zone):
    for number, line in _lines(path):
        place = f"{path}:{number}"
        if line is None:
            yield Refusal(place, _("Longer than a line can be."), LINE_LIMIT)
        elif line.strip() and not line.startswith(b"#"):
            yield _json_line(place, line, zone, path)


def _json_line(place, line, zone, path):
    try:
        text = decode(line).text
        record = json.loads(text)
        if not isinstance(record, dict):
            raise BadRecord(_("No JSON object."))
        return replace(read_record(place, record, zone), size=len(line), raw=path, media_type=JSON_LINES)
    except NotText:
        reason, text = _("Not text."), ""
    except BadRecord as error:
        reason = str(error)
    except (ValueError, RecursionError) as error:
        reason = _("Not JSON, from character %(where)d on.") % {"where": getattr(error, "colno", 0)}
    return Refusal(place, reason, len(line), text.strip())


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


READERS = {".txt": _page, ".text": _page, ".jsonl": _json_lines, ".ndjson": _json_lines}


def paths(arguments):
    """The files meant by the arguments of a command, and their size in bytes together."""
    found = [file for argument in arguments for file in files_below(Path(argument))]
    return found, sum(file.stat().st_size for file in found if file.is_file())
