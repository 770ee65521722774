import datetime
import hashlib

import pytest
from django.db import IntegrityError
from django.utils import timezone

from articles.arabic.partial_date import PartialDate
from articles.models import Article
from articles.tests.builders import make_article, make_source

pytestmark = pytest.mark.django_db


def midnight(year, month, day):
    return datetime.datetime(year, month, day, tzinfo=timezone.get_current_timezone())


@pytest.mark.parametrize(("status", "seen"), [("draft", 0), ("review", 0), ("published", 1)])
def test_the_public_sees_only_what_is_published(status, seen):
    make_article(status=status)
    assert Article.objects.published().count() == seen


def test_a_withdrawn_article_is_not_public_and_says_why():
    make_article(status="withdrawn", withdrawal_reason="سحبه ناشره")
    assert (Article.objects.published().count(), Article.objects.withdrawn().count()) == (0, 1)


@pytest.mark.parametrize(
    "fields",
    [
        {"published_at": None, "published_precision": "day"},
        {"published_at": midnight(2024, 2, 14), "published_precision": "unknown"},
        {"status": "withdrawn", "withdrawal_reason": ""},
        {"status": "lost"},
        {"body": ""},
    ],
    ids=[
        "a precision without a date",
        "a date without a precision",
        "no reason",
        "no such status",
        "no text",
    ],
)
def test_the_database_refuses(fields):
    with pytest.raises(IntegrityError):
        make_article(**fields)


def test_an_article_cannot_credit_its_own_source():
    source = make_source()
    with pytest.raises(IntegrityError):
        make_article(source=source, origin=source)


def test_the_digest_is_that_of_the_text_and_follows_it():
    article = make_article(title="عنوان", standfirst="", body="نص")
    assert article.text_sha256 == hashlib.sha256("عنوان\n\n\n\nنص".encode()).hexdigest()
    article.body = "نص آخر"
    assert not article.text_is_intact()
    article.save()
    assert article.text_is_intact()


def test_the_permanent_address_outlives_the_title():
    article = make_article(title="الأول")
    before = article.code
    article.title = "الثاني"
    article.save()
    assert Article.objects.get(code=before).title == "الثاني"


@pytest.mark.parametrize(
    ("precision", "by_year", "by_month", "by_day"),
    [("minute", 1, 1, 1), ("day", 1, 1, 1), ("month", 1, 1, 0), ("year", 1, 0, 0)],
)
def test_a_vague_date_is_never_filed_under_a_day_it_does_not_state(precision, by_year, by_month, by_day):
    make_article(published_at=midnight(2024, 2, 1), published_precision=precision)
    periods = [(2024,), (2024, 2), (2024, 2, 1)]
    assert [Article.objects.of_period(*period).count() for period in periods] == [by_year, by_month, by_day]


def test_the_undated_come_after_the_dated():
    undated = make_article(published_at=None, published_precision="unknown")
    old = make_article(published_at=midnight(2012, 1, 1))
    new = make_article(published_at=midnight(2024, 1, 1))
    assert list(Article.objects.newest()) == [new, old, undated]


def test_a_period_counts_only_what_is_known_to_be_of_it():
    at = midnight(2019, 1, 1)
    for precision in ("minute", "day", "month", "year"):
        make_article(published_at=at, published_precision=precision)
    periods = [PartialDate(2018), PartialDate(2019), PartialDate(2019, 1), PartialDate(2019, 1, 1)]
    assert list(Article.objects.counts_of(periods).values()) == [0, 4, 3, 2]
