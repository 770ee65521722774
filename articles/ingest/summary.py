"""What an import did, for people and for machines."""

from collections import Counter
from dataclasses import dataclass, field, replace

from articles.ingest.item import Cut, Refusal

LISTED = 10_000


@dataclass
class Summary:
    """Counts of everything, and lists of the first ten thousand of each kind.

    `read` is always `added` + `changed` + `unchanged` + `skipped`; `changed` are new versions of
    addresses already here; `batch` is the number to undo it by.
    """

    added: int = 0
    changed: int = 0
    unchanged: int = 0
    skipped: int = 0
    why: list[Refusal] = field(default_factory=list)
    cuts: list[Cut] = field(default_factory=list)
    suggested_titles: list[dict] = field(default_factory=list)
    new_sources: list[dict] = field(default_factory=list)
    without_source: int = 0
    encodings: Counter = field(default_factory=Counter)
    dry_run: bool = False
    batch: int | None = None

    @property
    def read(self):
        return self.added + self.changed + self.unchanged + self.skipped

    def skip(self, refusal):
        self.skipped += 1
        # Ten thousand rows of megabytes each would fill the memory.
        _list(self.why, replace(refusal, excerpt=""))

    def add(self, item, source_is_unknown):
        self.added += 1
        self.encodings[item.encoding] += 1
        self.without_source += source_is_unknown
        for cut in item.cuts:
            _list(self.cuts, cut)
        if item.title_is_suggested:
            _list(self.suggested_titles, {"place": item.place, "title": item.title})

    def counts(self):
        """``{"read": 3, "added": 2, "changed": 0, "unchanged": 1, "skipped": 0}``"""
        return {name: getattr(self, name) for name in ("read", "added", "changed", "unchanged", "skipped")}

    def as_json(self):
        """A dictionary of plain values, for `json.dumps`."""
        return self.counts() | {
            "why": [{"place": row.place, "reason": row.reason} for row in self.why],
            "cut": [vars(cut) for cut in self.cuts],
            "suggested_titles": self.suggested_titles,
            "new_sources": self.new_sources,
            "without_source": self.without_source,
            "encodings": dict(self.encodings),
            "dry_run": self.dry_run,
            "batch": self.batch,
        }


def _list(rows, row):
    if len(rows) < LISTED:
        rows.append(row)
