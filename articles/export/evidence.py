"""Evidence packs: all that the archive has of one article, in a ZIP that proves itself without the archive.

manifest.json    what is in it and the SHA-256 of each file, who made it and when
article.json     the record: title, source, origin, dates, addresses, permanent address
article.txt      the text, of which the archive shows the SHA-256
citation.txt     how to cite it
captures/…       the bytes as they came, one file a capture, with capture-….json beside it
versions/…       each text that the address has carried
SHA256SUMS       the same digests for `sha256sum --check`
"""

import hashlib
import io
import json
import zipfile

from django.utils import timezone

from articles.export.citation import citation
from articles.export.web_archive import wacz
from articles.models import blobs

FORMAT = "archive-evidence/1"
WHOLE_LIMIT = 32 << 20
EPOCH = (1980, 1, 1, 0, 0, 0)


def evidence_pack(article, address):
    """The ZIP as bytes; `address` is the article's permanent address with its host."""
    files = {
        "article.json": _json(_record(article, address)),
        "article.txt": article.text.encode(),
        "citation.txt": citation(article, address).encode(),
    }
    captures = list(article.captures.order_by("captured_at", "pk"))
    for capture in captures:
        files |= _capture_files(capture)
    pages = ((capture, _within_limit(capture.sha256)) for capture in captures if capture.http_status)
    if package := wacz((capture, data) for capture, data in pages if data is not None):
        files["pages.wacz"] = package
    for version in article.versions.all():
        files[f"versions/{version.number}.txt"] = _text(version).encode()
    return _zipped(files, address)


def _record(article, address):
    return {
        "code": article.code,
        "permanent_address": address,
        "title": article.title,
        "standfirst": article.standfirst,
        "source": article.source.name_ar,
        "origin": article.origin.name_ar if article.origin else None,
        "byline": article.byline,
        "dateline": article.dateline,
        "published_at": _iso(article.published_at),
        "published_precision": article.published_precision,
        "url": article.url,
        "captured_at": _iso(article.captured_at),
        "added_at": _iso(article.added_at),
        "status": article.status,
        "text_sha256": article.text_sha256,
    }


def _capture_files(capture):
    """The bytes of a capture and what is known of it; a file of many articles is named, not packed."""
    name = f"captures/{capture.pk}-{capture.sha256[:12]}"
    known = {
        "sha256": capture.sha256,
        "text_sha256": capture.text_sha256,
        "url": capture.url,
        "place": capture.place,
        "captured_at": _iso(capture.captured_at),
        "media_type": capture.media_type,
        "encoding": capture.encoding,
        "http_status": capture.http_status,
        "headers": capture.headers,
        "tool": capture.tool,
    }
    data = _within_limit(capture.sha256)
    files = {f"{name}.json": _json(known | {"bytes": f"{name}.raw" if data is not None else None})}
    return files if data is None else files | {f"{name}.raw": data}


def _within_limit(digest):
    data = bytearray()
    try:
        for part in blobs.chunks(digest):
            data += part
            if len(data) > WHOLE_LIMIT:
                return None
    except (FileNotFoundError, blobs.Damaged):
        return None
    return bytes(data)


def _text(version):
    return "\n\n".join((version.title, version.standfirst, version.body))


def _zipped(files, address):
    digests = {name: hashlib.sha256(data).hexdigest() for name, data in sorted(files.items())}
    manifest = {"format": FORMAT, "of": address, "made_at": _iso(timezone.now()), "files": digests}
    files["manifest.json"] = _json(manifest)
    files["SHA256SUMS"] = "".join(f"{digest}  {name}\n" for name, digest in digests.items()).encode()
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as pack:
        for name, data in files.items():
            entry = zipfile.ZipInfo(name, EPOCH)
            entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
            pack.writestr(entry, data)
    return file.getvalue()


def _json(data):
    return json.dumps(data, ensure_ascii=False, indent=1, sort_keys=True).encode()


def _iso(moment):
    return moment.isoformat() if moment else None
