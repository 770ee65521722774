"""Saved or fetched HTML pages: the text by trafilatura, the rest from the page's own metadata.

read_html("page.html", data, known, zone, url="https://…")  -> Item(title="…", published=…, …)
"""

import re
from urllib.parse import urljoin, urlsplit

from django.utils.translation import gettext as _

from articles.arabic.partial_date import PartialDate
from articles.ingest.encoding import decode
from articles.ingest.furniture import is_same_house, recognise
from articles.ingest.headline import HEADLINE_WORDS, without_site
from articles.ingest.item import Item
from articles.ingest.language import language_of
from articles.ingest.layout import Piece, body, pieces
from articles.ingest.lines import Line, folded
from articles.ingest.metadata import read_metadata
from articles.ingest.page_text import LEAST_WORDS, read_text
from articles.ingest.page_tree import read_tree
from articles.ingest.sorting import (
    NoArticle,
    cut_aside,
    opened,
    sort_out,
    stated,
    suggested,
    without_repeats,
)
from articles.ingest.stamp import read_line, read_stamp
from articles.ingest.worth import why_not
from articles.models.address import settled

TITLE_LENGTH = 300
BYLINE_LENGTH = 160
DATED_PATH = re.compile(r"/(20[0-2]\d)/(0[1-9]|1[0-2])/([0-2]\d|3[01])(?=/)")


def read_html(place, data, known, zone, url="", rule="", captured=None):
    """The `Item` of one page; NotText or NoArticle, with the reason, if it is none.

    `known` holds the folded names of sources, `rule` a CSS selector of the element with the text, if the
    source needs one; `captured` is when it was received, for «منذ ساعتين».
    """
    decoded = decode(data)
    tree = read_tree(decoded.text)
    meta = read_metadata(tree)
    known = known | {folded(meta["site"])} if meta.get("site") else known
    text = read_text(tree, decoded.text, meta.get("body", ""), rule)
    title, site = _titled(meta, known, text.blocks)
    page, parts = _sorted(text, title, known, zone, captured)
    _refuse_what_is_none(title, parts, meta, url)
    dateline, parts = opened(page, parts)
    return Item(
        place=place,
        title=_short(title) or suggested(parts),
        title_is_suggested=not title or len(title) > TITLE_LENGTH,
        body=body(parts),
        dateline=dateline,
        encoding=decoded.verdict,
        language=language_of(body(parts)),
        cuts=page.in_order(place),
        raw=data,
        media_type="text/html",
        size=len(data),
        **_said(meta, stated(page, zone, captured), site, url, (zone, captured)),
    )


def _titled(meta, known, blocks):
    """The headline, and the site's name if that stands beside it there or in the page's title."""
    headlines = {folded(line) for line in meta["displayed"]}
    lines = {folded(line) for _kind, line in blocks if len(line.split()) in HEADLINE_WORDS}
    title, site = without_site(meta.get("title", ""), known, headlines, lines)
    return title, site or without_site(meta.get("head", ""), known, {folded(title)})[1]


def _said(meta, visible, site, url, moment):
    """The page's metadata before what its visible labels say."""
    source = meta.get("site", "") or site or visible["source"]
    return visible | {
        "source": source,
        "origin": "" if is_same_house(visible["origin"], source) else visible["origin"],
        "byline": (meta.get("byline", "") or visible["byline"] or _signed(meta["near"]))[:BYLINE_LENGTH],
        "published": _published(meta, visible, url, *moment),
        "url": settled(_address(meta, url) or visible["url"]),
    }


def _signed(lines):
    """The name behind «بقلم» in a line by the headline."""
    matches = (recognise(line) for line in lines)
    return next((match.value for match in matches if match and match.role == "byline"), "")


def _published(meta, visible, url, zone, captured):
    """As the metadata, a label, the line about the headline, or the address say, in this order."""
    stamp = read_stamp(meta.get("published", ""), zone) or visible["published"]
    near = (read_line(line, zone, captured) for line in meta["near"])
    stamp = stamp or next((found for found in near if found and _is_day(found)), None)
    in_address = DATED_PATH.search(_address(meta, url) or url)
    return stamp or (read_stamp("-".join(in_address.groups()), zone) if in_address else None)


def _is_day(stamp):
    return not isinstance(stamp, PartialDate) or stamp.precision == "day"


def _sorted(text, title, known, zone, captured):
    lines = [Line(number, line) for number, (_kind, line) in enumerate(text.blocks, 1)]
    start = _above(lines[: text.end], folded(title))
    page = sort_out(lines[start : text.end], known, zone, captured)
    for line in lines[:start]:
        cut_aside(page, line, "section")
    for line in lines[text.end :]:
        cut_aside(page, line, "end")
    kept = pieces(without_repeats(page, [title], page.lines))
    return page, [Piece(_kind(text.blocks[part.line.number - 1][0], part.kind), part.line) for part in kept]


def _above(lines, title):
    """How many lines stand above the headline, if it is among them and these are but names and links."""
    at = next((at for at, line in enumerate(lines) if title and folded(line.text) == title), 0)
    return at if all(line.is_short for line in lines[:at]) else 0


def _kind(stated, guessed):
    """What the markup says; a page has tags for its headings, so a short paragraph is not taken for one."""
    return guessed if stated == "paragraph" and guessed != "heading" else stated


def _refuse_what_is_none(title, parts, meta, url):
    text = " ".join(part.text for part in parts)
    reason = why_not(title, text)
    if reason:
        raise NoArticle(str(reason))
    stated_path = urlsplit(meta.get("url") or url or "https://x/-").path
    if stated_path in ("", "/") and meta.get("type") != "article" and not meta.get("published"):
        raise NoArticle(_("A front page, not an article."))
    if len(text.split()) < LEAST_WORDS:
        raise NoArticle(_("No text."))


def _address(meta, url):
    """The page's canonical address if it is of the same host as the one fetched, else that one."""
    stated_url = urljoin(url, meta.get("url", "")) if meta.get("url") else ""
    same_host = not url or urlsplit(stated_url).hostname == urlsplit(url).hostname
    web = stated_url.startswith(("http://", "https://")) and len(stated_url) <= 1000
    return stated_url if web and same_host and urlsplit(stated_url).path not in ("", "/") else url


def _short(title):
    return title if len(title) <= TITLE_LENGTH else title[: TITLE_LENGTH - 1].rpartition(" ")[0] + "…"
