"""Two rows become one, and can become two again."""

import pytest
from django.core import serializers
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.models import (
    Act,
    Actor,
    ActorName,
    Article,
    Mention,
    Merge,
    Office,
    Position,
    Quote,
    Relation,
    Source,
    SourceDomain,
)
from articles.models.journal import CannotUndo, undo
from articles.models.merging import CannotMerge, merge_actors, merge_sources, part
from articles.tests.builders import make_actor, make_article, make_source

pytestmark = pytest.mark.django_db
KEPT_MODELS = (Actor, ActorName, Article, Mention, Office, Position, Quote, Relation, Source, SourceDomain)


def everything():
    """All rows of the archive, as they would be dumped."""
    rows = [row for model in KEPT_MODELS for row in model.objects.order_by("pk")]
    return serializers.serialize("json", rows)


def two_actors():
    """The same man twice, with something of everything on both sides."""
    kept = make_actor("خليفة حفتر", aliases=["حفتر", "المشير"], description_ar="")
    absorbed = make_actor(
        "خليفة حفتير", aliases=["حفتر", "حفتير"], description_ar="قائد", wikidata_id="Q1016"
    )
    army = make_actor("القيادة العامة", "organisation")
    office = Office.objects.create(slug="commander", title_ar="القائد العام", organisation=army)
    Position.objects.create(actor=kept, office=office, started="2015")
    Position.objects.create(actor=absorbed, office=office, started="2015")
    Position.objects.create(actor=absorbed, office=office, started="2017")
    Relation.objects.create(actor=absorbed, kind="ally", other=kept)
    Relation.objects.create(actor=absorbed, kind="member", other=army)
    article = make_article(body="قال حفتير وحفتير.")
    article.mentions.all().delete()
    places = {"article": article, "surface": "حفتير"}
    Mention.objects.create(actor=kept, start=4, end=9, status="suggested", **places)
    Mention.objects.create(actor=absorbed, start=4, end=9, status="confirmed", **places)
    Mention.objects.create(actor=absorbed, start=11, end=16, **places)
    Quote.objects.create(
        article=article, actor=absorbed, start=0, sentence="قال", speech_start=0, speech_end=3
    )
    return kept, absorbed


def test_all_that_the_one_has_goes_to_the_other():
    kept, absorbed = two_actors()
    merge_actors(kept, absorbed, "اسم واحد بتهجئتين")
    kept.refresh_from_db()
    assert {
        "actors": list(Actor.objects.filter(kind="person")),
        "names": sorted(kept.names.values_list("text", flat=True)),
        "positions": sorted(str(position.started) for position in kept.positions.all()),
        "mentions": sorted(kept.mentions.values_list("start", "status")),
        "quotes": kept.quotes.count(),
        "relations": [relation.kind for relation in kept.relations.all()],
        "filled": (kept.description_ar, kept.wikidata_id),
    } == {
        "actors": [kept],
        "names": sorted(["حفتر", "المشير", "حفتير", "خليفة حفتير", absorbed.name_en]),
        "positions": ["2015", "2017"],
        "mentions": [(4, "confirmed"), (11, "suggested")],
        "quotes": 1,
        "relations": ["member"],
        "filled": ("قائد", "Q1016"),
    }


def test_a_merge_of_actors_is_undone_to_the_letter():
    kept, absorbed = two_actors()
    before = everything()
    merge = merge_actors(kept, absorbed, "خطأ")
    undo(merge.act)
    assert everything() == before


def test_each_mention_knows_where_it_was():
    kept, absorbed = two_actors()
    moved, number = Mention.objects.get(start=11), absorbed.pk
    undo(merge_actors(kept, absorbed, "خطأ").act)
    told = moved.history.order_by("history_id").values_list("history_type", "actor_id")
    assert list(told) == [("+", number), ("~", kept.pk), ("~", number)]


def test_a_mention_that_gives_way_knows_when_it_went_and_came_back():
    kept, absorbed = two_actors()
    gone = Mention.objects.get(actor=kept)
    undo(merge_actors(kept, absorbed, "خطأ").act)
    assert list(gone.history.order_by("history_id").values_list("history_type", flat=True)) == ["+", "-", "+"]


def test_a_merge_asks_as_often_for_many_mentions_as_for_one():
    def asked(count):
        kept, absorbed = make_actor(), make_actor()
        article = make_article(body="كلمات " * 20)
        for start in range(count):
            for actor in (kept, absorbed):
                Mention.objects.create(article=article, actor=actor, start=start, end=start + 1, surface="ك")
        with CaptureQueriesContext(connection) as queries:
            undo(merge_actors(kept, absorbed, "خطأ").act)
        return len(queries)

    assert asked(9) == asked(1)


def two_sources():
    kept = make_source("صحيفة المرفأ", homepage="")
    absorbed = make_source("المرفأ", homepage="https://marfa.example.org/")
    SourceDomain.objects.create(source=absorbed, domain="marfa.example.org")
    make_article(source=absorbed, origin=make_source("وكالة"))
    make_article(source=make_source("مجمّع"), origin=absorbed)
    make_article(source=absorbed, origin=kept)
    return kept, absorbed


def test_a_sources_articles_and_domains_go_to_the_other():
    kept, absorbed = two_sources()
    merge_sources(kept, absorbed, "منبر واحد")
    assert (
        Article.objects.filter(source=kept).count(),
        Article.objects.filter(origin=kept).count(),
        Source.objects.by_domain("https://marfa.example.org/x"),
        Source.objects.filter(pk=absorbed.pk).exists(),
    ) == (2, 1, kept, False)


def test_a_merge_of_sources_is_undone_to_the_letter():
    kept, absorbed = two_sources()
    before = everything()
    undo(merge_sources(kept, absorbed, "خطأ").act)
    assert everything() == before


def test_what_came_from_its_domains_since_goes_home_with_a_source():
    kept, absorbed = two_sources()
    home = absorbed.slug
    act = merge_sources(kept, absorbed, "خطأ").act
    come = make_article(source=kept, url="https://news.marfa.example.org/2")
    other = make_article(source=kept, url="https://elsewhere.example.org/1")
    part(act)
    come.refresh_from_db(), other.refresh_from_db()
    slugs = come.source.slug, other.source.slug, come.history.first().source.slug
    assert slugs == (home, kept.slug, home)


def test_an_old_address_leads_on_through_a_second_merge():
    first, second, third = make_actor(), make_actor(), make_actor()
    slug = first.slug
    merge_actors(second, first, "الأول")
    later = merge_actors(third, second, "الثاني")
    through = Merge.objects.now_at(Actor, slug).slug
    undo(later.act)
    assert (through, Merge.objects.now_at(Actor, slug).slug) == (third.slug, second.slug)


def test_an_undone_merge_leads_nowhere():
    kept, absorbed = make_actor(), make_actor()
    slug = absorbed.slug
    undo(merge_actors(kept, absorbed, "خطأ").act)
    assert Merge.objects.now_at(Actor, slug) is None


def test_what_was_changed_since_stays_when_a_merge_is_undone():
    kept, absorbed = two_actors()
    merge = merge_actors(kept, absorbed, "خطأ")
    other = make_actor("شخص آخر")
    Mention.objects.filter(start=11).update(actor=other)
    undo(merge.act)
    assert list(other.mentions.values_list("start", flat=True)) == [11]


def test_an_act_is_undone_once():
    merge = merge_actors(make_actor(), make_actor(), "خطأ")
    undo(merge.act)
    with pytest.raises(CannotUndo):
        undo(merge.act)


def test_a_merge_whose_address_was_given_away_cannot_be_undone():
    kept, absorbed = make_actor(), make_actor()
    slug = absorbed.slug
    merge = merge_actors(kept, absorbed, "خطأ")
    make_actor(slug=slug)
    with pytest.raises(CannotUndo):
        undo(merge.act)
    assert Act.objects.get().undone_at is None


@pytest.mark.parametrize(
    ("merge", "reason"),
    [
        (lambda: merge_actors(make_actor(), make_actor("المجلس", "organisation"), "x"), "kind"),
        (lambda: merge_sources(make_source(), make_source(is_sample=True), "x"), "sample"),
    ],
)
def test_what_cannot_be_one_is_refused(merge, reason):
    with pytest.raises(CannotMerge, match=reason):
        merge()


def test_an_actor_is_not_merged_into_itself():
    actor = make_actor()
    with pytest.raises(CannotMerge, match="same"):
        merge_actors(actor, actor, "x")
