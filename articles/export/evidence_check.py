"""Whether an evidence pack still is what it says, told from the file alone."""

import hashlib
import json
import zipfile
import zlib

from articles.export.evidence import FORMAT
from articles.export.integrity import Fault

BESIDE = {"manifest.json", "SHA256SUMS"}
SIZE_LIMIT = 512 << 20


class NoPack(ValueError):
    """The file is no evidence pack."""


def pack_faults(path):
    """A list of each `Fault` of a pack: a changed, missing or added file, a text that is not the article's."""
    try:
        with zipfile.ZipFile(path) as pack:
            if sum(entry.file_size for entry in pack.infolist()) > SIZE_LIMIT:
                raise NoPack("larger than any pack")
            return _faults(pack)
    except (zipfile.BadZipFile, KeyError, ValueError, OSError, NotImplementedError) as error:
        raise NoPack(str(error)) from error


def _faults(pack):
    names = pack.namelist()
    manifest = json.loads(_read(pack, "manifest.json") or "null")
    if not isinstance(manifest, dict) or manifest.get("format") != FORMAT:
        raise NoPack("no manifest of this format")
    stated = manifest["files"]
    found = [Fault("orphan", name) for name in names if name not in stated and name not in BESIDE]
    found += [Fault("changed", name) for name in set(names) if names.count(name) > 1]
    for name, digest in stated.items():
        data = _read(pack, name) if name in names else None
        if name not in names:
            found.append(Fault("missing", name))
        elif data is None or hashlib.sha256(data).hexdigest() != digest:
            found.append(Fault("changed", name))
    sums = "".join(f"{digest}  {name}\n" for name, digest in stated.items()).encode()
    if _read(pack, "SHA256SUMS") != sums:
        found.append(Fault("changed", "SHA256SUMS"))
    return found + ([] if found else _texts(pack, stated))


def _texts(pack, stated):
    """Files that fit the manifest must fit the record too: the text's digest and the captures' own."""
    record = json.loads(pack.read("article.json"))
    found = [] if stated["article.txt"] == record["text_sha256"] else [Fault("text", "article.txt")]
    for name in stated:
        if name.startswith("captures/") and name.endswith(".json"):
            capture = json.loads(pack.read(name))
            if capture["bytes"] and stated.get(capture["bytes"]) != capture["sha256"]:
                found.append(Fault("changed", capture["bytes"]))
    return found


def _read(pack, name):
    """The bytes of a member; None when its own checksum already fails."""
    try:
        return pack.read(name)
    except (zipfile.BadZipFile, OSError, EOFError, ValueError, zlib.error):
        return None
