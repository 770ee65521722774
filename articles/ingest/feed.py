"""RSS and Atom feeds, and news sitemaps: what they announce, with as much text as they carry.

XML that declares entities is refused before any parser sees it.
"""

import datetime
import re
import zlib
from dataclasses import dataclass

import feedparser
from django.utils.translation import gettext as _
from lxml import etree

from articles.ingest.encoding import decode
from articles.ingest.furniture import is_same_house
from articles.ingest.item import Item, Refusal
from articles.ingest.language import language_of
from articles.ingest.limits import PAGE
from articles.ingest.markup import from_fragment, plain, written
from articles.ingest.record_text import read_text
from articles.ingest.sorting import NoArticle
from articles.ingest.stamp import read_stamp
from articles.models.address import settled

DECLARES_ENTITIES = re.compile(r"<!(?:ENTITY|DOCTYPE[^<>]{0,2000}\[)", re.I)
GZIP = b"\x1f\x8b"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
NEWS = "{http://www.google.com/schemas/sitemap-news/0.9}"
NAMED = re.compile(r"&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[0-9a-f]+);)\w+;", re.I)


# A description with so many words is the text itself, as many sites have it.
FULL_TEXT_WORDS = 120


class NoFeed(ValueError):
    """Neither a feed nor a sitemap, or one that must not be read."""


@dataclass(frozen=True)
class Announced:
    """One article that a feed or sitemap announces, with what it says of it; `body` may be but a summary."""

    url: str
    title: str = ""
    body: str = ""
    published: datetime.datetime | None = None
    byline: str = ""
    is_summary: bool = False


def read_feed(data, zone):
    """The name of the feed and its `Announced`, newest first as given; NoFeed if it is none."""
    text = _text(data)
    if re.search(r"<(?:\w+:)?(?:urlset|sitemapindex)\b", text[:2000]):
        return "", _sitemap(text, zone)
    parsed = feedparser.parse(
        text.encode(), response_headers={"content-type": "application/xml; charset=utf-8"}
    )
    if not parsed.entries and (parsed.bozo or not parsed.get("version")):
        raise NoFeed(_("No RSS or Atom feed."))
    return parsed.feed.get("title", ""), [_announced(entry, zone) for entry in parsed.entries]


def items_of_feed(place, data, zone):
    """An `Item` for each announced article, a `Refusal` for each without text."""
    name, announced = read_feed(data, zone)
    for number, entry in enumerate(announced, 1):
        where = f"{place}#{number}"
        if not entry.title or not entry.body:
            yield Refusal(where, _("Only announced, without its text."), excerpt=entry.url)
        else:
            yield as_item(where, entry, name, data, zone)


def as_item(place, entry, source, raw, zone):
    """The `Item` of an announced text, a `Refusal` if nothing is left of it without what stands about it."""
    try:
        text = read_text(place, entry.body, [entry.title], zone)
    except NoArticle as error:
        return Refusal(place, str(error), excerpt=entry.url)
    if not text.body:
        return Refusal(place, _("Only announced, without its text."), excerpt=entry.url)
    return Item(
        place=place,
        title=entry.title[:300],
        body=text.body,
        is_summary=entry.is_summary,
        language=language_of(text.body),
        source=source,
        origin="" if is_same_house(text.origin, source) else text.origin,
        byline=(entry.byline or text.byline)[:160],
        dateline=text.dateline[:120],
        published=entry.published or text.published,
        cuts=text.cuts,
        url=entry.url,
        raw=raw,
        media_type="application/xml",
    )


def sitemaps_in(data):
    """The further sitemaps that a sitemap index names."""
    nodes = _parsed(_text(data)).iterfind(f"{SITEMAP}sitemap/{SITEMAP}loc")
    return [node.text.strip() for node in nodes if node.text]


def _text(data):
    """The XML, which sitemaps keep gzipped as files; NoFeed for what must not be read."""
    if data.startswith(GZIP):
        unpacking = zlib.decompressobj(31)
        try:
            data = unpacking.decompress(data, PAGE)
        except zlib.error as error:
            raise NoFeed(_("No RSS or Atom feed.")) from error
        if unpacking.unconsumed_tail:
            raise NoFeed(_("Unpacks beyond all measure."))
    text = decode(data).text
    if DECLARES_ENTITIES.search(text):
        raise NoFeed(_("XML that declares entities is not read."))
    return text


def _announced(entry, zone):
    parts = [part.get("value", "") for part in entry.get("content", ())]
    longest = max([*parts, entry.get("summary", "")], key=len)
    body = written(from_fragment(longest))
    moment = entry.get("published_parsed") or entry.get("updated_parsed")
    stated = entry.get("published", "")
    return Announced(
        url=_web(entry.get("link", "")),
        title=" ".join(plain(entry.get("title", "")).split()),
        body=body,
        is_summary=not parts and len(body.split()) < FULL_TEXT_WORDS,
        published=datetime.datetime(*moment[:6], tzinfo=datetime.UTC) if moment else read_stamp(stated, zone),
        byline=entry.get("author", ""),
    )


def _sitemap(text, zone):
    return [_from_sitemap(node, zone) for node in _parsed(text).iterfind(f"{SITEMAP}url")]


def _from_sitemap(node, zone):
    news = f"{NEWS}news/{NEWS}"
    return Announced(
        url=_web((node.findtext(f"{SITEMAP}loc") or "").strip()),
        title=(node.findtext(f"{news}title") or "").strip(),
        published=read_stamp(node.findtext(f"{news}publication_date") or "", zone),
    )


def _parsed(text):
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, recover=True)
    tree = etree.fromstring(NAMED.sub(" ", text).encode(), parser)
    if tree is None:
        raise NoFeed(_("No RSS or Atom feed."))
    return tree


def _web(url):
    return settled(url) if url.startswith(("http://", "https://")) and len(url) <= 1000 else ""
