"""The search page: the address is the whole state, and nothing in it is refused."""

import pytest
from django.urls import reverse

from articles.search.outbox import drain
from articles.tests.builders import make_article, make_source

pytestmark = pytest.mark.django_db


def shown(client, **parameters):
    drain()
    return client.get(reverse("search"), parameters).content.decode()


def test_what_is_found_is_marked_in_its_own_spelling(client):
    make_article(title="لقاء مُحَمَّد في سرت")
    assert "لقاء <mark>مُحَمَّد</mark> في سرت" in shown(client, q="محمد")


def test_markup_in_a_text_stays_text(client):
    make_article(title="<b>حفتر</b> & صالح")
    assert "&lt;b&gt;<mark>حفتر</mark>&lt;/b&gt; &amp; صالح" in shown(client, q="حفتر")


def test_a_facet_leads_to_its_filter_and_back(client):
    make_article(title="أ", source=make_source("وكالة", slug="lana"))
    make_article(title="ب", source=make_source("بوابة", slug="bawaba"))
    everything, narrowed = shown(client), shown(client, source="lana")
    assert ('href="/search/?source=lana"' in everything, 'href="/search/?source=-lana"' in everything) == (
        True,
        True,
    )
    assert (">أ<" in narrowed, ">ب<" in narrowed) == (True, False)


def test_a_script_asks_for_what_was_found_alone(client):
    drain()
    part = client.get(reverse("search"), headers={"HX-Request": "true"})
    assert part.content.decode().lstrip().startswith('<div id="found"')
    assert "HX-Request" in part["Vary"]


@pytest.mark.parametrize(
    "parameters",
    [
        {"page": "0"},
        {"page": "x"},
        {"page": "99999999999"},
        {"level": "none"},
        {"sort": "none"},
        {"size": "7"},
        {"since": "2019-99"},
        {"until": "yesterday"},
        {"source": "no-such"},
        {"year": "20x"},
        {"q": "\x00"},
        {"q": "((( «"},
        {"q": "كلمة " * 2000},
        {"after": "nonsense"},
        {"before": "nonsense", "page": "2"},
        {"month": "2019-04-12"},
        {"year": "2019-04"},
        {"month": "2019-13"},
        {"more": "none"},
        {"joins": "none"},
        {"since": "2019-04-01", "until": "2019-04-30"},
    ],
    ids=lambda parameters: str(parameters)[:40],
)
def test_no_address_is_an_error(client, parameters):
    make_article()
    drain()
    assert client.get(reverse("search"), parameters).status_code == 200


def test_a_page_after_the_last_is_the_last(client):
    make_article(title="الوحيدة")
    assert "الوحيدة" in shown(client, page="7")


def test_a_character_that_nobody_types_parts_words(client):
    make_article(title="حفتر")
    assert "<mark>حفتر</mark>" in shown(client, q="حفتر\0")


def test_a_hit_says_at_which_level_it_matched(client):
    make_article(title="لقاء مُحَمَّد في سرت")
    assert "(بأي رسم)" in shown(client, q="محمد")


def test_suggestions_are_a_piece_of_the_page(client):
    drain()
    make_source("صحيفة المرفأ", slug="marfa")
    piece = client.get(reverse("suggest"), {"q": "المر"}).content.decode()
    assert ("source=marfa" in piece, "<html" in piece) == (True, False)


def test_a_period_in_the_reading_keeps_its_order_among_arabic(client):
    assert "تاريخ:<bdi dir='ltr'>[2019..2020]</bdi>" in shown(client, q="تاريخ: [2020 الى 2019]")


def test_an_operator_that_may_be_a_word_is_said_to_be_one_with_the_other_reading_a_click_away(client):
    make_article(title="حفتر أو صالح")
    drain()
    page, turned = shown(client, q="حفتر أو صالح"), shown(client, q="حفتر أو صالح", joins="words")
    assert ("joins=words" in page, "joins=operators" in turned) == (True, True)
