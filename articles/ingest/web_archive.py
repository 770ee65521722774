"""WARC files, plain or gzipped, and the WARCs within WACZ packages: each HTML response is a page."""

import zipfile
from dataclasses import replace

from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _
from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed

from articles.ingest.encoding import NotText
from articles.ingest.html_page import read_html
from articles.ingest.item import Refusal
from articles.ingest.limits import PAGE
from articles.ingest.parts import Unread
from articles.ingest.sorting import NoArticle

EXPANSION_LIMIT = 200
PACKAGE_LIMIT = 4 << 30


def read_warc(path, known, zone, columns=None):
    """Parts, with an `Item` or `Refusal` for each response that is HTML; other records are passed over."""
    with path.open("rb") as file:
        yield from _pages(str(path), file, known, zone)


def read_wacz(path, known, zone, columns=None):
    """The pages of all WARCs in the package; a package that unpacks beyond reason is refused."""
    try:
        with zipfile.ZipFile(path) as package:
            yield from _packaged(path, package, known, zone)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError) as error:
        yield Refusal(str(path), _("No WACZ package: %(why)s.") % {"why": error}, path.stat().st_size)


def _packaged(path, package, known, zone):
    archives = [entry for entry in package.infolist() if entry.filename.endswith((".warc", ".warc.gz"))]
    unpacked = sum(entry.file_size for entry in package.infolist())
    if unpacked > min(PACKAGE_LIMIT, EXPANSION_LIMIT * path.stat().st_size):
        yield Refusal(str(path), _("Unpacks beyond all measure."), path.stat().st_size)
        return
    for entry in archives:
        with package.open(entry) as file:
            yield from _pages(f"{path}/{entry.filename}", file, known, zone)


def _pages(place, file, known, zone):
    number = 0
    try:
        for number, record in enumerate(ArchiveIterator(file), 1):
            if record.rec_type == "response" and _is_html(record):
                yield _page(f"{place}#{number}", record, known, zone)
    except (ArchiveLoadFailed, OSError, EOFError, ValueError) as error:
        yield Refusal(f"{place}#{number + 1}", _("The web archive breaks off: %(why)s.") % {"why": error})


def _is_html(record):
    return "html" in (record.http_headers.get_header("Content-Type") or "") if record.http_headers else False


def _page(place, record, known, zone):
    url = record.rec_headers.get_header("WARC-Target-URI") or ""
    status = int(record.http_headers.get_statuscode() or 0)
    if not 200 <= status < 300:
        return Refusal(place, _("The server answered %(status)d.") % {"status": status}, excerpt=url)
    data = record.content_stream().read(PAGE + 1)
    if len(data) > PAGE:
        return Refusal(place, _("Larger than a page can be."), excerpt=url)
    if getattr(record.raw_stream, "limit", 0):
        return Refusal(place, _("The web archive breaks off: %(why)s.") % {"why": url}, excerpt=url)
    about = {
        "captured_at": parse_datetime(record.rec_headers.get_header("WARC-Date") or ""),
        "http_status": status,
        "headers": tuple(record.http_headers.headers),
    }
    return Unread(1, _read, (place, data, known, zone, url, about))


def _read(place, data, known, zone, url, about):
    """The row of a page's bytes; `about` is what the archive says of how they were captured."""
    try:
        item = read_html(place, data, known, zone, url, captured=about["captured_at"])
    except NotText:
        yield Refusal(place, _("Not text."), len(data), url)
    except NoArticle as error:
        yield Refusal(place, str(error), len(data), url)
    else:
        yield replace(item, **about)
