"""Every page, light and dark, wide and narrow: no rule of axe-core broken, nothing past the screen's edge."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.contrib.auth.models import User
from django.urls import get_resolver, resolve

from articles import urls
from articles.models import Actor, Article

from . import archive

pytestmark = pytest.mark.django_db(transaction=True)
PAGES = [
    "/",
    "/about/",
    "/a/{code}/",
    "/a/{code}/versions/",
    "/a/{code}/versions/1/",
    "/a/gone0000/",
    "/story/told0000/",
    "/actors/",
    "/actors/person/",
    "/actors/person/ع/",
    "/actor/aguila-saleh/",
    "/actor/aguila-saleh/quotes/",
    "/actor/aguila-saleh/with/house/",
    "/actor/aguila-saleh/network/",
    "/network/",
    "/sources/",
    "/source/marfa/",
    "/dates/",
    "/dates/2024/",
    "/dates/2024/2/",
    "/dates/2024/2/14/",
    "/dates/undated/",
    "/search/",
    "/search/?q=سرت",
    "/search/?q=لاشيء",
    "/search/network/?q=سرت",
    "/no-such-page/",
]
# Those that answer with a file or lead elsewhere at once.
NO_PAGES = {
    "actor-network-file",
    "evidence",
    "feed",
    "network-file",
    "opensearch",
    "search-network-file",
    "share-image",
    "silent-edits",
    "suggest",
    "sitemap",
    "theme",
    "timegate",
    "timemap",
    "timemap-json",
}
DESK = [
    "/admin/",
    "/admin/articles/article/",
    "/admin/articles/article/add/",
    "/admin/articles/article/{article}/change/",
    "/admin/articles/article/{article}/history/",
    "/admin/articles/article/{article}/preview/",
    "/admin/articles/actor/",
    "/admin/articles/actor/{actor}/change/",
    "/admin/articles/source/",
    "/admin/articles/article/{article}/resting/",
    "/admin/articles/actor/{actor}/merge/",
    "/admin/articles/mention/review/",
    "/admin/articles/mention/review/actor/{actor}/",
    "/admin/articles/quote/",
    "/admin/articles/act/",
    "/en/admin/articles/mention/review/",
    "/en/admin/articles/actor/{actor}/change/",
    "/admin/articles/story/",
    "/admin/articles/report/",
]
WIDTHS = (360, 768, 1280)


def broken(page):
    found = Axe().run(page).response["violations"]
    return [(rule["id"], [node["target"] for node in rule["nodes"]]) for rule in found]


def overflowing(page):
    """The widths at which the page scrolls sideways."""
    wide = []
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            wide.append(width)
    return wide


def faults(page, addresses):
    found = {}
    for address in addresses:
        page.goto(address, wait_until="load")
        found[address] = (broken(page), [] if address.startswith("/admin/") else overflowing(page))
    return {address: fault for address, fault in found.items() if fault != ([], [])}


BOTH_THEMES = pytest.mark.parametrize(
    "options", [{"color_scheme": "light"}, {"color_scheme": "dark"}], ids=["light", "dark"]
)


def test_no_public_page_is_left_out():
    named = {name for name in get_resolver(urls).reverse_dict if isinstance(name, str) and "." not in name}
    looked_at = {
        resolve(page.split("?")[0].format(code="x")).url_name for page in PAGES if page != "/no-such-page/"
    }
    assert named - NO_PAGES - looked_at == set()


@pytest.mark.parametrize("language", ["", "/en"])
@BOTH_THEMES
def test_public_pages_are_open_to_everyone(page, language):
    code = archive.build().code
    assert faults(page, [language + address.format(code=code) for address in PAGES]) == {}


@BOTH_THEMES
def test_the_desk_is_open_to_everyone(page):
    article = archive.build()
    actor = Actor.objects.get(slug="aguila-saleh")
    Article.objects.filter(pk=article.pk).update(status="draft")
    User.objects.create_superuser("sara", password="a-password-of-this-test")
    assert faults(page, ["/admin/"]) == {}
    page.locator("#id_username").fill("sara")
    page.locator("#id_password").fill("a-password-of-this-test")
    page.keyboard.press("Enter")
    page.locator("#user-tools").wait_for()
    assert faults(page, [address.format(article=article.pk, actor=actor.pk) for address in DESK]) == {}
