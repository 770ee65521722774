from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone

from articles.ingest.fetching import Fetched, FetchError
from articles.ingest.polling import Polling
from articles.models import Article, Feed, Refused
from articles.tests.builders import make_source

from .pages import FIRST, SECOND, THIRD
from .test_html_page import LINKED_DATA, TITLE, page

pytestmark = pytest.mark.django_db
FEED = "https://marfa.example/feed"
LONG = f"{FIRST} {SECOND} {THIRD} " * 2


def rss(*entries):
    items = "".join(
        f"<item><title>{title}</title><link>https://marfa.example/{path}</link><description>{text}</description></item>"
        for path, title, text in entries
    )
    return f'<rss version="2.0"><channel><title>x</title>{items}</channel></rss>'


class Web:
    """Answers as the sites do; remembers what was asked for."""

    def __init__(self, pages):
        self.pages, self.seen = pages, []

    def __call__(self, url, headers=()):
        self.seen.append((url.removeprefix("https://marfa.example"), dict(headers)))
        answer = self.pages.get(url.removeprefix("https://marfa.example"), (404, {}, ""))
        if isinstance(answer, Exception):
            raise answer
        status, fields, text = answer
        return Fetched(url, status, tuple(fields.items()), text.encode())

    def paths(self):
        return [path for path, _headers in self.seen]


@pytest.fixture
def feed():
    source = make_source("بوابة المرفأ")
    source.domains.create(domain="marfa.example")
    return Feed.objects.create(source=source, url=FEED)


def poll(feed, web):
    return Polling(web, sleep=lambda seconds: None).poll(feed)


HTML = {"Content-Type": "text/html; charset=utf-8"}


def test_a_whole_text_comes_from_the_feed_and_a_summary_from_its_page(feed):
    web = Web(
        {
            "/feed": (200, {}, rss(("1", "كامل", LONG), ("2", "ملخص", "سطر"))),
            "/2": (200, HTML, page(LINKED_DATA)),
        }
    )
    summary = poll(feed, web)
    assert (summary.added, web.paths()) == (2, ["/robots.txt", "/feed", "/2"])
    assert set(Article.objects.values_list("title", "url", "source", "status")) == {
        ("كامل", "https://marfa.example/1", feed.source.pk, "review"),
        (TITLE, "https://marfa.example/2", feed.source.pk, "review"),
    }


def test_what_is_known_or_was_lately_refused_is_not_fetched_again(feed):
    web = Web({"/feed": (200, {}, rss(("1", "كامل", LONG), ("2", "ملخص", "سطر")))})
    assert [summary and summary.read for summary in (poll(feed, web), poll(feed, web))] == [2, None]
    assert web.paths().count("/2") == 1
    assert Refused.objects.get().place == "https://marfa.example/2"


def test_an_unchanged_feed_is_asked_for_conditionally_and_costs_nothing(feed):
    poll(feed, Web({"/feed": (200, {"ETag": '"1"', "Last-Modified": "Wed"}, rss(("1", "كامل", LONG)))}))
    web = Web({"/feed": (304, {}, "")})
    assert poll(feed, web) is None
    assert web.seen[-1][1] == {"If-None-Match": '"1"', "If-Modified-Since": "Wed"}


def test_robots_txt_is_obeyed(feed):
    rules = "User-agent: *\nDisallow: /2\n"
    feed_text = rss(("1", "كامل", LONG), ("2", "ملخص", "سطر"))
    web = Web(
        {"/robots.txt": (200, {}, rules), "/feed": (200, {}, feed_text), "/2": (200, HTML, page(LINKED_DATA))}
    )
    poll(feed, web)
    assert ("/2" in web.paths(), Article.objects.count()) == (False, 1)


def test_a_failing_feed_is_asked_less_and_less_often(feed):
    pauses = []
    for _round in range(3):
        poll(feed, Web({"/feed": FetchError("لا جواب")}))
        pauses.append(round((feed.next_at - timezone.now()).total_seconds() / 60))
    assert (pauses, feed.failures, feed.last_error) == ([60, 120, 240], 3, "لا جواب")


def test_a_host_that_is_not_there_is_no_site_that_wants_no_robots(feed):
    poll(feed, Web({"/robots.txt": FetchError("لا خادم باسم marfa.example.")}))
    assert feed.last_error == "لا خادم باسم marfa.example."


def test_a_feed_that_could_not_be_read_is_asked_for_whole_again(feed):
    for _round in range(2):
        web = Web({"/feed": (200, {"ETag": '"1"'}, "<html>")})
        poll(feed, web)
    assert (web.seen[-1][1], feed.failures) == ({}, 2)


def test_what_was_too_much_for_one_look_comes_in_the_next(feed):
    entries = [(str(number), f"خبر {number}", f"{LONG} {number}") for number in range(41)]
    for _round in range(2):
        poll(feed, Web({"/feed": (200, {"ETag": '"1"'}, rss(*entries))}))
    assert (Article.objects.count(), feed.etag) == (41, '"1"')


def test_a_sitemap_announces_pages(feed):
    feed.kind = "sitemap"
    text = """<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
        <url><loc>https://marfa.example/2</loc></url></urlset>"""
    poll(feed, Web({"/feed": (200, {}, text), "/2": (200, HTML, page(LINKED_DATA))}))
    assert Article.objects.get().title == TITLE


def test_a_bad_feed_changes_nothing_but_its_own_record(feed):
    poll(feed, Web({"/feed": (200, {}, "<!DOCTYPE x [<!ENTITY a 'b'>]><rss/>")}))
    assert (Article.objects.count(), feed.failures, bool(feed.last_error)) == (0, 1, True)


def test_the_command_looks_only_at_feeds_that_are_due(feed, capsys):
    feed.next_at = timezone.now() + timedelta(hours=1)
    feed.save()
    call_command("poll_feeds")
    assert capsys.readouterr().out == ""


def test_an_address_is_known_in_whichever_way_its_letters_are_written(feed):
    sitemap = """<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>https://marfa.example/%s</loc></url>
        </urlset>"""
    pages = {"/feed": (200, {}, sitemap % "سرت"), "/سرت": (200, HTML, page(LINKED_DATA))}
    poll(feed, Web(pages))
    encoded = Web({"/feed": (200, {}, sitemap % "%D8%B3%D8%B1%D8%AA?utm_source=x")})
    assert (poll(feed, encoded), encoded.paths()) == (None, ["/robots.txt", "/feed"])
