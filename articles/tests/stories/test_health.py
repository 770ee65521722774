import datetime

import pytest
from django.utils import timezone

from articles.stories.health import Gap, Week, health
from articles.tests.builders import make_article, make_source
from articles.tests.stories.texts import COPY, REPORT

pytestmark = pytest.mark.django_db
MONDAY = datetime.date(2024, 1, 1)
WEEK = datetime.timedelta(days=7)


def on(source, week, body="نص قصير", **fields):
    at = datetime.datetime.combine(MONDAY + week * WEEK, datetime.time(12), timezone.get_current_timezone())
    return make_article(body=body, source=source, published_at=at, **fields)


@pytest.fixture
def source():
    return make_source("المرفأ")


def test_a_week_without_articles_is_not_known_rather_than_nought(source):
    for week in (0, 0, 2):
        on(source, week)
    before = tuple(Week(MONDAY - week * WEEK, None) for week in range(9, 0, -1))
    assert health(source).weeks == (
        *before,
        Week(MONDAY, 2),
        Week(MONDAY + WEEK, None),
        Week(MONDAY + 2 * WEEK, 1),
    )


def test_a_source_without_dated_articles_has_no_weeks(source):
    make_article(source=source, published_at=None, published_precision="unknown")
    found = health(source)
    assert (found.weeks, found.most, found.articles) == ((), 0, 1)


def test_an_article_dated_to_a_month_belongs_to_no_week(source):
    on(source, 0, published_precision="month")
    assert health(source).weeks == ()


def test_a_stretch_far_longer_than_usual_is_a_gap(source):
    for week in (0, 1, 2, 3, 10, 11):
        on(source, week)
    first = MONDAY + 4 * WEEK
    assert health(source).gaps == (Gap(first, MONDAY + 10 * WEEK - datetime.timedelta(days=1)),)
    assert health(source).gaps[0].weeks == 6


def test_a_source_that_is_rarely_read_has_no_gaps(source):
    for week in (0, 10, 20, 30):
        on(source, week)
    assert health(source).gaps == ()


def test_who_copies_whom(source):
    carrier = make_source("غربال")
    on(source, 0, REPORT)
    on(carrier, 0, COPY)
    on(carrier, 1)
    found = health(carrier)
    assert (found.articles, found.copies, found.share, found.copied) == (2, 1, 50, ((source, 1),))
    assert health(source).copied_by == ((carrier, 1),)


def test_what_is_not_public_counts_nowhere(source):
    on(source, 0, status="draft")
    found = health(source)
    assert (found.weeks, found.articles, found.share) == ((), 0, None)


def test_nobody_is_said_to_copy_what_is_not_open_to_readers(source):
    make_article(body=REPORT, source=make_source("وكالة الميناء"), status="draft")
    make_article(body=COPY, source=source)
    found = health(source)
    assert (found.copies, found.copied) == (0, ())
