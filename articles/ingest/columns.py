"""What each column of a file was taken for, so that none is passed over unseen.

columns_of(path, {"Texte": "body"})  -> [("Texte", "body"), ("Titre", "")]
"""

import json

from articles.ingest.encoding import NotText, decode
from articles.ingest.json_lines import LINE_LIMIT
from articles.ingest.records import ALIASES, FIELD_OF, spelled
from articles.ingest.table import header_of, mapped


def columns_of(path, columns):
    """Pairs of a column's name and the field that it fills, "" for none; of JSONL, the names in its first object.

    `columns` maps names of the file to fields. Files of other kinds have no columns.
    """
    if path.suffix.lower() in (".csv", ".tsv"):
        names = header_of(path)
        return [
            (name, field if field in ALIASES else "")
            for name, field in zip(names, mapped(names, columns), strict=True)
        ]
    if path.suffix.lower() in (".jsonl", ".ndjson"):
        return [(name, FIELD_OF.get(spelled(columns.get(name, name)), "")) for name in _first_object(path)]
    return []


def _first_object(path):
    with path.open("rb") as file:
        for line in iter(lambda: file.readline(LINE_LIMIT), b""):
            if line.strip() and not line.startswith(b"#"):
                return _object(line)
    return {}


def _object(line):
    try:
        found = json.loads(decode(line).text)
    except (NotText, ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}
