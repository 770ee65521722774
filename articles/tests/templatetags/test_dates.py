"""Dates as pages write them: as fine as they are known, in the reader's language and the archive's digits."""

import datetime

import pytest
from django.utils.translation import override

from articles.models import Article
from articles.templatetags.dates import period_address, published_day, published_time, written

AT = datetime.datetime(2024, 2, 14, 22, 30, tzinfo=datetime.UTC)  # 00:30 of the next day in Tripoli


def article(precision):
    return Article(published_at=None if precision == "unknown" else AT, published_precision=precision)


@pytest.mark.parametrize(
    ("precision", "language", "expected"),
    [
        ("minute", "ar", '<time datetime="2024-02-15T00:30+02:00">15 فبراير 2024، 00:30</time>'),
        ("minute", "en", '<time datetime="2024-02-15T00:30+02:00">15 February 2024, 00:30</time>'),
        ("day", "ar", '<time datetime="2024-02-15">15 فبراير 2024</time>'),
        ("month", "ar", '<time datetime="2024-02">فبراير 2024</time>'),
        ("year", "en", '<time datetime="2024">2024</time>'),
        ("unknown", "ar", "<span>بلا تاريخ</span>"),
    ],
)
def test_a_publication_is_dated_as_finely_as_it_is_known(precision, language, expected):
    with override(language):
        assert published_time(article(precision)) == expected


def test_lists_leave_the_hour_out():
    assert published_day(article("minute")) == '<time datetime="2024-02-15">15 فبراير 2024</time>'


def test_the_archives_digits_are_for_arabic(settings):
    settings.ARCHIVE_DIGITS = "arab"
    date = article("day").date
    with override("en"):
        english = written(date)
    assert (written(date), english) == ("١٥ فبراير ٢٠٢٤", "15 February 2024")


@pytest.mark.parametrize(
    ("precision", "address"),
    [("day", "/dates/2024/2/15/"), ("month", "/dates/2024/2/"), ("year", "/dates/2024/")],
)
def test_a_date_leads_to_its_page(precision, address):
    assert period_address(article(precision).date) == address
