"""The search page with scripts: parts are swapped, letters suggest, keys lead through the hits."""

import re

import pytest
from playwright.sync_api import expect

from articles.search.outbox import drain
from articles.tests.builders import make_actor, make_article, make_source

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def archive(transactional_db):
    make_actor("خليفة حفتر", slug="haftar")
    for year, source in ((2019, "المرفأ"), (2020, "القنديل"), (2021, "الواحة")):
        make_article(
            title=f"حفتر في {source}",
            body="زار حفتر سبها.",
            source=make_source(source),
            published_at=f"{year}-05-01T00:00Z",
        )
    drain()


def test_letters_typed_suggest_an_actor_and_the_arrow_leads_to_it(page, archive):
    page.goto("/search/")
    page.get_by_role("main").get_by_role("searchbox").press_sequentially("حفت", delay=60)
    expect(page.locator("#suggestions a").first).to_have_text(re.compile("خليفة حفتر"))
    page.keyboard.press("ArrowDown")
    expect(page.locator("#suggestions a").first).to_be_focused()


def test_a_filter_swaps_the_results_and_the_address_follows(page, archive):
    page.goto("/search/?q=حفتر")
    page.evaluate("window.sameDocument = true")
    page.locator(".facet .include", has_text="القنديل").click()
    expect(page.locator(".hit")).to_have_count(1)
    assert "source=" in page.url
    assert page.evaluate("window.sameDocument")
    page.go_back()
    expect(page.locator(".hit")).to_have_count(3)


def test_j_and_k_lead_through_the_hits_and_the_question_mark_shows_the_keys(page, archive):
    page.goto("/search/?q=حفتر")
    for key, place in (("j", 0), ("j", 1), ("k", 0)):
        page.keyboard.press(key)
        expect(page.locator(".hit").nth(place)).to_have_class(re.compile("here"))
    page.keyboard.press("?")
    expect(page.get_by_role("dialog")).to_be_visible()


def test_a_period_is_drawn_over_the_histogram(page, archive):
    page.goto("/search/?q=حفتر")
    columns = page.locator(".histogram a .reach")
    first, last = columns.nth(0).bounding_box(), columns.nth(1).bounding_box()
    page.mouse.move(first["x"] + first["width"] / 2, first["y"] + 20)
    page.mouse.down()
    page.mouse.move(last["x"] + last["width"] / 2, last["y"] + 20, steps=4)
    page.mouse.up()
    page.wait_for_url(re.compile("since=2019&until=2020"))
    expect(page.locator(".hit")).to_have_count(2)


@pytest.mark.parametrize("options", [{"viewport": {"width": 360, "height": 740}}])
def test_on_a_small_screen_the_filters_are_a_sheet_that_a_choice_closes(page, archive):
    page.goto("/search/?q=حفتر")
    filters = page.locator("#filters")
    expect(filters).to_be_hidden()
    page.get_by_role("link", name="التصفية", exact=True).click()
    expect(filters).to_be_visible()
    page.locator(".facet .exclude").first.click()
    expect(filters).to_be_hidden()
    expect(page.locator(".hit")).to_have_count(2)


def test_a_year_opens_into_its_months_and_leads_out_again(page, archive):
    page.goto("/search/?q=حفتر")
    page.locator(".histogram a").nth(1).click()
    expect(page.locator(".hit")).to_have_count(1)
    expect(page.locator(".histogram svg a")).to_have_count(12)
    page.locator(".histogram figcaption a").click()
    expect(page.locator(".hit")).to_have_count(3)
