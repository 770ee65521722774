"""Merging at the desk: asked for, looked at, agreed to, and what rests on an article."""

import pytest
from django.urls import reverse

from articles.models import Act, Actor, Relation
from articles.tests.builders import make_actor, make_article, make_source


@pytest.fixture
def two(db):
    return make_actor("خليفة حفتر"), make_actor("خليفة حفتير", aliases=["حفتير"])


def merge(client, kept, absorbed, **fields):
    page = reverse(f"admin:articles_{kept._meta.model_name}_merge", args=[kept.pk])
    return client.post(page, {"absorbed": absorbed.pk, "reason": "اسم واحد بتهجئتين", **fields})


def test_what_will_move_is_shown_first(editor, two):
    page = merge(editor, *two, look="")
    assert (page.context["moving"], Actor.objects.count()) == ([("الأسماء", 1)], 2)


def test_two_actors_become_one(editor, two):
    merge(editor, *two, agreed="")
    act = Act.objects.get()
    assert (list(Actor.objects.all()), act.reason, act.done_by.username) == (
        [two[0]],
        "اسم واحد بتهجئتين",
        "editor",
    )


def test_two_sources_become_one(editor, db):
    kept, absorbed = make_source("المرفأ"), make_source("صحيفة المرفأ")
    article = make_article(source=absorbed)
    merge(editor, kept, absorbed, agreed="")
    article.refresh_from_db()
    assert article.source == kept


def test_a_merge_needs_a_reason(editor, two):
    merge(editor, *two, agreed="", reason="")
    assert Actor.objects.count() == 2


def test_why_two_cannot_be_one_is_said(editor, db):
    page = merge(editor, make_actor(), make_actor("المجلس", "organisation"), agreed="")
    assert page.context["form"].errors == {"absorbed": ["هذان من نوعين مختلفين."]}


def test_a_former_address_is_not_given_to_another(editor, two):
    slug = two[1].slug
    merge(editor, *two, agreed="")
    typed = {"name_ar": "آخر", "name_en": "Another", "slug": slug, "kind": "person"}
    page = editor.post(reverse("admin:articles_actor_add"), typed)
    assert page.context["adminform"].form.errors == {
        "slug": ["هذا الرابط يقود إلى «خليفة حفتر» منذ دمج سابق."]
    }


def test_merging_is_for_editors(logged_in, two):
    assert (merge(logged_in("reader"), *two, agreed="").status_code, Actor.objects.count()) == (302, 2)


def test_what_rests_on_an_article_is_listed(editor, two):
    article = make_article()
    name = two[0].names.create(text="المشير", script="arab", kind="title", evidence_article=article)
    relation = Relation.objects.create(actor=two[0], other=two[1], kind="ally", evidence_article=article)
    page = editor.get(reverse("admin:articles_article_resting", args=[article.pk]))
    assert page.context["groups"] == [("الأسماء", [name]), ("العلاقات", [relation])]
