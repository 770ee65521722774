"""What stands around every page: language, theme, the sample banner, and what machines read."""

import re

import pytest

from articles.tests.builders import make_article, make_source

pytestmark = pytest.mark.django_db


def html(response):
    return response.content.decode()


@pytest.mark.parametrize(
    ("address", "twin"),
    [
        ("/", "/en/"),
        ("/en/", "/"),
        ("/dates/2024/?page=1", "/en/dates/2024/?page=1"),
        ("/en/sources/", "/sources/"),
        ("/no-such-page/", "/en/"),
    ],
)
def test_the_switch_leads_to_the_same_page_in_the_other_language(client, address, twin):
    assert f'<a href="{twin}" lang=' in html(client.get(address))


@pytest.mark.parametrize(
    ("address", "opening"), [("/", '<html lang="ar" dir="rtl">'), ("/en/", '<html lang="en" dir="ltr">')]
)
def test_language_and_direction_are_said_once(client, address, opening):
    assert opening in html(client.get(address))


def test_the_chosen_theme_is_drawn_by_the_server(client):
    response = client.post("/theme/", {"theme": "dark", "next": "/sources/"})
    assert (response.url, 'data-theme="dark"' in html(client.get("/"))) == ("/sources/", True)


@pytest.mark.parametrize("back", ["https://evil.example/", "//evil.example/", "javascript:alert(1)"])
def test_the_theme_leads_back_to_this_site_only(client, back):
    assert client.post("/theme/", {"theme": "dark", "next": back}).url == "/"


def test_no_other_theme_is_kept(client):
    client.post("/theme/", {"theme": '"><script>'})
    assert "theme" not in client.cookies


@pytest.mark.parametrize("loaded", [True, False])
def test_a_banner_says_that_samples_are_loaded(client, loaded):
    make_source(is_sample=loaded)
    assert ("manage.py remove_samples" in html(client.get("/"))) is loaded


def test_the_feed_holds_what_was_last_added(client):
    make_article("جلسة", standfirst="في سرت")
    make_article("مسودة", status="draft")
    assert re.findall(r"<title>(.*?)</title>", html(client.get("/newest.atom"))) == [
        "أرشيف أخبار ليبيا السياسية",
        "جلسة",
    ]


def test_the_sitemap_names_each_page_in_both_languages(client):
    article = make_article()
    found = [html(client.get(f"/sitemap-{section}.xml")) for section in ("articles", "articles-en")]
    addresses = [f"<loc>http://testserver{prefix}/a/{article.code}/</loc>" for prefix in ("", "/en")]
    assert [address in page for address, page in zip(addresses, found, strict=True)] == [True, True]


def test_robots_are_shown_the_sitemap(client):
    assert "Sitemap: http://testserver/sitemap.xml" in html(client.get("/robots.txt"))


@pytest.mark.parametrize(("prefix", "search"), [("", "/search/"), ("/en", "/en/search/")])
def test_browsers_are_told_where_to_search(client, prefix, search):
    described = html(client.get(f"{prefix}/opensearch.xml"))
    assert f'template="http://testserver{search}?q={{searchTerms}}"' in described


def test_a_server_error_has_a_page_of_its_own(client, monkeypatch):
    def fail(*_arguments):
        raise RuntimeError

    monkeypatch.setattr("articles.views.home.figures", fail)
    client.raise_request_exception = False
    response = client.get("/")
    assert (response.status_code, "حدث خطأ" in html(response)) == (500, True)
