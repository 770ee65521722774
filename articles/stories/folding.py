"""Lists in which copies of one text stand in one row, that opens; nothing is left out."""

from dataclasses import dataclass

from .tellings import copies_of


@dataclass(frozen=True)
class Row:
    """The first of a list's entries that carry one text, and the articles that carry it too, in order."""

    entry: object
    copies: tuple


def folded(entries):
    """Entries, each with its `article`, as rows in their order; two queries, whatever the length."""
    copies = copies_of([entry.article.pk for entry in entries])
    rows, seen = [], set()
    for entry in entries:
        pk = entry.article.pk
        if pk not in seen:
            same = tuple(article for article in copies.get(pk, ()) if article.pk != pk)
            rows.append(Row(entry, same))
            seen |= {pk, *(article.pk for article in same)}
    return rows
