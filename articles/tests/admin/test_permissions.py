"""Each role against each act."""

import pytest
from django.contrib.auth.models import Group, User
from django.urls import reverse

from articles.models import Article, Feed
from articles.models.groups import EDITORS, GROUPS, REVIEWERS
from articles.tests.builders import make_actor, make_article, make_source

from .typed import typed

LIST = reverse("admin:articles_article_changelist")
ADD = reverse("admin:articles_article_add")


def add_article(client):
    client.post(ADD, typed(make_source()))
    return Article.objects.exists()


def change_article(client):
    article = make_article(status="draft")
    client.post(
        reverse("admin:articles_article_change", args=[article.pk]), typed(article.source, title="عنوان آخر")
    )
    article.refresh_from_db()
    return article.title == "عنوان آخر"


def add_actor(client):
    return client.get(reverse("admin:articles_actor_add")).status_code == 200


def add_source(client):
    return client.get(reverse("admin:articles_source_add")).status_code == 200


def run(client, action, article, **fields):
    return client.post(LIST, {"action": action, "_selected_action": [article.pk], **fields})


def send_to_review(client):
    article = make_article(status="draft")
    run(client, "send_to_review_action", article)
    return Article.objects.get().status == "review"


def publish(client):
    run(client, "publish_action", make_article(status="review"))
    return Article.objects.get().status == "published"


def publish_by_crafted_post(client):
    article = make_article(status="draft")
    form = reverse("admin:articles_article_change", args=[article.pk])
    client.post(form, typed(article.source, status="published"))
    return Article.objects.get().status == "published"


def save_and_publish(client):
    client.post(ADD, typed(make_source(), _publish="1"))
    return Article.objects.filter(status="published").exists()


def withdraw(client):
    run(client, "withdraw_action", make_article(), reason="خبر غير صحيح")
    return Article.objects.get().status == "withdrawn"


def publish_by_feed(client):
    feed = {"source": make_source().pk, "url": "https://marfa.example.org/rss", "kind": "feed"}
    client.post(
        reverse("admin:articles_feed_add"),
        feed | {"every_minutes": 30, "status": "published", "is_active": "on"},
    )
    return Feed.objects.filter(status="published").exists()


def delete_article(client):
    article = make_article()
    client.post(reverse("admin:articles_article_delete", args=[article.pk]), {"post": "yes"})
    run(client, "delete_selected", article, post="yes")
    return not Article.objects.exists()


def delete_actor(client):
    actor = make_actor()
    client.post(reverse("admin:articles_actor_delete", args=[actor.pk]), {"post": "yes"})
    return not type(actor).objects.exists()


def see_users(client):
    return client.get(reverse("admin:auth_user_changelist")).status_code == 200


def add_user(client):
    before = User.objects.count()
    client.post(
        reverse("admin:auth_user_add"),
        {"username": "x", "password1": "Zx-9087-qq", "password2": "Zx-9087-qq"},
    )
    return User.objects.count() > before


def preview(client):
    article = make_article(status="draft")
    return client.get(reverse("admin:articles_article_preview", args=[article.pk])).status_code == 200


ACTS = [
    (add_article, {"editor", "reviewer"}),
    (change_article, {"editor", "reviewer"}),
    (add_actor, {"editor", "reviewer"}),
    (add_source, {"editor", "reviewer"}),
    (send_to_review, {"editor", "reviewer"}),
    (preview, {"editor", "reviewer"}),
    (publish, {"reviewer"}),
    (save_and_publish, {"reviewer"}),
    (withdraw, {"reviewer"}),
    (publish_by_feed, {"reviewer"}),
    (publish_by_crafted_post, set()),
    (delete_article, set()),
    (delete_actor, set()),
    (see_users, set()),
    (add_user, set()),
]


@pytest.mark.parametrize("role", ["reader", "editor", "reviewer"])
@pytest.mark.parametrize(("act", "allowed"), ACTS, ids=[act.__name__ for act, _ in ACTS])
def test_a_role_can_do_its_acts_and_no_others(logged_in, act, allowed, role):
    assert act(logged_in(role)) is (role in allowed)


@pytest.mark.django_db
def test_the_groups_come_with_the_migrations():
    given = {
        group.name: set(group.permissions.values_list("codename", flat=True)) for group in Group.objects.all()
    }
    assert given == {EDITORS: GROUPS[EDITORS], REVIEWERS: GROUPS[REVIEWERS]}


def test_going_back_to_a_published_state_publishes_nothing(editor):
    article = make_article(status="published")
    article.status = "withdrawn"
    article.withdrawal_reason = "خبر غير صحيح"
    article.save()
    version = article.history.last().history_id
    editor.post(reverse("admin:articles_article_simple_history", args=[article.pk, version]))
    article.refresh_from_db()
    assert (article.status, article.withdrawal_reason) == ("withdrawn", "خبر غير صحيح")
