"""Captured pages as a WACZ package, which web archive players open: the bytes and headers as they came.

archive/data.warc.gz    a response record for each capture
pages/pages.jsonl       which pages there are
datapackage.json        the SHA-256 of both
"""

import hashlib
import io
import json
import zipfile
from datetime import UTC
from http.client import responses

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

VERSION = "1.1.1"
# They speak of how the bytes travelled; what is kept is what was unpacked from them.
OF_THE_JOURNEY = {"content-encoding", "transfer-encoding", "content-length", "connection"}
EPOCH = (1980, 1, 1, 0, 0, 0)


def wacz(pages):
    """The package as bytes, of pairs of a `Capture` with an address and its bytes; None if there are none."""
    pages = [(capture, data) for capture, data in pages if capture.url and capture.http_status]
    if not pages:
        return None
    files = {"archive/data.warc.gz": _warc(pages), "pages/pages.jsonl": _pages(pages)}
    files["datapackage.json"] = _described(files)
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as package:
        for name, data in files.items():
            package.writestr(zipfile.ZipInfo(name, EPOCH), data)
    return file.getvalue()


def _warc(pages):
    file = io.BytesIO()
    writer = WARCWriter(file, gzip=True)
    for capture, data in pages:
        kept = [(name, value) for name, value in capture.headers if name.lower() not in OF_THE_JOURNEY]
        phrase = responses.get(capture.http_status, "")
        record = writer.create_warc_record(
            capture.url,
            "response",
            payload=io.BytesIO(data),
            http_headers=StatusAndHeaders(f"{capture.http_status} {phrase}", kept, protocol="HTTP/1.1"),
            warc_headers_dict={"WARC-Date": _moment(capture)},
        )
        writer.write_record(record)
    return file.getvalue()


def _pages(pages):
    lines = [{"format": "json-pages-1.0", "id": "pages", "title": "All Pages"}]
    lines += [{"url": capture.url, "ts": _moment(capture)} for capture, _data in pages]
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
