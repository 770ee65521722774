"""Former addresses of what was merged."""

import pytest

from articles.models.journal import undo
from articles.models.merging import merge_actors, merge_sources
from articles.tests.builders import make_actor, make_source

pytestmark = pytest.mark.django_db


def check(client, address, status, location):
    answer = client.get(address)
    assert (answer.status_code, answer.get("Location")) == (status, location)


@pytest.mark.parametrize("start", ["", "/en"])
def test_a_merged_actors_address_leads_on(client, start):
    merge_actors(make_actor(slug="haftar"), make_actor(slug="hiftar"), "اسم واحد")
    check(client, f"{start}/actor/hiftar/", 308, f"{start}/actor/haftar/")


def test_what_was_asked_of_it_is_asked_of_the_other(client):
    merge_sources(make_source(slug="marfa"), make_source(slug="al-marfa"), "منبر واحد")
    check(client, "/source/al-marfa/?page=2", 308, "/source/marfa/?page=2")


def test_an_undone_merge_gives_the_address_back(client):
    undo(merge_actors(make_actor(slug="haftar"), make_actor(slug="hiftar"), "خطأ").act)
    check(client, "/actor/hiftar/", 200, None)


def test_an_actor_that_never_was_is_not_found(client):
    check(client, "/actor/nobody/", 404, None)


def test_actors_and_sources_have_addresses_of_their_own(client):
    merge_actors(make_actor(slug="marfa"), make_actor(slug="al-marfa"), "اسم واحد")
    check(client, "/source/al-marfa/", 404, None)


def test_a_search_by_a_former_slug_leads_to_that_by_the_present_one(client):
    merge_sources(make_source(slug="marfa"), make_source(slug="al-marfa"), "منبر واحد")
    merge_actors(make_actor(slug="haftar"), make_actor(slug="hiftar"), "اسم واحد")
    asked = "q=%D8%B3%D8%B1%D8%AA&source=-al-marfa&actor=hiftar&year=2019&sort=newest"
    now = "q=%D8%B3%D8%B1%D8%AA&source=-marfa&actor=haftar&year=2019&sort=newest"
    check(client, f"/search/?{asked}", 308, f"/search/?{now}")
    check(client, f"/en/search/network/?{asked}", 308, f"/en/search/network/?{now}")
    check(client, f"/search/?{now}", 200, None)


def test_the_second_name_of_an_address_leads_on_too(client):
    merge_actors(make_actor(slug="haftar"), make_actor(slug="hiftar"), "اسم واحد")
    make_actor(slug="saleh")
    check(client, "/actor/saleh/with/hiftar/", 308, "/actor/saleh/with/haftar/")


def test_a_third_name_leads_on_too(client):
    merge_actors(make_actor(slug="haftar"), make_actor(slug="hiftar"), "اسم واحد")
    make_actor(slug="saleh"), make_actor(slug="menfi")
    check(client, "/actor/saleh/with/menfi/?actor=hiftar", 308, "/actor/saleh/with/menfi/?actor=haftar")
