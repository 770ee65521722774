import pytest

from articles.models import Quote
from articles.tests.builders import make_actor, make_article

pytestmark = pytest.mark.django_db


@pytest.fixture
def saleh():
    return make_actor("عقيلة صالح")


def said(article):
    return [(quote.actor.name_ar, quote.speech, quote.status) for quote in article.quotes.all()]


def test_what_a_linked_actor_said_is_suggested(saleh):
    article = make_article(body="قال عقيلة صالح إن الجلسة قائمة.")
    assert said(article) == [("عقيلة صالح", "إن الجلسة قائمة.", "suggested")]


def test_a_place_says_nothing():
    make_actor("طرابلس", kind="place")
    assert said(make_article(body="قالت طرابلس إن الجلسة قائمة.")) == []


def test_an_edit_replaces_suggestions(saleh):
    article = make_article(body="قال عقيلة صالح إن الجلسة قائمة.")
    article.body = "قال عقيلة صالح إن الجلسة أجلت."
    article.save()
    assert said(article) == [("عقيلة صالح", "إن الجلسة أجلت.", "suggested")]


@pytest.mark.parametrize("status", ["confirmed", "rejected"])
def test_a_decision_moves_with_its_sentence_and_is_not_asked_again(saleh, status):
    article = make_article(body="قال عقيلة صالح إن الجلسة قائمة.")
    Quote.objects.update(status=status)
    article.body = f"مقدمة جديدة. {article.body}"
    article.save()
    assert said(article) == [("عقيلة صالح", "إن الجلسة قائمة.", status)]


def test_rejected_quotes_and_those_of_hidden_articles_are_not_shown(saleh):
    make_article(body="قال عقيلة صالح إن الجلسة قائمة.")
    make_article(body="قال عقيلة صالح إن الجلسة أجلت.", status="draft")
    rejected = make_article(body="قال عقيلة صالح إن الجلسة ألغيت.")
    rejected.quotes.update(status="rejected")
    assert [quote.speech for quote in Quote.objects.shown()] == ["إن الجلسة قائمة."]
