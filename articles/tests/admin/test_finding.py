import pytest
from django.urls import reverse

from articles.admin import finding
from articles.ingest.discovery import Found
from articles.ingest.fetching import FetchError
from articles.models import Feed
from articles.tests.builders import make_source

pytestmark = pytest.mark.django_db
HOME, FEED = "https://marfa.example/", "https://marfa.example/feed/"
FIND = "admin:articles_feed_find"


@pytest.fixture
def source():
    source = make_source("بوابة المرفأ")
    source.domains.create(domain="marfa.example")
    return source


@pytest.fixture
def site(monkeypatch):
    """Sites have these feeds."""

    def has(*found):
        monkeypatch.setattr(finding, "find_feeds", lambda url: list(found))

    return has


def test_found_feeds_are_offered_and_the_chosen_ones_added(admin_client, source, site):
    site(Found(FEED, "feed", "المرفأ", 20, "المجلس يجتمع"), Found(f"{HOME}s.xml", "sitemap", "", 7))
    shown = admin_client.post(reverse(FIND), {"url": HOME}).content.decode()
    assert [text in shown for text in (FEED, "المجلس يجتمع", f"{HOME}s.xml", "عدد ما يعلنه: 20")] == [
        True
    ] * 4
    admin_client.post(reverse(FIND), {"source": source.pk, "feed": [f"feed {FEED}", f"sitemap {HOME}s.xml"]})
    assert list(Feed.objects.order_by("kind").values_list("source", "kind", "url", "status")) == [
        (source.pk, "feed", FEED, "review"),
        (source.pk, "sitemap", f"{HOME}s.xml", "review"),
    ]


def test_a_feed_that_is_here_is_not_added_again(admin_client, source, site):
    Feed.objects.create(source=source, url=FEED)
    site(Found(FEED, "feed"))
    assert "موجود هنا" in admin_client.post(reverse(FIND), {"url": HOME}).content.decode()
    admin_client.post(reverse(FIND), {"source": source.pk, "feed": [f"feed {FEED}"]})
    assert Feed.objects.count() == 1


def test_what_is_no_address_is_not_added(admin_client, source):
    admin_client.post(
        reverse(FIND), {"source": source.pk, "feed": ["feed javascript:1", "worm https://x.example"]}
    )
    assert Feed.objects.count() == 0


def test_a_domain_of_no_source_asks_for_one(admin_client, site):
    site(Found(FEED, "feed"))
    shown = admin_client.post(reverse(FIND), {"url": HOME}).content.decode()
    assert ("اختر واحدًا" in shown, FEED in shown) == (True, False)


def test_a_site_that_does_not_answer_says_why(admin_client, source, monkeypatch):
    def silent(url):
        raise FetchError("لا جواب")

    monkeypatch.setattr(finding, "find_feeds", silent)
    assert "لا جواب" in admin_client.post(reverse(FIND), {"url": HOME}).content.decode()


def test_finding_nothing_is_said(admin_client, source, site):
    site()
    assert "لم يُعثر على تلقيم" in admin_client.post(reverse(FIND), {"url": HOME}).content.decode()


def test_strangers_are_sent_to_the_login(client):
    assert "login" in client.get(reverse(FIND))["Location"]


def test_a_source_leads_to_the_search_for_its_feeds(admin_client, source):
    source.homepage = HOME
    source.save()
    page = admin_client.get(reverse("admin:articles_source_change", args=[source.pk])).content.decode()
    assert f"{reverse(FIND)}?url=https%3A%2F%2Fmarfa.example%2F" in page
