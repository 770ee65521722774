"""Bytes to text, with the verdict stated: which encoding it was and what was repaired.

    decode("سرت".encode("cp1256"))  -> Decoded("سرت", "windows-1256")

Old Libyan pages are windows-1256 or ISO-8859-6, and some UTF-8 has been read as one of them and saved again.
"""

import codecs
import re
from dataclasses import dataclass

BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig", "utf-8, with byte order mark"),
    (codecs.BOM_UTF16_LE, "utf-16", "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "utf-16"),
)
SINGLE_BYTE = {"cp1256": "windows-1256", "iso-8859-6": "iso-8859-6", "cp1252": "windows-1252"}
MISREADINGS = {"cp1256": "windows-1256", "cp1252": "windows-1252", "latin-1": "iso-8859-1"}
# What UTF-8 Arabic looks like when read as windows-1256 («ط§ظ„») or as windows-1252 («Ø§Ù„»).
MISREAD = re.compile(
    "[طظ][\u00a0-\u00bf\u0152\u0153\u0679-\u06d2\u2010-\u203a€„…†‡ˆ‰™]|[ØÙ][\u0080-\u00bf\u0192-\u203a€™ˆ˜]"
)
COMMON_WORDS = {"في", "من", "على", "إلى", "الى", "أن", "ان", "عن", "مع", "التي", "الذي", "هذا", "ليبيا", "و"}


class NotText(ValueError):
    """The bytes are no text in any encoding known here."""


@dataclass(frozen=True)
class Decoded:
    text: str
    verdict: str


def decode(data):
    """The text of `data` and the verdict; NotText for pictures, archives and other binary matter."""
    for mark, encoding, verdict in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return Decoded(data.decode(encoding, "replace").removeprefix("\ufeff"), verdict)
    if b"\0" in data:
        raise NotText("binary")
    try:
        text = data.decode()
    except UnicodeDecodeError:
        return _legacy(data)
    return _mended(text)


def _mended(text):
    """UTF-8 that was read as a single-byte encoding and written again, put right when it can be."""
    words = max(len(text.split()), 1)
    if len(MISREAD.findall(text)) < 2 * words:
        return Decoded(text, "utf-8")
    for encoding, name in MISREADINGS.items():
        try:
            return Decoded(text.encode(encoding).decode(), f"utf-8, repaired after a reading as {name}")
        except UnicodeError:
            continue
    return Decoded(text, "utf-8")


def _legacy(data):
    broken = data.decode(errors="replace")
    bad = broken.count("\N{REPLACEMENT CHARACTER}")
    # Single bytes make whole letters of UTF-8 by chance only, far fewer than they break.
    whole = sum(letter > "\x7f" for letter in broken) - bad
    if whole >= bad and any("\u0600" <= letter < "\ufff0" for letter in broken):
        return Decoded(broken, f"utf-8, with {bad} broken bytes")
    readings = {name: data.decode(encoding, "replace") for encoding, name in SINGLE_BYTE.items()}
    name = max(readings, key=lambda name: _likeness(readings[name]))
    return Decoded(readings[name], name)


def _likeness(text):
    """How much a reading looks like Arabic: known words first, then letters, less what could not be read."""
    words = text.split()
    letters = sum("\u0620" <= letter <= "\u064a" for letter in text)
    return (
        sum(word in COMMON_WORDS for word in words),
        letters - 5 * text.count("\N{REPLACEMENT CHARACTER}"),
    )
