"""Addresses of the web in the one form in which the archive keeps and compares them.

settled("HTTP://Marfa.example:80/%D8%B3%D8%B1%D8%AA?id=7&utm_source=x#top")  -> "http://marfa.example/سرت?id=7"
"""

import re
from urllib.parse import urlsplit, urlunsplit

DEFAULT_PORTS = {"http": ":80", "https": ":443"}
TRACKING = re.compile(r"(?:utm_\w+|fbclid|gclid|dclid|igshid|mc_[ce]id|_ga|yclid)=", re.I)
# Bytes beyond ASCII, which make letters; signs that mean something to servers stay as they are.
LETTERS = re.compile(r"(?:%[89a-f][0-9a-f])+", re.I)


def settled(url):
    """An address with its letters written out, without what tells only whence a reader came; never fails."""
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return url
    host = parts.netloc.lower().removesuffix(DEFAULT_PORTS.get(parts.scheme, ""))
    query = "&".join(part for part in parts.query.split("&") if not TRACKING.match(part))
    fragment = parts.fragment if parts.fragment.startswith("!") else ""
    return LETTERS.sub(_written_out, urlunsplit((parts.scheme, host, parts.path, query, fragment)))


def _written_out(match):
    try:
        text = bytes.fromhex(match[0].replace("%", "")).decode()
    except UnicodeDecodeError:
        return match[0].upper()
    return text if text.isprintable() and not re.search(r"\s", text) else match[0].upper()
