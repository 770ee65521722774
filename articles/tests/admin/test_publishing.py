"""Publish, withdraw and send to review, as a reviewer does them."""

from django.urls import reverse

from articles.models import Article
from articles.tests.builders import make_article

from .typed import typed

LIST = reverse("admin:articles_article_changelist")


def run(client, action, articles, **fields):
    keys = [article.pk for article in articles]
    return client.post(LIST, {"action": action, "_selected_action": keys, **fields}, follow=True)


def said(page):
    return [str(message) for message in page.context["messages"]]


def test_publishing_says_how_many_moved_and_how_many_did_not(reviewer):
    page = run(reviewer, "publish_action", [make_article(status="draft"), make_article()])
    assert said(page) == ["أصبحت مادة واحدة منشورة.", "بقيت مادة واحدة على حالها."]


def test_withdrawing_asks_for_a_reason_first(reviewer):
    article = make_article("خبر ملتبس")
    page = run(reviewer, "withdraw_action", [article])
    asked = ("السبب، وسيراه القراء" in page.content.decode(), Article.objects.get().status)
    assert asked == (True, "published")


def test_withdrawing_without_a_reason_changes_nothing(reviewer):
    page = run(reviewer, "withdraw_action", [make_article()], reason="  ")
    assert (page.context["form"].errors.keys(), Article.objects.get().status) == ({"reason"}, "published")


def test_an_article_is_withdrawn_with_its_reason(reviewer):
    run(reviewer, "withdraw_action", [make_article()], reason="خبر غير صحيح")
    article = Article.objects.get()
    assert (article.status, article.withdrawal_reason) == ("withdrawn", "خبر غير صحيح")


def test_saving_and_withdrawing_asks_for_the_reason(reviewer):
    article = make_article()
    form = reverse("admin:articles_article_change", args=[article.pk])
    page = reviewer.post(form, typed(article.source, title=article.title, _withdraw="1"))
    assert page.template_name == "admin/articles/withdraw.html"


def test_the_history_knows_who_published(reviewer):
    article = make_article(status="draft")
    run(reviewer, "publish_action", [article])
    assert article.history.first().history_user.username == "reviewer"
