"""What becomes of an article between the form and the database."""

import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles.models import Article, Mention, Office
from articles.tests.builders import make_actor, make_article, make_source

from .typed import typed

ADD = reverse("admin:articles_article_add")


def change(client, article, **fields):
    form = reverse("admin:articles_article_change", args=[article.pk])
    return client.post(form, typed(article.source, **fields))


def test_lines_end_as_the_archive_ends_them(editor):
    editor.post(ADD, typed(make_source()))
    assert Article.objects.get().body == "عقد المجلس جلسته.\n\nوبحث الميزانية."


def test_an_article_is_added_as_a_draft(editor):
    editor.post(ADD, typed(make_source()))
    assert Article.objects.get().status == "draft"


def test_a_day_without_a_time_is_kept_at_noon(editor):
    editor.post(ADD, typed(make_source()))
    article = Article.objects.get()
    at = article.published_at.astimezone(datetime.timezone(datetime.timedelta(hours=2)))
    assert (str(at), article.published_precision) == ("2024-02-14 12:00:00+02:00", "day")


def test_without_a_date_its_precision_is_unknown(editor):
    editor.post(ADD, typed(make_source(), published_at_0=""))
    article = Article.objects.get()
    assert (article.published_at, article.published_precision) == (None, "unknown")


def test_a_date_needs_its_precision(editor):
    page = editor.post(ADD, typed(make_source(), published_precision="unknown"))
    assert page.context["adminform"].form.errors == {"published_precision": ["حدّد مدى دقة التاريخ."]}


def test_a_suggested_title_that_an_editor_changes_is_suggested_no_more(editor):
    article = make_article(title_is_suggested=True)
    change(editor, article, title="عنوان المحرر", title_is_suggested="on")
    assert list(Article.objects.values_list("title", "title_is_suggested")) == [("عنوان المحرر", False)]


def test_a_suggested_title_left_alone_stays_suggested(editor):
    article = make_article(title_is_suggested=True)
    change(editor, article, title=article.title, title_is_suggested="on")
    assert Article.objects.get().title_is_suggested


@pytest.mark.parametrize(
    "twin",
    [
        {"url": "https://example.org/1", "title": "آخر"},
        {"title": "جلسة في سرت", "body": "عقد المجلس جلسته.\n\nوبحث الميزانية."},
    ],
    ids=["same address", "same text"],
)
def test_a_duplicate_is_shown_before_it_is_added(editor, twin):
    there = make_article(**twin)
    fields = typed(make_source(), url="https://example.org/1")
    page = editor.post(ADD, fields)
    link = reverse("admin:articles_article_change", args=[there.pk])
    shown = (Article.objects.count(), link in page.content.decode())
    editor.post(ADD, fields | {"keep_duplicate": "on"})
    assert (shown, Article.objects.count()) == ((1, True), 2)


def test_of_two_editors_at_once_the_second_is_told(editor):
    article = make_article()
    form = editor.get(reverse("admin:articles_article_change", args=[article.pk])).context["adminform"].form
    opened_at = form.initial["opened_at"]
    change(editor, article, title="الأول", opened_at=opened_at)
    page = change(editor, article, title="الثاني", opened_at=opened_at)
    told = "غيّر أحدهم هذه المادة" in str(page.context["adminform"].form.non_field_errors())
    assert (told, Article.objects.get().title) == (True, "الأول")


def test_save_and_send_to_review_does_both(editor):
    editor.post(ADD, typed(make_source(), _review="1"))
    assert Article.objects.get().status == "review"


def test_a_mention_added_by_hand_finds_its_place(editor):
    article = make_article(body="قال خليفة حفتر.")
    actor = make_actor()
    editor.post(
        reverse("admin:articles_article_change", args=[article.pk]),
        typed(article.source, title=article.title, body="في سرت، قال خليفة حفتر.")
        | {
            "mentions-TOTAL_FORMS": "1",
            "mentions-0-part": "body",
            "mentions-0-surface": "خليفة حفتر",
            "mentions-0-actor": actor.pk,
            "mentions-0-status": "confirmed",
        },
    )
    places = Mention.objects.filter(surface="خليفة حفتر", method="editor").values_list(
        "start", "end", "status"
    )
    assert list(places) == [(12, 22, "confirmed")]


def test_a_mention_of_words_that_do_not_stand_there_is_refused(editor):
    article = make_article(body="نص")
    page = change(
        editor,
        article,
        body="نص",
        **{
            "mentions-TOTAL_FORMS": "1",
            "mentions-0-part": "body",
            "mentions-0-surface": "حفتر",
            "mentions-0-actor": make_actor().pk,
            "mentions-0-status": "confirmed",
        },
    )
    errors = page.context["inline_admin_formsets"][0].formset.errors
    assert errors == [{"surface": ["لا ترد هذه الكلمات في هذا الموضع من المادة."]}]


def mentioning(article, count):
    for start in range(count):
        office = Office.objects.create(slug=f"office-{start}-{article.pk}", title_ar="منصب")
        place = {"start": start, "end": start + 1, "surface": article.body[start], "status": "confirmed"}
        Mention.objects.create(article=article, actor=make_actor(), office=office, **place)
    return article


def sent(article):
    """The form as the browser sends it back, nothing changed."""
    fields = {
        "mentions-TOTAL_FORMS": article.mentions.count(),
        "mentions-INITIAL_FORMS": article.mentions.count(),
    }
    for number, mention in enumerate(article.mentions.order_by("part", "start")):
        row = {"id": mention.pk, "part": mention.part, "surface": mention.surface, "status": mention.status}
        row |= {"actor": mention.actor_id, "office": mention.office_id, "article": article.pk}
        fields |= {f"mentions-{number}-{name}": value for name, value in row.items()}
    return fields


def test_the_form_asks_as_often_for_nine_mentions_as_for_three(editor):
    def asked(article):
        with CaptureQueriesContext(connection) as opening:
            editor.get(reverse("admin:articles_article_change", args=[article.pk]))
        with CaptureQueriesContext(connection) as saving:
            assert change(editor, article, body=article.body, **sent(article)).status_code == 302
        return len(opening), len(saving)

    body = "بلاشيءيذكر"
    assert asked(mentioning(make_article(body=body), 9)) == asked(mentioning(make_article(body=body), 3))
