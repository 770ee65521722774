"""Actors of the database found by their spellings."""

import pytest

from articles.actors.finding import find_actors
from articles.models import ActorName
from articles.tests.builders import make_actor, make_article

pytestmark = pytest.mark.django_db


def names(text):
    return [actor.name_ar for actor in find_actors(text)]


def test_the_usual_bearer_of_a_surname_comes_first():
    make_actor("خالد حفتر")
    make_actor("خليفة حفتر", aliases=["حفتر"])
    assert [names(text) for text in ("Hifter", "حفتر")] == [["خليفة حفتر", "خالد حفتر"]] * 2


def test_a_new_alias_is_found_at_once():
    actor = make_actor("خليفة حفتر")
    assert names("Musheer") == []
    ActorName.objects.create(actor=actor, text="المشير", script="arab", kind="short")
    assert names("Musheer") == ["خليفة حفتر"]


def test_those_found_carry_their_likeness_and_their_articles():
    make_actor("خليفة حفتر", aliases=["حفتر"])
    make_article(body="وصل خليفة حفتر.")
    (found,) = find_actors("حفتر")
    assert (round(found.likeness), found.article_count) == (100, 1)
