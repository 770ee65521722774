"""The review desk: suggestions one after another, all of one actor's, and the way back."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles.actors.reviewing import take_back
from articles.models import Act, Actor, Mention, Quote
from articles.tests.builders import make_actor, make_article

BODY = "عقدت الجلسة في سرت. وقال الزرياب إن الميزانية أقرت. وانتهت الجلسة مساء."
REVIEW = reverse("admin:articles_mention_review")
NEXT = reverse("admin:articles_mention_next")


@pytest.fixture
def actor(db):
    return make_actor("محمد السلاك")


def suggest(actor, **fields):
    article = make_article(body=BODY)
    start = BODY.index("الزرياب")
    place = {"start": start, "end": start + 7, "surface": "الزرياب", "method": "surname", "confidence": 0.5}
    return Mention.objects.create(article=article, actor=actor, **place | fields)


def one(mention):
    return reverse("admin:articles_mention_decide", args=[mention.pk])


def statuses():
    return list(Mention.objects.order_by("pk").values_list("status", flat=True))


def test_a_suggestion_is_shown_in_its_sentence(editor, actor):
    passage = editor.get(one(suggest(actor))).context["passage"]
    assert (passage.before, passage.words, passage.after) == ("وقال ", "الزرياب", " إن الميزانية أقرت.")


def test_when_nothing_waits_the_desk_says_so(editor):
    assert "لا شيء ينتظر قرارًا." in editor.get(NEXT, follow=True).content.decode()


def test_the_next_comes_after_each_decision_and_the_skipped_come_round_again(editor, actor):
    first, second = suggest(actor), suggest(actor)
    seen = [
        editor.get(NEXT).url,
        editor.get(f"{NEXT}?after={first.pk}").url,
        editor.get(f"{NEXT}?after={second.pk}").url,
    ]
    assert seen == [one(first), one(second), one(first)]


@pytest.mark.parametrize(("decision", "status"), [("accept", "confirmed"), ("reject", "rejected")])
def test_yes_and_no(editor, actor, decision, status):
    mention = suggest(actor)
    answer = editor.post(one(mention), {"decision": decision})
    assert (statuses(), answer.url) == ([status], f"{NEXT}?after={mention.pk}")


def test_another_actor_is_meant(editor, actor):
    mention, other = suggest(actor), make_actor("عيسى الطويل")
    editor.post(one(mention), {"decision": "reassign", "reassign-actor": other.pk})
    assert list(Mention.objects.values_list("actor", "status")) == [(other.pk, "confirmed")]


def test_a_new_alias(editor, actor):
    fields = {"alias-actor": actor.pk, "alias-text": "الزرياب", "alias-kind": "short"}
    editor.post(one(suggest(actor)), {"decision": "alias", **fields})
    assert (list(actor.names.values_list("text", "kind")), statuses()) == (
        [("الزرياب", "short")],
        ["confirmed"],
    )


def test_a_new_actor(editor, actor):
    fields = {"actor-name_ar": "علي الزرياب", "actor-name_en": "Ali al-Ziryab", "actor-kind": "person"}
    editor.post(one(suggest(actor)), {"decision": "actor", **fields})
    assert Actor.objects.get(slug="ali-al-ziryab").mentions.get(status="confirmed").surface == "الزرياب"


def test_a_new_actor_without_a_name_is_asked_for_again(editor, actor):
    mention = suggest(actor)
    page = editor.post(one(mention), {"decision": "actor", "actor-name_ar": "", "actor-name_en": ""})
    assert (page.context["forms"]["actor"].errors.keys(), statuses()) == (
        {"name_ar", "name_en", "kind"},
        ["suggested"],
    )


def test_what_is_ticked_is_decided_at_once_and_undone_at_once(editor, actor):
    mentions = [suggest(actor) for _ in range(3)]
    page = reverse("admin:articles_mention_of_actor", args=[actor.pk])
    editor.post(page, {"accept": "", "mention": [mentions[0].pk, mentions[2].pk]})
    decided = statuses()
    act = Act.objects.get()
    editor.post(reverse("admin:articles_mention_undo", args=[act.pk]))
    act.refresh_from_db()
    assert (decided, act.undone_by.username, "confirmed" in statuses()) == (
        ["confirmed", "suggested", "confirmed"],
        "editor",
        False,
    )


def test_undoing_needs_a_post(editor, actor):
    editor.post(one(suggest(actor)), {"decision": "accept"})
    undo = reverse("admin:articles_mention_undo", args=[Act.objects.get().pk])
    assert editor.get(undo).status_code == 405


def test_the_list_of_acts_undoes_too(editor, actor):
    editor.post(one(suggest(actor)), {"decision": "reject"})
    act = Act.objects.get()
    editor.post(
        reverse("admin:articles_act_changelist"), {"action": "undo_action", "_selected_action": [act.pk]}
    )
    assert (statuses().count("rejected"), Act.objects.get().undone_at is None) == (0, False)


def test_a_quote_is_confirmed_in_the_list_and_can_be_taken_back(editor, actor):
    article = make_article(body="قال محمد السلاك إن الجلسة في سرت.")
    quote = article.quotes.get()
    page = reverse("admin:articles_quote_changelist")
    editor.post(page, {"action": "confirm_action", "_selected_action": [quote.pk]})
    confirmed = Quote.objects.get().status
    take_back(Act.objects.get())
    assert (confirmed, Quote.objects.get().status) == ("confirmed", "suggested")


def test_the_desk_is_for_editors(logged_in, actor):
    mention = suggest(actor)
    reader = logged_in("reader")
    answers = [reader.post(one(mention), {"decision": "accept"}).status_code, reader.get(REVIEW).status_code]
    assert (answers, statuses()) == ([302, 302], ["suggested"])


@pytest.mark.parametrize("page", ["overview", "of_actor"])
def test_a_page_asks_as_often_for_three_suggestions_as_for_one(editor, actor, page):
    address = {"overview": REVIEW, "of_actor": reverse("admin:articles_mention_of_actor", args=[actor.pk])}[
        page
    ]
    suggest(actor)
    one_row = queries_of(editor, address)
    suggest(actor)
    suggest(actor)
    assert queries_of(editor, address) == one_row


def queries_of(client, address):
    with CaptureQueriesContext(connection) as queries:
        client.get(address)
    return len(queries)
