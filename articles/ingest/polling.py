"""Looking at a feed: what it announces that the archive does not have is fetched, read and loaded."""

import datetime
import time
from dataclasses import replace

from django.utils import timezone
from django.utils.translation import gettext as _

from articles.ingest.address import read_address
from articles.ingest.feed import FULL_TEXT_WORDS, NoFeed, as_item, read_feed, sitemaps_in
from articles.ingest.fetching import FetchError, fetch
from articles.ingest.item import Refusal
from articles.ingest.loader import load
from articles.ingest.register import Register
from articles.ingest.robots import Robots
from articles.models import Article, Feed, Refused

PAGES_A_LOOK = 40
SITEMAPS_A_LOOK = 3
# After this long an address that gave no article is tried again.
PATIENCE = datetime.timedelta(days=7)


class Polling:
    """One visit to feeds: `poll` looks at one of them and returns the import's `Summary`, None if nothing is new.

    `fetch` and `sleep` are parameters for the tests.
    """

    def __init__(self, fetch=fetch, sleep=time.sleep):
        self._fetch, self._sleep = fetch, sleep
        self._robots = Robots(fetch)

    def poll(self, feed):
        """Looks now, whether due or not, and writes down how it went and when to look next."""
        feed.polled_at = timezone.now()
        try:
            response = self._answer(feed)
            summary = self._load(feed, response) if response else None
            feed.failures, feed.last_error = 0, ""
        except (FetchError, NoFeed) as error:
            summary = None
            feed.failures, feed.last_error = feed.failures + 1, str(error)[:300]
        feed.next_at = timezone.now() + feed.pause()
        feed.save()
        return summary

    def _answer(self, feed):
        """The feed's new content; None if it has not changed since the last look."""
        if reason := self._robots.why_not(feed.url):
            raise FetchError(reason)
        known = {"If-None-Match": feed.etag, "If-Modified-Since": feed.last_modified}
        response = self._fetch(feed.url, headers=[(name, value) for name, value in known.items() if value])
        if response.status == 304:
            return None
        if response.status != 200:
            raise FetchError(_("The server answered %(status)d.") % {"status": response.status})
        return response

    def _load(self, feed, response):
        """What is new, loaded; only a feed that was read to its end need not be sent again until it changes."""
        register = Register()
        new = self._new(self._announced(feed, response))
        whole = len(new) <= PAGES_A_LOOK
        feed.etag = response.header("ETag")[:300] if whole else ""
        feed.last_modified = response.header("Last-Modified")[:100] if whole else ""
        items = (self._item(feed, entry, response, register) for entry in new[:PAGES_A_LOOK])
        label = f"{feed.source}: {feed.url}"
        return (
            load(items, status=feed.status, label=label, source=feed.source, register=register)
            if new
            else None
        )

    def _announced(self, feed, response):
        zone = timezone.get_current_timezone()
        announced = read_feed(response.body, zone)[1]
        if feed.kind == Feed.Kind.SITEMAP and not announced:
            for url in sitemaps_in(response.body)[-SITEMAPS_A_LOOK:]:
                announced += read_feed(self._fetch(url).body, zone)[1]
        return announced

    def _new(self, announced):
        """Those whose address is neither in the archive nor has lately been refused."""
        urls = [entry.url for entry in announced if entry.url]
        since = timezone.now() - PATIENCE
        known = set(Article.objects.of_addresses(urls).values_list("url", flat=True))
        known |= set(
            Refused.objects.filter(place__in=urls, refused_at__gte=since).values_list("place", flat=True)
        )
        return [entry for entry in announced if entry.url and entry.url not in known]

    def _item(self, feed, entry, response, register):
        """From the feed itself if it carries the whole text, else from the page."""
        if entry.title and len(entry.body.split()) >= FULL_TEXT_WORDS:
            return as_item(entry.url, entry, "", response.body, timezone.get_current_timezone())
        self._sleep(self._robots.pause(entry.url))
        found = read_address(entry.url, register.known, self._fetch, self._robots, feed.source.text_rule)
        return found if isinstance(found, Refusal) else _as_announced(found, entry)


def _as_announced(item, entry):
    """The page's item under the announced address, so that it is known when it is announced again."""
    return replace(item, url=entry.url, published=item.published or entry.published)
