import gzip

import pytest

from articles.ingest.discovery import Found, find_feeds
from articles.ingest.feed import NoFeed, read_feed
from articles.ingest.fetching import Fetched, FetchError

from .test_polling import HTML, rss

SITE = "https://marfa.example"
FEED = rss(("1", "المجلس يجتمع", "نص"), ("2", "الميناء يفتح", "نص"))
URLSET = (
    f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>{SITE}/1</loc></url></urlset>'
)
HOME = '<html><head><title>المرفأ</title>{}</head><body><a href="/about">عنّا</a>{}</body></html>'
NAMING = '<link rel="alternate" type="application/rss+xml" href="/news.rss">'


class Site:
    """Answers as a site does, the rest is not there; remembers what was asked for."""

    def __init__(self, **pages):
        self.pages, self.seen = {f"/{path}": page for path, page in pages.items()}, []

    def __call__(self, url, headers=(), seconds=20):
        path = url.removeprefix(SITE)
        self.seen.append(path)
        page = self.pages.get(path)
        if page is None:
            return Fetched(url, 404, (), b"")
        return Fetched(url, 200, tuple(HTML.items()), page if isinstance(page, bytes) else page.encode())


def check(site, *expected):
    assert [(one.url.removeprefix(SITE), one.kind, one.count) for one in find_feeds(f"{SITE}/", site)] == [
        *expected
    ]


def test_what_the_home_page_names_is_found_and_read():
    site = Site(**{"": HOME.format(NAMING, ""), "news.rss": FEED})
    assert find_feeds(f"{SITE}/", site) == [Found(f"{SITE}/news.rss", "feed", "x", 2, "المجلس يجتمع")]


def test_what_is_named_and_not_there_is_not_offered():
    check(Site(**{"": HOME.format(NAMING, "")}))


def test_comments_are_no_news():
    comments = '<link rel="alternate" type="application/rss+xml" href="/comments/feed/">'
    site = Site(**{"": HOME.format(comments + NAMING, ""), "news.rss": FEED, "comments/feed/": FEED})
    check(site, ("/news.rss", "feed", 2))


def test_a_link_on_the_page_goes_before_the_usual_places():
    site = Site(**{"": HOME.format("", '<a href="/rss/all">RSS</a>'), "rss/all": FEED, "feed/": FEED})
    check(site, ("/rss/all", "feed", 2))


def test_the_usual_places_are_tried_when_nothing_is_named():
    check(Site(**{"": HOME.format("", ""), "rss.xml": FEED}), ("/rss.xml", "feed", 2))


def test_the_sitemaps_of_robots_txt_are_found_packed_or_not():
    robots = f"User-agent: *\nAllow: /\nSitemap: {SITE}/a.xml\nSitemap: {SITE}/b.xml.gz\n"
    packed = gzip.compress(URLSET.encode())
    site = Site(**{"": HOME.format("", ""), "robots.txt": robots, "a.xml": URLSET, "b.xml.gz": packed})
    check(site, ("/a.xml", "sitemap", 1), ("/b.xml.gz", "sitemap", 1))


def test_an_address_that_is_a_feed_finds_itself():
    check(Site(**{"": FEED}), ("/", "feed", 2))


def test_a_page_that_answers_everywhere_is_no_feed():
    home = HOME.format(NAMING, "")
    check(Site(**dict.fromkeys(["", "news.rss", "feed/", "sitemap.xml"], home)))


def test_robots_are_obeyed():
    site = Site(**{"robots.txt": "User-agent: *\nDisallow: /\n", "": HOME.format(NAMING, "")})
    with pytest.raises(FetchError):
        find_feeds(f"{SITE}/", site)
    assert site.seen == ["/robots.txt"]


def test_a_site_is_asked_for_few_addresses_only():
    links = "".join(f'<a href="/rss/{number}">x</a>' for number in range(100))
    site = Site(**{"": HOME.format("", links)})
    check(site)
    assert len(site.seen) == 2 + 14


def test_a_packed_sitemap_that_unpacks_without_end_is_refused():
    with pytest.raises(NoFeed):
        read_feed(gzip.compress(b"<urlset>" + b" " * (17 << 20)), None)
