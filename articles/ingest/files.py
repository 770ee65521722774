"""What a path holds: the files below it, each read by the reader for its kind, its failures told by place.

A reader gives Items, Refusals and `Unread` parts of its file.
"""

from collections.abc import Iterator
from pathlib import Path

from django.utils.translation import gettext as _

from articles.ingest.encoding import NotText
from articles.ingest.feed import NoFeed, items_of_feed
from articles.ingest.html_page import read_html
from articles.ingest.item import Item, Refusal
from articles.ingest.json_lines import read_json, read_json_lines
from articles.ingest.limits import PAGE
from articles.ingest.parts import Unread, rows_of
from articles.ingest.plain_text import read_page
from articles.ingest.sorting import NoArticle
from articles.ingest.table import read_table
from articles.ingest.web_archive import read_wacz, read_warc


def files_below(path):
    """The files that `path` means: itself, or all below it in order of name, hidden ones left out."""
    if not path.is_dir():
        return [path]
    below = (file for file in sorted(path.rglob("*")) if file.is_file())
    return [file for file in below if not any(part.startswith(".") for part in file.relative_to(path).parts)]


def paths(arguments):
    """The files meant by the arguments of a command, and their size in bytes together."""
    found = [file for argument in arguments for file in files_below(Path(argument))]
    return found, sum(file.stat().st_size for file in found if file.is_file())


def read_file(path, known, zone, columns=None) -> Iterator[Item | Refusal]:
    """All that a file holds, read as it is asked for; never raises for what is in the file.

    `known` holds the folded names of sources, `zone` is that of dates without one, `columns` maps the file's
    own names of fields to the archive's.
    """
    return rows_of(read_parts(path, known, zone, columns))


def read_parts(path, known, zone, columns=None) -> Iterator[Item | Refusal | Unread]:
    """The same as a file to be read in parts, some of them by other processes."""
    reader = next((READERS[end] for end in READERS if path.name.lower().endswith(end)), None)
    size = path.stat().st_size if path.is_file() else 0
    if reader is None and path.exists():
        yield Refusal(
            str(path), _("No reader for files named %(kind)s.") % {"kind": path.suffix or path.name}, size
        )
        return
    if path.is_file() and not size:
        yield Refusal(str(path), _("The file is empty."))
        return
    holds = False
    try:
        for part in (reader or _whole(_page))(path, known, zone, columns):
            holds = True
            yield part
        if not holds:
            yield _nothing(path, size)
    except OSError as error:
        yield _closed(path, error, size)


def _nothing(path, size):
    return Refusal(str(path), _("There is nothing in it that could be an article."), size)


def _closed(path, error, size):
    return Refusal(str(path), _("Cannot be opened: %(why)s.") % {"why": error.strerror}, size)


def _whole(read):
    """A reader of files that are one part: `read(place, data, known, zone)` gives the rows."""

    def reader(path, known, zone, columns=None):
        yield Unread(1, _read_whole, (read, path, known, zone))

    return reader


def _read_whole(read, path, known, zone):
    """What a file holds that is read in one piece."""
    size = 0
    try:
        size = path.stat().st_size
        if size > PAGE:
            return [Refusal(str(path), _("Larger than a page can be."), size)]
        return list(read(str(path), path.read_bytes(), known, zone)) or [_nothing(path, size)]
    except OSError as error:
        return [_closed(path, error, size)]
    except NotText:
        return [Refusal(str(path), _("Not text."), size)]
    except (NoArticle, NoFeed) as error:
        return [Refusal(f"{path}:1", str(error), size)]
    except RecursionError:
        return [Refusal(str(path), _("Nested beyond all measure."), size)]


def _page(place, data, known, zone):
    yield read_page(place, data, known, zone)


def _html(place, data, known, zone):
    yield read_html(place, data, known, zone)


def _feed(place, data, known, zone):
    return items_of_feed(place, data, zone)


READERS = {
    ".txt": _whole(_page),
    ".text": _whole(_page),
    ".html": _whole(_html),
    ".htm": _whole(_html),
    ".xhtml": _whole(_html),
    ".rss": _whole(_feed),
    ".atom": _whole(_feed),
    ".xml": _whole(_feed),
    ".jsonl": read_json_lines,
    ".ndjson": read_json_lines,
    ".json": read_json,
    ".csv": read_table,
    ".tsv": read_table,
    ".warc": read_warc,
    ".warc.gz": read_warc,
    ".wacz": read_wacz,
}
