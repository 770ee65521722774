"""The review desk by keys alone, and read by axe."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.contrib.auth.models import Group, User
from playwright.sync_api import expect

from articles.models import Mention
from articles.models.groups import EDITORS
from articles.tests.builders import make_actor, make_article

pytestmark = pytest.mark.django_db(transaction=True)
BODY = "وقال الزرياب إن الميزانية أقرت."
PASSWORD = "a-password-of-this-test"


@pytest.fixture
def desk(page):
    user = User.objects.create_user("sara", password=PASSWORD, is_staff=True)
    user.groups.set(Group.objects.filter(name=EDITORS))
    actor = make_actor("محمد السلاك")
    for _ in range(2):
        place = {"start": 5, "end": 12, "surface": "الزرياب", "method": "surname"}
        Mention.objects.create(article=make_article(body=BODY), actor=actor, **place)
    page.goto("/admin/login/?next=/admin/articles/mention/review/next/")
    page.locator("#id_username").fill("sara")
    page.locator("#id_password").fill(PASSWORD)
    page.keyboard.press("Enter")
    expect(page.locator(".passage mark")).to_have_text("الزرياب")
    return page


def statuses():
    return sorted(Mention.objects.values_list("status", flat=True))


def test_yes_later_and_undo_by_their_keys(desk):
    desk.keyboard.press("1")
    expect(desk.locator(".left")).to_have_text("بقي مقترح واحد.")
    accepted = statuses()
    desk.keyboard.press("9")
    expect(desk.locator(".messagelist .success")).to_be_visible()
    assert (accepted, "confirmed" in statuses()) == (["confirmed", "suggested"], False)


def test_another_actor_is_chosen_by_keys(desk):
    make_actor("عيسى الطويل")
    desk.keyboard.press("3")
    desk.keyboard.type("الطويل")
    expect(desk.locator(".select2-results__option--highlighted")).to_have_text("عيسى الطويل")
    desk.keyboard.press("Enter")
    desk.keyboard.press("Enter")
    expect(desk.locator(".left")).to_have_text("بقي مقترح واحد.")
    assert Mention.objects.get(status="confirmed").actor.name_ar == "عيسى الطويل"


def test_who_bears_the_words_found_is_offered_first(desk):
    make_actor("خالد الزرياب")
    desk.keyboard.press("3")
    expect(desk.locator(".select2-results__option--highlighted")).to_have_text("خالد الزرياب")


def test_all_of_one_actors_are_accepted_and_taken_back_by_keys(desk):
    desk.goto(f"/admin/articles/mention/review/actor/{Mention.objects.first().actor_id}/")
    desk.keyboard.press("1")
    expect(desk.locator(".messagelist .success")).to_be_visible()
    accepted = statuses()
    desk.goto("/admin/articles/mention/review/")
    desk.keyboard.press("9")
    expect(desk.locator(".messagelist .success")).to_be_visible()
    assert (accepted, "confirmed" in statuses()) == (["confirmed"] * 2, False)


def test_a_digit_typed_into_a_field_decides_nothing(desk):
    desk.keyboard.press("5")
    desk.locator("#id_actor-name_ar").fill("")
    desk.keyboard.type("2")
    assert (desk.locator("#id_actor-name_ar").input_value(), statuses()) == ("2", ["suggested"] * 2)


@pytest.mark.parametrize(
    "address",
    ["", "article/", "article/add/", "actor/add/", "source/", "mention/review/", "mention/review/next/"],
)
def test_axe_finds_nothing_at_the_desk(desk, address):
    desk.goto(f"/admin/articles/{address}")
    found = Axe().run(desk).response["violations"]
    assert [(violation["id"], violation["nodes"][0]["html"]) for violation in found] == []
