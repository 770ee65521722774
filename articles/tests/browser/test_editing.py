"""A reviewer at the desk logs in, adds an article and publishes it; a reader finds it a moment later."""

import pytest
from django.contrib.auth.models import Group, User
from playwright.sync_api import expect

from articles.models import Article
from articles.models.groups import REVIEWERS
from articles.tests.builders import make_source

pytestmark = pytest.mark.django_db(transaction=True)
PASSWORD = "a-password-of-this-test"


@pytest.fixture
def desk(page):
    user = User.objects.create_user("sara", password=PASSWORD, is_staff=True)
    user.groups.set(Group.objects.filter(name=REVIEWERS))
    make_source("صحيفة المرفأ")
    page.goto("/admin/")
    page.locator("#id_username").fill("sara")
    page.locator("#id_password").fill(PASSWORD)
    page.keyboard.press("Enter")
    expect(page.locator("html")).to_have_attribute("dir", "rtl")
    return page


def test_an_article_typed_at_the_desk_is_found_by_readers(desk):
    desk.goto("/admin/articles/article/add/")
    desk.locator("#id_title").fill("اجتماع في غدامس")
    desk.locator("#id_body").fill("اجتمع المجلس البلدي في غدامس.\n\n- الطرق\n- المياه")
    desk.locator(".field-source .select2-selection").click()
    desk.locator(".select2-search__field").fill("المرفا")
    desk.locator(".select2-results__option", has_text="صحيفة المرفأ").click()
    desk.locator("#id_published_at_0").fill("2024-02-14")
    desk.locator("#id_published_precision").select_option("day")
    desk.locator("input[name=_publish]").click()
    expect(desk.locator(".messagelist .success").first).to_be_visible()
    assert Article.objects.published().get().source.name_ar == "صحيفة المرفأ"
    desk.goto("/search/?q=إجتماع+غدامس")
    desk.get_by_role("link", name="اجتماع في غدامس").click()
    expect(desk.locator(".reading li")).to_have_text(["الطرق", "المياه"])


def test_someone_without_the_password_stays_outside(desk):
    desk.context.clear_cookies()
    desk.goto("/admin/articles/article/")
    expect(desk.locator("#id_password")).to_be_visible()
