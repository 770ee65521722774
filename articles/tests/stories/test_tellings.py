import datetime

import pytest
from django.utils import timezone

from articles.models import Actor, Article, Mention, Quote, Report
from articles.stories.naming import lone_quotes, named
from articles.stories.tellings import copies_of, telling_of, tellings
from articles.tests.builders import make_actor, make_article, make_source
from articles.tests.stories.texts import COPY, OTHER, REPORT, RIVAL

pytestmark = pytest.mark.django_db


def told(body, title, hours=0, **fields):
    at = datetime.datetime(2025, 8, 18, 9, tzinfo=timezone.get_current_timezone())
    return make_article(
        title, body, published_at=at + datetime.timedelta(hours=hours), published_precision="minute", **fields
    )


@pytest.fixture
def story():
    """A report, its copy three hours later, and a rival: in the order of publication."""
    articles = [
        told(REPORT, "خالد حفتر رئيسًا للأركان"),
        told(COPY, "عاجل: خالد حفتر رئيسًا للأركان", 3),
        told(RIVAL, "جدل حول تعيين خالد حفتر", 5),
    ]
    return Report.objects.get(article=articles[0]).story, articles


def test_a_story_is_so_many_texts_each_with_its_carriers(story):
    told = tellings(story[0].articles())
    assert [(t.article, [c.article for c in t.carriers]) for t in told] == [
        (story[1][0], [story[1][1]]),
        (story[1][2], []),
    ]


def test_a_story_is_told_first_by_what_is_known_to_the_day(story):
    Article.objects.filter(pk=story[1][2].pk).update(
        published_at=datetime.datetime(2025, 1, 1, tzinfo=datetime.UTC), published_precision="year"
    )
    assert [told.article for told in tellings(story[0].articles())] == [story[1][0], story[1][2]]


def test_a_carrier_knows_its_delay_its_overlap_and_what_it_changed(story):
    (carrier,) = telling_of(story[1][1]).carriers
    assert (carrier.delay, carrier.overlap) == (datetime.timedelta(hours=3), 95)
    assert carrier.headline == [("in", "عاجل: "), ("same", "خالد حفتر رئيسًا للأركان")]


def test_a_delay_is_of_days_where_the_hour_is_unknown(story):
    Article.objects.filter(pk=story[1][1].pk).update(published_precision="day")
    (carrier,) = telling_of(story[1][0]).carriers
    assert carrier.delay == datetime.timedelta(0)


def test_copies_of_many_cost_two_queries(story, django_assert_num_queries):
    first, copy, rival = story[1]
    with django_assert_num_queries(2):
        assert copies_of([copy.pk, rival.pk]) == {copy.pk: [first, copy]}


def test_what_is_not_public_is_no_copy(story):
    Article.objects.filter(pk=story[1][1].pk).update(status="draft")
    assert copies_of([story[1][0].pk]) == {}


def test_who_is_named_by_what_title(story):
    first, _copy, rival = story[1]
    actor, other = make_actor("خالد حفتر"), make_actor("عبد الرازق الناظوري")
    for article, who, surface, rank in [
        (first, actor, "خالد حفتر", "الفريق"),
        (rival, actor, "وخالد حفتر", ""),
        (rival, other, "عبد الرازق", ""),
    ]:
        Mention.objects.create(
            article=article, actor=who, start=0, end=9, surface=surface, rank=rank, status="confirmed"
        )
    rows = named(tellings(story[0].articles()))
    assert [(row.actor, row.wordings, row.only) for row in rows] == [
        (actor, [["الفريق خالد حفتر"], ["خالد حفتر"]], None),
        (other, [[], ["عبد الرازق"]], 1),
    ]


def test_persons_stand_before_bodies_and_places_and_clitics_are_no_part_of_a_name(story):
    first = story[1][0]
    place = make_actor("شحات", kind="place")
    body = make_actor("البعثة الأممية", kind="organisation", aliases=["البعثة"])
    person = make_actor("وليامز")
    for start, who, surface in [
        (0, place, "وشحات"),
        (6, body, "للبعثة"),
        (13, person, "وليامز"),
        (20, place, "بشحات"),
    ]:
        Mention.objects.create(
            article=first, actor=who, start=start, end=start + 4, surface=surface, status="confirmed"
        )
    rows = named(tellings(story[0].articles()))
    assert [(row.actor, row.wordings[0]) for row in rows] == [
        (person, ["وليامز"]),
        (body, ["البعثة"]),
        (place, ["شحات"]),
    ]


def test_a_quote_that_only_one_carries(story):
    rival = story[1][2]
    actor = make_actor("خليفة حفتر")
    shared, lone, little = "خالد حفتر رئيسًا للأركان", "تطوير القوات البحرية", "الحداد"
    for start, speech in enumerate((shared, lone, little)):
        Quote.objects.create(
            article=rival, actor=actor, start=start, sentence=speech, speech_start=0, speech_end=len(speech)
        )
    assert [quote.speech for quote in lone_quotes(tellings(story[0].articles()))] == [lone]
    assert Actor.objects.count() == 1


def test_an_article_without_copies_is_told_by_itself():
    article = make_article("الضخ", OTHER, source=make_source())
    telling = telling_of(article)
    assert (telling.article, telling.carriers) == (article, [])
