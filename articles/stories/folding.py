"""Lists in which copies of one text stand in one row, that opens; nothing is left out."""

from dataclasses import dataclass
from operator import attrgetter

from .tellings import copies_of


@dataclass(frozen=True)
class Row:
    """The first of a list's entries that carry one text, and the articles that carry it too, in order."""

    entry: object
    copies: tuple


def folded(entries, article=attrgetter("article")):
    """Entries, each with its `article`, as rows in their order; one query, whatever the length."""
    copies = copies_of([article(entry).pk for entry in entries])
    rows, seen = [], set()
    for entry in entries:
        pk = article(entry).pk
        if pk not in seen:
            same = tuple(copy for copy in copies.get(pk, ()) if copy.pk != pk)
            rows.append(Row(entry, same))
            seen |= {pk, *(copy.pk for copy in same)}
    return rows
