"""The text of a record as the archive keeps it: laid out, without what the page it came from put about it.

    read_text("a.jsonl:7", "<p>قال …</p><p>المصدر: وال</p>", heads, zone)  -> RecordText("قال …", origin="وال", …)

Scrapers keep labels, tags and links to more; they leave a record's text as they leave a page's.
"""

import datetime
import re
from typing import NamedTuple

from articles.arabic.partial_date import PartialDate
from articles.ingest.item import Cut
from articles.ingest.layout import Piece, body
from articles.ingest.lines import Line
from articles.ingest.markup import LOOKS_LIKE_HTML, from_fragment
from articles.ingest.sorting import opened, sort_out, stated, without_repeats
from articles.models.body import blocks


class RecordText(NamedTuple):
    """A body in the archive's markup, and what the lines left out of it said; `cuts` are those lines."""

    body: str
    origin: str
    byline: str
    dateline: str
    published: datetime.datetime | PartialDate | None
    cuts: tuple[Cut, ...]


def read_text(place, text, heads, zone):
    """The `RecordText` of a field's text, HTML or not; `heads` are title and standfirst. NoArticle if too long."""
    found = from_fragment(text) if LOOKS_LIKE_HTML.search(text) else _blocks(text)
    page = sort_out([Line(number, line) for number, (_kind, line) in enumerate(found, 1)], frozenset(), zone)
    kept = without_repeats(page, heads, page.lines)
    dateline, parts = opened(page, [Piece(found[line.number - 1][0], line) for line in kept])
    said = stated(page, zone)
    return RecordText(
        body(parts),
        said["origin"],
        said["byline"],
        dateline,
        said["published"],
        page.in_order(place),
    )


def paragraphs(text):
    """Clean text with a blank line between paragraphs, whichever way they were parted.

    >>> paragraphs("أول.\\nثان.")
    'أول.\\n\\nثان.'
    """
    lines = [line.strip() for line in text.strip().split("\n")]
    if "" not in lines:
        lines = [part for line in lines for part in (line, "")]
    joined = re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()
    return re.sub(r"(?m)^(- .*)\n\n(?=- )", r"\1\n", joined)


def _blocks(text):
    return [(block.kind, block.text) for block in blocks(paragraphs(text))]
