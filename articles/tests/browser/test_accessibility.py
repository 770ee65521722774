"""Every public page, light and dark, wide and narrow: no rule of axe-core broken, nothing past the screen's edge."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from . import archive

pytestmark = pytest.mark.django_db(transaction=True)
PAGES = [
    "/",
    "/about/",
    "/a/{code}/",
    "/a/gone0000/",
    "/actors/",
    "/actors/person/ع/",
    "/actor/aguila-saleh/",
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
    "/no-such-page/",
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


@pytest.mark.parametrize("language", ["", "/en"])
@pytest.mark.parametrize(
    "options", [{"color_scheme": "light"}, {"color_scheme": "dark"}], ids=["light", "dark"]
)
def test_pages_are_open_to_everyone(page, language):
    code = archive.build().code
    faults = {}
    for address in PAGES:
        page.goto(language + address.format(code=code))
        faults[address] = (broken(page), overflowing(page))
    assert {address: found for address, found in faults.items() if found != ([], [])} == {}
