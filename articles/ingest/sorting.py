"""A page's lines sorted out: what may be article, and what stands beside it with what that says.

page = sort_out(lines, known, zone)
page.lines, page.first("origin"), page.cuts
"""

import re
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from articles.arabic.normalizer import fold
from articles.ingest.dateline import PLACES, read_dateline
from articles.ingest.furniture import Match, is_same_house, names_a_source, recognise
from articles.ingest.headline import is_headline, suggestion
from articles.ingest.item import Cut
from articles.ingest.layout import Piece
from articles.ingest.lines import Line, folded
from articles.ingest.stamp import ANY_DAY, read_line, read_stamp

SITE_NAME_WORDS = 5
DATE_WORDS, DATE_LINE_WORDS = 8, 14
PARAGRAPH_WORDS, GIST_LENGTH = 8, 80
PARTS = re.compile(r"\s*[|–-]\s+")
JOINED = re.compile(r"\s*\+\s*")
SIGNED = re.compile(r"[.… ]*[(\[]([^()\[\]]{2,40})[)\]][.… ]*")
MOST_LINES, MOST_LETTERS = 4_000, 1_000_000
FIELDS = ("source", "origin", "byline", "published", "url")


class NoArticle(ValueError):
    """There is text, but no article in it."""


@dataclass
class Page:
    """The lines that may be article, and what the others said."""

    lines: list[Line] = field(default_factory=list)
    values: dict[str, list[str]] = field(default_factory=dict)
    cuts: list[tuple[Line, str]] = field(default_factory=list)

    def cut(self, line, match):
        self.cuts.append((line, match.role))
        if match.value and match.role in FIELDS:
            self.values.setdefault(match.role, []).append(match.value)

    def in_order(self, place):
        found = sorted(self.cuts, key=lambda row: row[0].number)
        return tuple(Cut(f"{place}:{line.number}", line.text, role) for line, role in found)

    def first(self, name):
        return next(iter(self.values.get(name, ())), "")


def sort_out(lines, known, zone, captured=None):
    """The `Page` of all lines; `known` holds folded names of sources, `zone` is that of dates without one,
    `captured` the moment from which «منذ ساعتين» counts.

    NoArticle for what is longer than any article, before time is spent on it.
    """
    if len(lines) > MOST_LINES or sum(len(line.text) for line in lines) > MOST_LETTERS:
        raise NoArticle(_("Too long for an article."))
    page, expects_name = Page(), False
    for at, line in enumerate(lines):
        match = _as_credit(line) if expects_name else _furniture(page, line, known, (zone, captured))
        expects_name = bool(match) and match.role == "credit"
        if match and match.role == "end" and _is_after(page, lines[at + 1 :]):
            for below in lines[at:]:
                cut_aside(page, below, "end")
            break
        if match:
            page.cut(line, match)
        else:
            page.lines.append(line)
    return _without_site_lines(page, known)


def _furniture(page, line, known, moment):
    above = not page.lines
    is_section = bool(page.cuts) and recognise(line.text, above_headline=above)
    if above and not is_section and line.words <= SITE_NAME_WORDS and folded(line.text) in known:
        return Match("source", line.text)
    found = recognise(line.text, above_headline=above)
    return found or (_dated(page, line, *moment) if len(page.lines) <= 2 else None)


def _dated(page, line, zone, captured):
    """A line that is a date, alone or with its place and outlet: «القاهرة - بوابة الوسط | 4 ديسمبر 2024»."""
    parts = [line.text, *PARTS.split(line.text)] if line.words <= DATE_LINE_WORDS else []
    short = (part for part in parts if len(part.split()) <= DATE_WORDS)
    day = next((part for part in short if read_line(part, zone, captured or ANY_DAY)), None)
    if day:
        page.values.setdefault("place", []).extend(part for part in parts if fold(part) in PLACES)
    return Match("published", day) if day else None


def _as_credit(line):
    return Match("origin", line.text) if line.words <= SITE_NAME_WORDS + 1 else None


def _is_after(page, below):
    """Whether a line such as «تعليقات» ends the article: more text stands above it than below."""
    above = sum(line.words for line in page.lines)
    return above > sum(line.words for line in below) and any(line.is_sentence for line in page.lines)


def cut_aside(page, line, role):
    """Cuts a line that stands above or below the article, for which `role` says why; a credit there still counts."""
    found = recognise(line.text)
    page.cut(line, found if found and found.role in FIELDS else Match(role))


def _without_site_lines(page, known):
    """The site's name above the headline, told by the credit below it; and the credited name at the end."""
    lines, credited = page.lines, {folded(name) for name in page.values.get("origin", ())}
    if credited and not page.first("source") and len(lines) > 2 and _heads_site(*lines[:3]):
        page.cut(lines[0], Match("source", lines[0].text))
        lines = lines[1:]
    while len(lines) > 1 and (name := _signature(lines[-1], credited | known)):
        page.cut(lines[-1], Match("origin", name))
        lines = lines[:-1]
    page.lines = lines
    return page


def _signature(line, known):
    """The name that a last line consists of: one known, or any in brackets, as «(وال)»."""
    signed = SIGNED.fullmatch(line.text)
    if signed and line.words <= SITE_NAME_WORDS:
        return signed[1]
    return line.text if known and folded(line.text) in known else ""


def _heads_site(first, second, third):
    return first.words <= 4 < second.words and not first.is_sentence and is_headline(second, [third])


def without_repeats(page, heads, lines):
    """What stands twice is text once: headline and standfirst (`heads`) below themselves, a caption followed by
    its twin, a whole paragraph.
    """
    seen, kept = {_gist(head) for head in heads}, []
    for at, line in enumerate(lines):
        own = _gist(line.text)
        twin = at + 1 < len(lines) and line.is_short and _gist(lines[at + 1].text) == own
        if own in seen or twin:
            page.cut(line, Match("repeat"))
        else:
            kept.append(line)
        if twin or line.words >= PARAGRAPH_WORDS:
            seen.add(own)
    return kept


def _gist(text):
    """What tells one line from all others: its words, of a long one those at both ends."""
    return folded(text if len(text) <= 2 * GIST_LENGTH else f"{text[:GIST_LENGTH]} {text[-GIST_LENGTH:]}")


def opened(page, parts):
    """The dateline before the first paragraph, taken off it."""
    at = next((at for at, part in enumerate(parts) if part.kind == "paragraph"), None)
    found = read_dateline(parts[at].text) if at is not None else None
    if not found:
        return page.first("place"), parts
    if found.date:
        page.values.setdefault("published", []).append(found.date)
    if found.credit:
        page.values.setdefault("origin", []).append(found.credit)
    line = parts[at].line
    return found.place, [*parts[:at], Piece("paragraph", Line(line.number, found.rest)), *parts[at + 1 :]]


def suggested(parts):
    """A title from the text of a page that has none."""
    texts = {kind: [part.text for part in parts if part.kind == kind] for kind in ("heading", "paragraph")}
    return suggestion(texts["heading"], texts["paragraph"] or [parts[0].text])


def stated(page, zone, captured=None):
    """What labels said: source, origin, byline, date and address; `captured` as for `sort_out`."""
    source = page.first("source")
    named = (name for value in page.values.get("origin", ()) for name in JOINED.split(value))
    origins = [name for name in named if names_a_source(name)]
    origin = next((name for name in origins if not is_same_house(name, source)), "")
    stamps = (read_stamp(text, zone, captured) for text in page.values.get("published", ()))
    return {
        "source": source,
        "origin": origin,
        "byline": page.first("byline")[:160],
        "published": next((stamp for stamp in stamps if stamp), None),
        "url": next((url for url in page.values.get("url", ()) if url.startswith("http")), ""),
    }
