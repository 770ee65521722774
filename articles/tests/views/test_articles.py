"""An article's page: open to all when published, and it says where its text comes from."""

import json
import re
from html import unescape

import pytest

from articles.models import Mention
from articles.tests.builders import make_actor, make_article, make_source

from .queries import queries

pytestmark = pytest.mark.django_db


def page(client, article, prefix=""):
    return client.get(f"{prefix}/a/{article.code}/")


def structured(html):
    return json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', html, re.DOTALL)[1])


@pytest.mark.parametrize(("status", "code"), [("published", 200), ("draft", 404), ("review", 404)])
def test_only_published_articles_are_open(client, status, code):
    assert page(client, make_article(status=status)).status_code == code


@pytest.mark.parametrize("prefix", ["", "/en"])
def test_a_withdrawn_article_says_that_it_is_gone_and_why(client, prefix):
    article = make_article("عنوان مسحوب", status="withdrawn", withdrawal_reason="طلب المصدر")
    response = page(client, article, prefix)
    html = response.content.decode()
    assert (response.status_code, "طلب المصدر" in html, "عنوان مسحوب" in html) == (410, True, False)


@pytest.mark.parametrize("part", ["versions/", "versions/1/", "evidence.zip"])
def test_all_that_is_about_a_withdrawn_article_says_so(client, part):
    statuses = {"withdrawn": 410, "draft": 404, "published": 200}
    reason = {"withdrawal_reason": "طلب المصدر"}
    articles = {status: make_article(status=status, **reason) for status in statuses}
    answers = {status: client.get(f"/a/{article.code}/{part}") for status, article in articles.items()}
    assert {status: answer.status_code for status, answer in answers.items()} == statuses
    assert "طلب المصدر" in answers["withdrawn"].content.decode()


def test_the_picture_is_there_for_published_articles_only(client):
    shown = client.get(f"/a/{make_article().code}/share.png")
    hidden = client.get(f"/a/{make_article(status='draft').code}/share.png")
    assert (shown["Content-Type"], shown.status_code, hidden.status_code) == ("image/png", 200, 404)


def test_the_page_shows_where_the_text_comes_from(client):
    article = make_article(
        source=make_source("ليبيا الآن"), origin=make_source("أخبار ليبيا 24"), url="https://now.example/1"
    )
    html = unescape(page(client, article).content.decode())
    wanted = [
        "ليبيا الآن",
        "أخبار ليبيا 24",
        "https://now.example/1",
        article.text_sha256,
        f"http://testserver/a/{article.code}/",
        "14 فبراير 2024",
    ]
    assert [text for text in wanted if text not in html] == []


def test_the_permanent_address_is_the_same_in_both_languages(client):
    article = make_article()
    canonical = f'<link rel="canonical" href="http://testserver/a/{article.code}/">'
    assert [canonical in page(client, article, prefix).content.decode() for prefix in ("", "/en")] == [
        True,
        True,
    ]


def test_the_structured_description_is_of_the_article(client):
    source = make_source(homepage="https://marfa.example/")
    article = make_article(source=source, byline="سالم الورفلي", published_precision="month")
    found = structured(page(client, article).content.decode())
    address = f"http://testserver/a/{article.code}/"
    organisation = {"@type": "NewsMediaOrganization", "name": source.name_ar, "url": "https://marfa.example/"}
    assert {**found, "dateCreated": "then"} == {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": "جلسة في سرت",
        "inLanguage": "ar",
        "url": address,
        "identifier": article.code,
        "image": f"{address}share.png",
        "datePublished": "2024-02",
        "dateCreated": "then",
        "author": {"@type": "Person", "name": "سالم الورفلي"},
        "publisher": organisation,
        "sourceOrganization": organisation,
    }


HOSTILE = '</script><script>alert(1)</script>"><img src=x onerror=alert(1)>'


@pytest.mark.parametrize("field", ["title", "standfirst", "body", "byline", "dateline"])
def test_no_text_of_an_article_becomes_markup(client, field):
    html = page(client, make_article(**{field: HOSTILE})).content.decode()
    assert ("<script>alert" in html, "<img src=x" in html) == (False, False)


def test_a_text_in_a_latin_script_reads_from_left_to_right(client):
    html = page(client, make_article("Session in Sirte", language="en")).content.decode()
    assert ('<html lang="ar" dir="rtl"' in html, '<div class="reading" lang="en" dir="ltr">' in html) == (
        True,
        True,
    )


def test_more_actors_cost_no_more_queries(client):
    def with_actors(number):
        article = make_article(body="حفتر في طبرق")
        for _ in range(number):
            Mention.objects.create(
                article=article, actor=make_actor(), start=0, end=4, surface="حفتر", status="confirmed"
            )
        return queries(client, article.get_absolute_url())

    assert with_actors(1) == with_actors(3)
