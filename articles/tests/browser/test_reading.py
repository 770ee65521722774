"""A reader's ways through the archive."""

import pytest
from playwright.sync_api import expect

from . import archive

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def article(page):
    return archive.build()


def test_from_a_search_to_an_article_an_actor_and_a_source(page, article):
    page.goto("/")
    page.get_by_role("main").get_by_role("searchbox").fill("حكومه")
    page.keyboard.press("Enter")
    expect(page.get_by_role("link", name="حكومة جديدة في طرابلس")).to_be_visible()
    page.goto("/search/?q=سرت")
    page.get_by_role("link", name="جلسة في سرت").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("جلسة في سرت")
    page.locator(".reading").get_by_role("link", name="عقيلة صالح").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("عقيلة صالح")
    page.get_by_role("link", name="صحيفة المرفأ").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("صحيفة المرفأ")


def test_a_facet_narrows_what_is_found(page, article):
    page.goto("/search/?q=النواب")
    expect(page.locator(".hit")).to_have_count(2)
    page.locator("#filters").get_by_role("link", name="صحيفة المرفأ", exact=True).click()
    expect(page.locator(".hit")).to_have_count(1)
    expect(page.get_by_role("link", name="جلسة في سرت")).to_be_visible()


def test_the_language_changes_and_the_page_stays(page, article):
    page.goto(f"/a/{article.code}/")
    page.get_by_role("link", name="English").click()
    expect(page.locator("html")).to_have_attribute("dir", "ltr")
    expect(page.get_by_role("heading", level=2, name="Where this text comes from")).to_be_visible()
    page.get_by_role("link", name="العربية").click()
    expect(page).to_have_url(f"{page.url.split('/a/')[0]}/a/{article.code}/")
    expect(page.locator("html")).to_have_attribute("dir", "rtl")


def test_the_theme_changes_in_place_and_is_remembered(page, article):
    page.emulate_media(color_scheme="light")
    page.goto("/")
    page.get_by_role("button", name="ألوان داكنة").click()
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    page.goto("/sources/")
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    expect(page.get_by_role("button", name="ألوان فاتحة")).to_be_visible()


def test_the_citation_is_copied(page, article):
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"/a/{article.code}/")
    page.locator("[data-copy=citation]").click()
    expect(page.locator("[data-copy=citation]")).to_have_text("نُسخ")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == page.locator("#citation").text_content().strip()


def test_the_slash_leads_to_the_search_box_and_tab_first_to_the_content(page, article):
    page.goto("/sources/")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="إلى المحتوى مباشرة")).to_be_focused()
    page.keyboard.press("/")
    expect(page.get_by_role("searchbox")).to_be_focused()


@pytest.mark.parametrize("options", [{"java_script_enabled": False}])
def test_without_scripts_a_reader_finds_reads_and_changes_the_theme(page, article):
    page.goto("/")
    page.get_by_role("main").get_by_role("searchbox").fill("سرت")
    page.get_by_role("main").get_by_role("button").click()
    page.get_by_role("link", name="جلسة في سرت").click()
    expect(page.locator("[data-copy]")).to_be_hidden()
    page.get_by_role("button", name="ألوان داكنة").click()
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    expect(page.get_by_role("heading", level=1)).to_have_text("جلسة في سرت")
