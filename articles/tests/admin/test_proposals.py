"""Proposed actors at the desk: the list, one name with its sentences, both decisions, and who may."""

import pytest
from django.urls import reverse

from articles.models import Act, Actor, Proposal
from articles.tests.builders import make_article

LIST = reverse("admin:articles_proposal_changelist")
ONE = f"{reverse('admin:articles_proposal_one')}?name=سالم الفيتوري"


@pytest.fixture
def article(db):
    return make_article(body="عقدت الجلسة. والتقى اللواء سالم الفيتوري الوفد.")


def test_the_list_counts_each_name(editor, article):
    assert [(row["name"], row["articles"]) for row in editor.get(LIST).context["page"]] == [
        ("سالم الفيتوري", 1)
    ]


def test_a_name_is_shown_in_its_sentences_with_a_form_filled_in(editor, article):
    context = editor.get(ONE).context
    (passage,) = context["passages"]
    assert (passage.words, context["titles"], context["form"].initial) == (
        "سالم الفيتوري",
        ["اللواء"],
        {"name_ar": "سالم الفيتوري", "name_en": "Salm al-Fituri", "kind": "person"},
    )


def test_it_is_made_into_an_actor_in_one_step(editor, article):
    fields = {"name_ar": "سالم الفيتوري", "name_en": "Salem Fituri", "kind": "person", "make": ""}
    answer = editor.post(ONE, fields)
    actor = Actor.objects.get()
    assert (answer.url, actor.mentions.count()) == (
        reverse("admin:articles_actor_change", args=[actor.pk]),
        1,
    )


def test_it_is_dismissed_and_that_can_be_undone_from_the_list(editor, article):
    editor.post(ONE, {"dismiss": ""})
    assert not Proposal.objects.waiting().exists()
    editor.post(reverse("admin:articles_mention_undo", args=[Act.objects.get().pk]))
    assert Proposal.objects.waiting().exists()


def test_a_name_that_is_not_proposed_is_not_found(editor, article):
    assert editor.get(ONE + "x").status_code == 404


def test_readers_may_not(logged_in, article):
    reader = logged_in("reader")
    assert [reader.get(page).status_code for page in (LIST, ONE)] == [302, 302]
