"""Who changed what and when, and the way back."""

from django.urls import reverse

from articles.models import Actor, Article
from articles.models.merging import merge_sources
from articles.models.restoring import restore
from articles.tests.builders import make_actor, make_article, make_source

from .typed import typed


def test_a_change_shows_its_author_and_its_words(editor):
    article = make_article("جلسة في سرت", body="نص")
    form = reverse("admin:articles_article_change", args=[article.pk])
    editor.post(form, typed(article.source, title="جلسة في درنة", body="نص"))
    page = editor.get(reverse("admin:articles_article_history", args=[article.pk]))
    newest = page.context["page"][0]
    title = newest.entries[0].changes[0]
    assert (newest.user.username, title.label, title.stretches) == (
        "editor",
        "العنوان",
        [("same", "جلسة في "), ("out", "سرت"), ("in", "درنة")],
    )


def test_an_added_name_is_part_of_an_actors_history(editor):
    actor = make_actor()
    name = actor.names.create(text="حفتر", script="arab", kind="short")
    page = editor.get(reverse("admin:articles_actor_history", args=[actor.pk]))
    entries = [(entry.act, entry.noun, entry.row) for entry in page.context["page"][0].entries]
    assert entries == [("أُضيف", "", str(actor)), ("أُضيف", "الاسم", str(name))]


def test_an_editor_goes_back_to_an_earlier_state(editor):
    article = make_article("الأول", body="نص")
    first = article.history.first().history_id
    article.title = "الثاني"
    article.save()
    way_back = reverse("admin:articles_article_simple_history", args=[article.pk, first])
    asked = editor.get(way_back).content.decode()
    editor.post(way_back)
    assert ("الثاني" in asked, Article.objects.get().title, article.history.count()) == (True, "الأول", 3)


def test_a_version_that_never_was_is_not_found(editor):
    article = make_article()
    answers = [
        editor.get(reverse("admin:articles_article_simple_history", args=[article.pk, version])).status_code
        for version in ("0", "names.1", "x")
    ]
    assert answers == [404, 404, 404]


def names_of(actor):
    return sorted(actor.names.values_list("text", flat=True))


def test_names_come_back_with_their_actor(db):
    actor = make_actor(aliases=["حفتر", "المشير"])
    then = max(record.history_date for record in actor.names.model.history.all())
    actor.names.get(text="المشير").delete()
    actor.names.create(text="خطأ", script="arab", kind="short")
    actor.name_ar = "اسم خاطئ"
    actor.save()
    restore(actor, then, parts=("names",))
    assert (Actor.objects.get().name_ar, names_of(actor)) == ("خليفة حفتر", ["المشير", "حفتر"])


def test_a_name_older_than_its_history_stays(db):
    actor = make_actor(aliases=["حفتر"])
    actor.names.model.history.all().delete()
    then = actor.history.first().history_date
    restore(actor, then, parts=("names",))
    assert names_of(actor) == ["حفتر"]


def test_going_back_to_where_it_is_writes_no_history(db):
    actor = make_actor(aliases=["حفتر"])
    then = actor.names.model.history.first().history_date
    restore(actor, then, parts=("names",))
    assert (actor.history.count(), actor.names.model.history.count()) == (1, 1)


def test_an_article_goes_back_though_its_source_was_merged_away(db):
    article = make_article("الأول")
    then = article.history.first().history_date
    kept = make_source("المنبر")
    merge_sources(kept, article.source, "منبر واحد")
    article.refresh_from_db()
    article.title = "الثاني"
    article.save()
    restore(article, then)
    assert list(Article.objects.values_list("title", "source")) == [("الأول", kept.pk)]
