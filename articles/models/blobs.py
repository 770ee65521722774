"""Bytes kept as they came: one gzip file for each content under MEDIA_ROOT/captures, named by its SHA-256.

digest = put([b"<html>…"])       -> "9f86d081884c7d65…"
b"".join(chunks(digest))         -> b"<html>…"
"""

import gzip
import hashlib
import os
import secrets
import time
import zlib
from pathlib import Path

from django.conf import settings

CHUNK = 1 << 20
# Without name and time, so that the same bytes always make the same file and none of its header goes unchecked.
HEADER = b"\x1f\x8b\x08\0\0\0\0\0\0\xff"


class Damaged(ValueError):
    """The file is not the gzip file that was written."""


def root():
    return Path(settings.MEDIA_ROOT) / "captures"


def path_of(digest):
    return root() / digest[:2] / f"{digest}.gz"


def put(parts):
    """Keeps the bytes of an iterable, once however often they come; returns their SHA-256.

    The file appears under its name only when it is whole and on the disk.
    """
    root().mkdir(parents=True, exist_ok=True)
    waiting = root() / f".{secrets.token_hex(8)}"
    try:
        digest = _write(waiting, parts)
        path = path_of(digest)
        path.parent.mkdir(exist_ok=True)
        if path.exists():
            waiting.unlink()
        else:
            os.replace(waiting, path)
    finally:
        waiting.unlink(missing_ok=True)
    return digest


def file_parts(path):
    """The bytes of a file in parts, for `put`."""
    with Path(path).open("rb") as file:
        while part := file.read(CHUNK):
            yield part


def chunks(digest):
    """The bytes kept under a digest, a part at a time; FileNotFoundError or `Damaged` if they are not there."""
    path = path_of(digest)
    with path.open("rb") as raw, gzip.open(raw) as file:
        try:
            if raw.peek(len(HEADER))[: len(HEADER)] != HEADER:
                raise Damaged(digest)
            while part := file.read(CHUNK):
                yield part
        except (OSError, EOFError, ValueError, zlib.error) as error:
            raise Damaged(digest) from error


def remove(digest):
    """Takes the bytes of a digest away, if they are there."""
    path_of(digest).unlink(missing_ok=True)


def are_kept(digest):
    """Whether there are bytes under a digest, whole or not."""
    return path_of(digest).exists()


def is_intact(digest):
    """Whether the bytes are there and still have their SHA-256."""
    sha = hashlib.sha256()
    try:
        for part in chunks(digest):
            sha.update(part)
    except (FileNotFoundError, Damaged):
        return False
    return sha.hexdigest() == digest


def digests(start):
    """The digests that begin with these two letters and for which there is a file."""
    return {path.stem for path in (root() / start).glob("*.gz")}


def unfinished(seconds=10):
    """Files that a process left when it was killed: begun, never named, and not written to for so long."""
    since = time.time() - seconds
    return sorted(path for path in root().glob(".*") if path.stat().st_mtime < since)


def _write(path, parts):
    sha = hashlib.sha256()
    with path.open("wb") as raw:
        with gzip.GzipFile(filename="", fileobj=raw, mode="wb", compresslevel=6, mtime=0) as packed:
            for part in parts:
                sha.update(part)
                packed.write(part)
        raw.flush()
        os.fsync(raw.fileno())
    return sha.hexdigest()
