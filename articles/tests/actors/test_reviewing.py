"""Decisions about suggestions, and their way back."""

import pytest

from articles.actors.linking import link
from articles.actors.reviewing import accept, add_alias, make_actor, reassign, reject, take_back
from articles.models import Act, Actor, ActorName, Mention
from articles.models.journal import CannotUndo
from articles.models.merging import merge_actors
from articles.tests import builders

pytestmark = pytest.mark.django_db
BODY = "قال الزرياب إن الجلسة في سرت. وغادر الزرياب المدينة."


@pytest.fixture
def article():
    return builders.make_article(body=BODY)


@pytest.fixture
def actor():
    return builders.make_actor("محمد السلاك")


def suggested(article, actor, start=4):
    """A suggestion that the linker would not make by itself."""
    return Mention.objects.create(
        article=article, actor=actor, start=start, end=start + 7, surface="الزرياب", method="surname"
    )


def state(mention):
    return Mention.objects.values_list("actor", "status", "method").get(pk=mention.pk)


def test_what_is_accepted_is_confirmed_until_it_is_taken_back(article, actor):
    mention = suggested(article, actor)
    act = accept([mention])
    accepted = state(mention)
    take_back(act)
    assert accepted == (actor.pk, "confirmed", "surname")
    assert not Mention.objects.filter(status="confirmed").exists()


def test_what_is_rejected_is_not_offered_again(article, actor):
    mention = suggested(article, actor)
    reject([mention])
    link(article)
    assert [state(mention)] == list(Mention.objects.values_list("actor", "status", "method"))


def test_another_actor_can_be_meant(article, actor):
    mention, other = suggested(article, actor), builders.make_actor("عيسى الطويل")
    reassign(mention, other)
    assert state(mention) == (other.pk, "confirmed", "editor")


def test_two_suggestions_of_one_place_become_one_when_the_same_is_meant(article, actor):
    other = builders.make_actor("عيسى الطويل")
    mention = suggested(article, actor)
    suggested(article, other)
    reassign(mention, other)
    assert list(Mention.objects.values_list("actor", "status")) == [(other.pk, "confirmed")]


def test_a_new_alias_is_found_elsewhere_too(article, actor):
    add_alias(suggested(article, actor), actor, "الزرياب", "short")
    found = Mention.objects.order_by("start").values_list("actor", "start", "status")
    assert [row[:2] for row in found] == [(actor.pk, 4), (actor.pk, BODY.rindex("الزرياب"))]


def test_taking_a_new_alias_back_takes_its_finds_back(article, actor):
    act = add_alias(suggested(article, actor), actor, "الزرياب", "short")
    take_back(act)
    assert (ActorName.objects.count(), Mention.objects.shown().count()) == (0, 0)


def test_taking_a_new_alias_back_reaches_the_articles_that_it_was_found_in(actor):
    first, second = builders.make_article(body=BODY), builders.make_article(body=BODY)
    for article in (first, second):
        suggested(article, actor)
    act = add_alias(first.mentions.first(), actor, "الزرياب", "short")
    found = second.mentions.count()
    take_back(act)
    assert (found, second.mentions.count()) == (2, 0)


def test_what_was_written_since_a_merge_is_read_anew_when_it_is_undone():
    both = builders.make_actor("عمر الزرياب"), builders.make_actor("سالم الشنقاطي")
    act = merge_actors(*both, "خطأ").act
    article = builders.make_article(body="قال سالم الشنقاطي إن الجلسة في سرت.")
    meanwhile = article.mentions.get().actor.name_ar
    take_back(act)
    assert (meanwhile, article.mentions.get().actor.name_ar) == ("عمر الزرياب", "سالم الشنقاطي")


def test_a_new_actor_is_made_in_one_step(article, actor):
    make = make_new(suggested(article, actor))
    made = Actor.objects.get(name_ar="علي الزرياب")
    assert (make.kind, made.slug, made.mentions.get(status="confirmed").surface) == (
        "new_actor",
        "ali-al-ziryab",
        "الزرياب",
    )


def make_new(mention):
    return make_actor(mention, "person", "علي الزرياب", "Ali al-Ziryab")


def test_taking_a_new_actor_back_leaves_none(article, actor):
    take_back(make_new(suggested(article, actor)))
    assert list(Actor.objects.all()) == [actor]


def test_a_new_actor_that_was_built_upon_stays(article, actor):
    act = make_new(suggested(article, actor))
    Actor.objects.get(slug="ali-al-ziryab").names.create(text="الزرياب", script="arab", kind="short")
    with pytest.raises(CannotUndo):
        take_back(act)
    assert Act.objects.get().undone_at is None


def test_two_actors_of_one_english_name_get_two_addresses(article, actor):
    builders.make_actor("آخر", slug="ali-al-ziryab")
    make_new(suggested(article, actor))
    assert Actor.objects.filter(slug__startswith="ali-al-ziryab-").count() == 1
