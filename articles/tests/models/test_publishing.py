"""Which article an act moves, and what it leaves."""

import pytest

from articles.models import Article
from articles.models.publishing import publish, send_to_review, withdraw
from articles.tests.builders import make_article

pytestmark = pytest.mark.django_db
STATES = {"draft": "", "review": "", "published": "", "withdrawn": "خبر غير صحيح"}


def check(act, after):
    """`act` takes an article of each state to the states of `after`, in the same order."""
    for state, reason in STATES.items():
        make_article(title=state, status=state, withdrawal_reason=reason)
    act(Article.objects.all())
    assert [Article.objects.get(title=state).status for state in STATES] == after


def test_only_drafts_are_sent_to_review():
    check(send_to_review, ["review", "review", "published", "withdrawn"])


def test_all_that_is_not_public_is_published():
    check(publish, ["published"] * 4)


def test_only_what_is_public_is_withdrawn():
    check(lambda articles: withdraw(articles, "تصحيح"), ["draft", "review", "withdrawn", "withdrawn"])


def test_an_article_without_text_is_not_published():
    make_article(status="draft", body="")
    assert publish(Article.objects.all()) == []


def test_publishing_again_drops_the_reason():
    make_article(status="withdrawn", withdrawal_reason="خبر غير صحيح")
    publish(Article.objects.all())
    assert Article.objects.get().withdrawal_reason == ""


def test_a_withdrawal_has_a_reason():
    with pytest.raises(ValueError, match="reason"):
        withdraw(Article.objects.all(), " ")
