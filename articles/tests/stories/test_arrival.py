import datetime

import pytest
from django.utils import timezone

from articles.models import Article, OutboxEntry, Report, Source, Story, TermCount, Trace
from articles.stories.arrival import place_all, place_new, place_saved
from articles.tests.builders import make_article, make_source
from articles.tests.stories.texts import COPY, MEETING, OTHER, REPORT, RIVAL

pytestmark = pytest.mark.django_db


def told(body, title, days=0, hour=12, **fields):
    at = datetime.datetime(2025, 8, 18, hour, tzinfo=timezone.get_current_timezone())
    return make_article(
        title, body, published_at=at + datetime.timedelta(days), published_precision="minute", **fields
    )


@pytest.fixture
def report():
    return told(REPORT, "مجلس النواب يقر تكليف خالد حفتر برئاسة الأركان")


@pytest.fixture
def copy(report):
    return told(COPY, "خالد حفتر رئيسًا للأركان", hour=9)


@pytest.fixture
def rival(report):
    return told(RIVAL, "جدل حول تكليف خالد حفتر برئاسة الأركان", days=1)


def originals():
    return dict(Report.objects.values_list("article", "original"))


def stories():
    found = {}
    for article, story in Report.objects.exclude(story=None).values_list("article", "story"):
        found.setdefault(story, set()).add(article)
    return sorted(map(sorted, found.values()))


def test_a_copy_is_known_on_arrival_and_names_the_text_that_credits_nobody(report, copy):
    assert originals() == {report.pk: report.pk, copy.pk: report.pk}


def test_copies_and_rivals_tell_one_story_and_others_none(report, copy, rival):
    other = told(OTHER, "استئناف الضخ من حقل مسلة")
    assert (stories(), originals()[other.pk]) == ([[report.pk, copy.pk, rival.pk]], None)


def test_undated_texts_of_nobody_knows_whom_are_told_apart_in_a_new_archive():
    nowhere = make_source(slug=Source.UNKNOWN)
    titles_and_texts = (
        ("تكليف خالد حفتر برئاسة الأركان", REPORT),
        ("جدل حول تكليف خالد حفتر برئاسة الأركان", RIVAL),
        ("المشير حفتر يبحث مع مبعوثة الأمم المتحدة مسار الانتخابات", MEETING),
    )
    undated = {"published_at": None, "published_precision": "unknown", "source": nowhere}
    placed = [make_article(*one, **undated).pk for one in titles_and_texts]
    assert stories() == [placed[:2]]


def test_a_report_of_the_same_words_weeks_later_tells_another_story(report):
    told(RIVAL, "جدل حول تكليف خالد حفتر برئاسة الأركان", days=30)
    assert stories() == []


def test_a_report_known_to_the_year_joins_no_event_of_another(report):
    at = datetime.datetime(2013, 1, 1, tzinfo=timezone.get_current_timezone())
    make_article("من أرشيف 2013", RIVAL, published_at=at, published_precision="year")
    assert stories() == []


def test_undated_texts_are_grouped_when_they_are_alike_enough():
    unknown = {"published_at": None, "published_precision": "unknown"}
    one = make_article("خالد حفتر رئيسًا للأركان", REPORT, **unknown)
    other = make_article("خالد حفتر رئيسًا للأركان", COPY, **unknown)
    assert (stories(), originals()) == ([[one.pk, other.pk]], {one.pk: one.pk, other.pk: one.pk})


def test_the_index_is_told_of_every_text_that_became_a_copy(report):
    OutboxEntry.objects.all().delete()
    copy = told(COPY, "خالد حفتر رئيسًا للأركان")
    assert set(OutboxEntry.objects.values_list("article", flat=True)) == {report.pk, copy.pk}


def test_a_batch_is_placed_as_one(report):
    source = make_source("غربال")
    made = [
        Article(
            title="نسخة",
            body=body,
            source=source,
            published_at=report.published_at,
            published_precision="day",
        )
        for body in (COPY, OTHER)
    ]
    place_new(Article.objects.bulk_create(made))
    assert originals() == {report.pk: report.pk, made[0].pk: report.pk, made[1].pk: None}


def test_saving_again_changes_nothing_and_asks_once(report, django_assert_num_queries):
    with django_assert_num_queries(1):
        place_saved(Article, report)
    assert TermCount.objects.get(term=0).articles == 1


def test_a_text_that_was_replaced_leaves_its_group_and_story(report, copy):
    copy.body = OTHER
    copy.title = "استئناف الضخ"
    copy.save()
    assert (originals(), stories(), Story.objects.count()) == ({report.pk: None, copy.pk: None}, [], 0)


def test_when_the_first_text_goes_the_next_one_heads_the_group(report, copy):
    third = told(COPY, "الأركان لخالد حفتر", days=1)
    report.body = OTHER
    report.save()
    assert originals() == {report.pk: None, copy.pk: copy.pk, third.pk: copy.pk}


def test_finding_all_again_comes_to_the_same(report, copy, rival):
    before = originals(), stories(), Trace.objects.count()
    assert sum(place_all()) == 3
    assert (originals(), stories(), Trace.objects.count()) == before


def test_a_locked_story_stays_as_it_is(report, copy, rival):
    story = Report.objects.get(article=report).story
    Report.objects.filter(article=rival).update(story=None, held=True)
    Story.objects.filter(pk=story.pk).update(locked=True)
    list(place_all())
    assert stories() == [[report.pk, copy.pk]]


@pytest.mark.parametrize("others", [1, 3])
def test_an_arrival_asks_as_often_however_many_are_like_it(others, django_assert_max_num_queries):
    for number in range(others):
        told(COPY, f"نسخة {number}")
    made = Article.objects.bulk_create(
        [Article(title="خبر", body=REPORT, source=make_source(), published_precision="unknown")]
    )
    with django_assert_max_num_queries(24):
        place_new(made)
