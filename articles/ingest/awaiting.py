"""What was fetched and shown to an editor, kept for a day until he says yes: one file a page.

    token = keep("https://marfa.example/1", fetched)  -> "Zr3l…"
    take(token)                                       -> ("https://marfa.example/1", Fetched(url=…, body=b"…"))

A page may have megabytes, so it waits here and not in the form that asks for the word.
"""

import gzip
import json
import re
import secrets
import time
from pathlib import Path

from django.conf import settings

from articles.ingest.fetching import Fetched

A_DAY = 24 * 60 * 60
TOKEN = re.compile(r"[\w-]{32}", re.ASCII)


def keep(asked, fetched):
    """Keeps the answer to an address as it came; returns the token to `take` it by."""
    root().mkdir(parents=True, exist_ok=True)
    _forget_old()
    token = secrets.token_urlsafe(24)
    head = json.dumps([asked, fetched.url, fetched.status, fetched.headers])
    (root() / token).write_bytes(gzip.compress(head.encode() + b"\n" + fetched.body))
    return token


def take(token):
    """The address asked for and its `Fetched`; None if there is no such page, or none any longer."""
    path = root() / token
    if not TOKEN.fullmatch(token) or not path.exists() or _is_old(path):
        return None
    head, _end, body = gzip.decompress(path.read_bytes()).partition(b"\n")
    asked, url, status, headers = json.loads(head)
    return asked, Fetched(url, status, tuple(tuple(pair) for pair in headers), body)


def root():
    return Path(settings.MEDIA_ROOT) / "fetched"


def _forget_old():
    for path in root().iterdir():
        if _is_old(path):
            path.unlink(missing_ok=True)


def _is_old(path):
    return time.time() - path.stat().st_mtime > A_DAY
