"""What a reader yields: an `Item` for each text found, a `Refusal` for each place that gave none."""

import datetime
from dataclasses import dataclass, field
from pathlib import Path

from articles.arabic.partial_date import PartialDate


@dataclass(frozen=True)
class Cut:
    """A line left out of the body, and why: nothing goes without a trace.

    `place` is ``"file:line"``; `role` is a role of `furniture`, or ``"repeat"``.
    """

    place: str
    text: str
    role: str


@dataclass(frozen=True)
class Refusal:
    """A file or line that is no article: ``Refusal("news.jsonl:17", "No text.")``."""

    place: str
    reason: str
    size: int = 0
    excerpt: str = ""

    def written(self):
        """Its lines in an error file: place and reason as a comment, which readers pass over, then what was refused."""
        head = f"# {self.place}: {self.reason}\n"
        return f"{head}{self.excerpt}\n" if self.excerpt else head


@dataclass(frozen=True)
class Item:
    """One text as it was found; sources by the name, slug or domain that the page gives.

    `published` is a datetime with its zone, or a `PartialDate` for what is known only to the day, month or
    year. `is_summary` says that the page at the address has more. `raw` is what it was read out of, as bytes or
    as the path of a file. `size` is the number of bytes read for it, which moves the progress bar on.
    """

    place: str
    body: str
    title: str = ""
    title_is_suggested: bool = False
    standfirst: str = ""
    is_summary: bool = False
    language: str = "ar"
    source: str = ""
    origin: str = ""
    byline: str = ""
    dateline: str = ""
    published: datetime.datetime | PartialDate | None = None
    url: str = ""
    captured_at: datetime.datetime | None = None
    encoding: str = "utf-8"
    cuts: tuple[Cut, ...] = field(default=())
    raw: bytes | Path | None = None
    media_type: str = ""
    http_status: int | None = None
    headers: tuple[tuple[str, str], ...] = ()
    size: int = 0
