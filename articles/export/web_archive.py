"""Captured pages as a WACZ package, which web archive players open: the bytes and headers as they came.

archive/data.warc.gz    a response record for each capture
indexes/index.cdx       where in it each page begins (CDXJ)
pages/pages.jsonl       which pages there are
datapackage.json        the SHA-256 of all three

The layout is that of WACZ 1.1.1, https://specs.webrecorder.net/wacz/1.1.1/.
"""

import hashlib
import io
import json
import zipfile
from datetime import UTC
from http.client import responses
from urllib.parse import urlsplit

from django.utils.encoding import iri_to_uri
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

VERSION = "1.1.1"
ARCHIVE = "data.warc.gz"
# They speak of how the bytes travelled; what is kept is what was unpacked from them.
OF_THE_JOURNEY = {"content-encoding", "transfer-encoding", "content-length", "connection"}
EPOCH = (1980, 1, 1, 0, 0, 0)


def wacz(pages):
    """The package as bytes, of pairs of a `Capture` with an address and its bytes; None if there are none."""
    pages = [(capture, data) for capture, data in pages if capture.url and capture.http_status]
    if not pages:
        return None
    archive, index = _warc(pages)
    files = {f"archive/{ARCHIVE}": archive, "indexes/index.cdx": index, "pages/pages.jsonl": _pages(pages)}
    files["datapackage.json"] = _described(files)
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as package:
        for name, data in files.items():
            package.writestr(zipfile.ZipInfo(name, EPOCH), data)
    return file.getvalue()


def _warc(pages):
    """The archive and its index."""
    file, lines = io.BytesIO(), []
    writer = WARCWriter(file, gzip=True)
    for capture, data in pages:
        start, record = file.tell(), _record(writer, capture, data)
        writer.write_record(record)
        lines.append(_indexed(capture, record, start, file.tell() - start))
    return file.getvalue(), "".join(sorted(lines)).encode()


def _record(writer, capture, data):
    kept = [(name, value) for name, value in capture.headers if name.lower() not in OF_THE_JOURNEY]
    phrase = responses.get(capture.http_status, "")
    return writer.create_warc_record(
        iri_to_uri(capture.url),
        "response",
        payload=io.BytesIO(data),
        http_headers=StatusAndHeaders(f"{capture.http_status} {phrase}", kept, protocol="HTTP/1.1"),
        warc_headers_dict={"WARC-Date": _moment(capture)},
    )


def _indexed(capture, record, start, length):
    """``com,example)/1 20240214080000 {"url": "https://example.com/1", "offset": "0", …}``"""
    url = iri_to_uri(capture.url)
    where = {
        "url": url,
        "mime": capture.media_type,
        "status": str(capture.http_status),
        "digest": record.rec_headers.get_header("WARC-Payload-Digest"),
        "length": str(length),
        "offset": str(start),
        "filename": ARCHIVE,
    }
    moment = capture.captured_at.astimezone(UTC).strftime("%Y%m%d%H%M%S")
    return f"{_sortable(url)} {moment} {json.dumps(where)}\n"


def _sortable(url):
    """The host from its end: ``http://www.marfa.example:8080/News?b=1&a=2`` → ``example,marfa:8080)/news?a=2&b=1``."""
    parts = urlsplit(url.lower())
    host, colon, port = parts.netloc.removeprefix("www.").partition(":")
    query = "&".join(sorted(parts.query.split("&")))
    return (
        ",".join(reversed(host.split(".")))
        + colon
        + port
        + ")"
        + (parts.path or "/")
        + (query and f"?{query}")
    )


def _pages(pages):
    lines = [{"format": "json-pages-1.0", "id": "pages", "title": "All Pages"}]
    lines += [
        {
            "id": str(capture.pk),
            "url": iri_to_uri(capture.url),
            "ts": _moment(capture),
            "title": capture.article.title if capture.article else "",
        }
        for capture, _data in pages
    ]
    return "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines).encode()


def _described(files):
    resources = [
        {
            "name": name.rpartition("/")[2],
            "path": name,
            "hash": f"sha256:{hashlib.sha256(data).hexdigest()}",
            "bytes": len(data),
        }
        for name, data in files.items()
    ]
    package = {"profile": "data-package", "wacz_version": VERSION, "resources": resources}
    return json.dumps(package, indent=1).encode()


def _moment(capture):
    return capture.captured_at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
