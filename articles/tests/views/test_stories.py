"""The page of a story, and what an article's page says of it."""

import pytest
from django.urls import reverse

from articles.models import Article, Report
from articles.search.outbox import drain
from articles.tests.builders import make_article, make_source
from articles.tests.stories.texts import COPY, REPORT, RIVAL

from .queries import queries

pytestmark = pytest.mark.django_db


@pytest.fixture
def articles():
    return [
        make_article(title, body, source=make_source(name))
        for name, title, body in [
            ("سنابل", "خالد حفتر رئيسًا للأركان", REPORT),
            ("غربال", "رسميًا: خالد حفتر رئيسًا للأركان", COPY),
            ("المرفأ", "جدل حول تعيين خالد حفتر رئيسًا", RIVAL),
        ]
    ]


@pytest.fixture
def story(articles):
    return Report.objects.get(article=articles[0]).story


def page(client, thing):
    return client.get(thing.get_absolute_url()).content.decode()


def test_a_story_says_how_many_articles_and_how_many_texts(client, story):
    assert "3 مواد، منها نصان مختلفان" in page(client, story)


def test_a_story_shows_each_outlet_and_what_the_carrier_changed(client, story):
    html = page(client, story)
    assert all(f"<bdi>{name}</bdi>" in html for name in ("سنابل", "غربال", "المرفأ"))
    assert "<ins>رسميًا: </ins>" in html


def test_an_article_leads_to_its_story_its_copies_and_rivals(client, articles, story):
    html = page(client, articles[0])
    assert [text in html for text in (story.get_absolute_url(), "غربال", "جدل حول تعيين")] == [True] * 3


def test_a_lone_article_speaks_of_no_story(client):
    assert 'class="coverage"' not in page(client, make_article())


def test_a_story_of_which_nothing_is_public_is_not_there(client, story):
    Article.objects.update(status="draft")
    assert client.get(story.get_absolute_url()).status_code == 404


def test_another_carrier_costs_no_query(client, story, articles):
    page(client, story)
    before = queries(client, story.get_absolute_url())
    make_article("نسخة أخرى", COPY, source=make_source())
    assert queries(client, story.get_absolute_url()) == before


def test_copies_found_stand_in_one_row_and_the_count_says_of_what(client, articles):
    drain()
    html = client.get(reverse("search"), {"q": "تكليف الفريق"}).content.decode()
    assert (html.count('class="hit"'), html.count('class="copies"')) == (2, 1)
    assert "النص نفسه في مصادر أخرى: مادة واحدة" in html
    assert "3 مواد، نصان مختلفان" in html


def test_a_source_says_where_there_is_no_data(client):
    assert "لا بيانات: ليس في الأرشيف مادة" in page(client, make_source())


def test_a_source_says_whom_it_copies(client, articles):
    assert "100% نصوص مصادر أخرى (1 من 1)" in page(client, articles[1].source)


@pytest.mark.parametrize("start", ["", "/en"])
def test_the_address_of_a_story_emptied_to_one_article_leads_there(client, story, articles, start):
    for article in articles[:2]:
        article.delete()
    answer = client.get(f"{start}/story/{story.code}/?count=stories")
    assert (answer.status_code, answer["Location"]) == (308, f"{start}/a/{articles[2].code}/?count=stories")


def test_a_story_of_which_nothing_is_left_is_gone(client, story):
    Article.objects.all().delete()
    answer = client.get(f"/story/{story.code}/")
    assert (answer.status_code, "لم تعد هذه القصة قائمة" in answer.content.decode()) == (410, True)
