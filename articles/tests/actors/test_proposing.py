"""Proposals in the database: kept with the article, made into actors, dismissed, taken back."""

import pytest

from articles.actors.linking import link_new
from articles.actors.reviewing import dismiss, make_proposed, take_back
from articles.models import Actor, Article, Mention, Proposal
from articles.tests.builders import make_article, make_source

BODY = "التقى اللواء سالم الفيتوري الوفد."
KEY = "سالم الفيتوري"

pytestmark = pytest.mark.django_db


def waiting():
    return [(row["name"], row["title"], row["articles"]) for row in Proposal.objects.waiting().by_name()]


def test_names_are_counted_over_the_articles():
    make_article(body=BODY)
    make_article(body=f"{BODY} وعاد اللواء سالم الفيتوري.")
    assert waiting() == [(KEY, "اللواء", 2)]


def test_proposals_follow_the_text():
    article = make_article(body=BODY)
    article.body = "لا أحد هنا."
    article.save()
    assert waiting() == []


def test_imported_articles_propose_too():
    Article.objects.bulk_create([Article(title="خبر", body=BODY, source=make_source())])
    link_new(Article.objects.all())
    assert waiting() == [(KEY, "اللواء", 1)]


def test_an_actor_made_of_a_name_is_linked_in_its_articles():
    make_article(body=BODY)
    make_proposed(KEY, "person", KEY, "Salem al-Fituri")
    assert (list(Mention.objects.values_list("actor__slug", "status")), waiting()) == (
        [("salem-al-fituri", "automatic")],
        [],
    )


def test_making_an_actor_can_be_taken_back():
    make_article(body=BODY)
    take_back(make_proposed(KEY, "person", KEY, "Salem al-Fituri"))
    assert (Actor.objects.count(), waiting()) == (0, [(KEY, "اللواء", 1)])


def test_a_dismissed_name_is_proposed_no_more_until_that_is_taken_back():
    make_article(body=BODY)
    act = dismiss(KEY, KEY)
    assert waiting() == []
    take_back(act)
    assert waiting() == [(KEY, "اللواء", 1)]
