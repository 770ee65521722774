"""The feeds of a site: those that its home page names, else those at the usual places, and its sitemaps.

find_feeds("https://marfa.example/")  -> [Found(url="https://marfa.example/feed/", kind="feed", count=20, …)]
"""

import datetime
import time
from dataclasses import dataclass
from itertools import islice
from urllib.parse import urljoin

from django.utils import timezone
from django.utils.translation import gettext as _
from lxml import etree, html

from articles.ingest.encoding import NotText, decode
from articles.ingest.feed import NoFeed, read_feed, sitemaps_in
from articles.ingest.fetching import FetchError, fetch
from articles.ingest.robots import Robots

NAMED = "//link[contains(@rel, 'alternate') and (contains(@type, 'rss') or contains(@type, 'atom'))]/@href"
LINKED = "//a[contains(@href, 'rss') or contains(@href, '/feed') or contains(@href, 'atom.xml')]/@href"
USUAL = ("feed/", "rss", "rss.xml", "feed.xml", "atom.xml", "index.xml", "?feed=rss2")
USUAL_SITEMAPS = ("news-sitemap.xml", "sitemap-news.xml", "sitemap.xml")
NOT_NEWS = ("/comments/", "comment")
MOST_ASKED, SECONDS, SECONDS_EACH = 14, 40, 8


@dataclass(frozen=True)
class Found:
    """A feed or sitemap that was read: how many articles it announces, the newest of them, and when that came out.

    `kind` is a `Feed.Kind`.
    """

    url: str
    kind: str
    name: str = ""
    count: int = 0
    newest: str = ""
    newest_at: datetime.datetime | None = None


def find_feeds(url, fetch=fetch):
    """Every `Found` of the site whose home page, or any page, is at `url`; FetchError if that cannot be had.

    At most fourteen addresses are asked, and no longer than forty seconds; robots.txt is obeyed.
    """
    looking = _Looking(fetch)
    response = looking.page(url)
    if itself := looking.read("feed", response):
        return [itself]
    named, linked = _links(response)
    robots = looking.robots.sitemaps(response.url)
    found = looking.at("feed", named) or looking.at("feed", [*linked, *_places(response.url, USUAL)], most=1)
    sitemaps = looking.at("sitemap", robots or _places(response.url, USUAL_SITEMAPS), most=2)
    return [*found, *(one for one in sitemaps if one.url not in {other.url for other in found})]


class _Looking:
    """One search: what was asked already, and how long there is still."""

    def __init__(self, fetch):
        self.robots = Robots(fetch)
        self._fetch, self._asked = fetch, set()
        self._until = time.monotonic() + SECONDS

    def page(self, url):
        if reason := self.robots.why_not(url):
            raise FetchError(reason)
        response = self._fetch(url)
        if response.status != 200:
            raise FetchError(_("The server answered %(status)d.") % {"status": response.status})
        return response

    def at(self, kind, urls, most=MOST_ASKED):
        """What there is at these addresses, until so many are found."""
        tried = (self._try(kind, url) for url in dict.fromkeys(urls))
        return list(islice(filter(None, tried), most))

    def _try(self, kind, url):
        spent = len(self._asked) >= MOST_ASKED or time.monotonic() > self._until
        if spent or url in self._asked or any(part in url for part in NOT_NEWS):
            return None
        self._asked.add(url)
        try:
            return (
                self.read(kind, self._fetch(url, seconds=SECONDS_EACH))
                if not self.robots.why_not(url)
                else None
            )
        except FetchError:
            return None

    def read(self, kind, response):
        """The response as a `Found`; None if it is neither a feed nor a sitemap."""
        if response.status != 200 or b"<html" in response.body[:2000].lower():
            return None
        try:
            name, announced = read_feed(response.body, timezone.get_current_timezone())
            inner = sitemaps_in(response.body) if kind == "sitemap" and not announced else []
        except (NoFeed, NotText):
            return None
        if not announced and not inner:
            return None
        newest = max(announced, key=_when, default=None)
        at = newest.published if newest and isinstance(newest.published, datetime.datetime) else None
        title = newest.title if newest else ""
        return Found(response.url, kind, name, len(announced) or len(inner), title, at)


def _when(entry):
    """A key to order announcements by, those without a time first."""
    timed = isinstance(entry.published, datetime.datetime)
    return entry.published.timestamp() if timed else 0


def _links(response):
    """Addresses of feeds that a page names in its head, and those that it links to."""
    try:
        text = decode(response.body).text
        tree = html.document_fromstring(text.encode(), parser=html.HTMLParser(encoding="utf-8"))
    except (NotText, etree.LxmlError, ValueError):
        return [], []
    return [[urljoin(response.url, link.strip()) for link in tree.xpath(path)] for path in (NAMED, LINKED)]


def _places(url, names):
    return [urljoin(urljoin(url, "/"), name) for name in names]
