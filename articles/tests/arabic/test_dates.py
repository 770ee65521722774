from datetime import date, time

import pytest

from articles.arabic.dates import read, weekday, written, written_time
from articles.arabic.partial_date import PartialDate


@pytest.mark.parametrize(
    ("text", "parts", "precision", "earliest", "latest"),
    [
        ("2019", (2019,), "year", date(2019, 1, 1), date(2019, 12, 31)),
        ("2020-02", (2020, 2), "month", date(2020, 2, 1), date(2020, 2, 29)),
        ("2019-04-12", (2019, 4, 12), "day", date(2019, 4, 12), date(2019, 4, 12)),
    ],
)
def test_a_date_is_kept_as_precisely_as_it_is_known(text, parts, precision, earliest, latest):
    when = PartialDate.parse(text)
    assert (when, str(when), when.precision) == (PartialDate(*parts), text, precision)
    assert (when.earliest(), when.latest()) == (earliest, latest)


NO_DATES = ["", "19", "2019-4", "2019-13", "2019-02-30", "2019-04-12T10:00", "٢٠١٩"]


@pytest.mark.parametrize("text", NO_DATES)
def test_what_is_no_such_date_is_refused(text):
    with pytest.raises(ValueError):  # noqa: PT011
        PartialDate.parse(text)


def test_a_day_needs_its_month():
    with pytest.raises(ValueError, match="month"):
        PartialDate(2019, None, 12)


def test_the_less_precise_date_comes_first():
    dates = [PartialDate.parse(text) for text in ("2019-04-12", "2020", "2019-04", "2019", "2018-12-31")]
    assert [str(when) for when in sorted(dates)] == ["2018-12-31", "2019", "2019-04", "2019-04-12", "2020"]


def test_a_date_holds_the_days_that_it_may_mean():
    april = PartialDate(2019, 4)
    assert [april.contains(day) for day in (date(2019, 3, 31), date(2019, 4, 1), date(2019, 5, 1))] == [
        False,
        True,
        False,
    ]


def test_a_day_can_be_told_less_precisely():
    day = date(2019, 4, 12)
    told = [str(PartialDate.of(day, precision)) for precision in ("year", "month", "day")]
    assert told == ["2019", "2019-04", "2019-04-12"]


@pytest.mark.parametrize(
    ("when", "language", "digits", "text"),
    [
        (PartialDate(2024, 2, 14), "ar", "latn", "14 فبراير 2024"),
        (PartialDate(2024, 2), "ar", "latn", "فبراير 2024"),
        (PartialDate(2024), "ar", "latn", "2024"),
        (date(2011, 8, 20), "ar", "arab", "٢٠ أغسطس ٢٠١١"),
        (date(2011, 8, 20), "en", "latn", "20 August 2011"),
    ],
)
def test_dates_are_written_the_libyan_way(when, language, digits, text):
    assert written(when, language, digits) == text


def test_the_clock_has_24_hours():
    assert (written_time(time(14, 5)), written_time(time(9, 0), "arab")) == ("14:05", "٠٩:٠٠")


def test_days_of_the_week():
    assert (weekday(date(2024, 2, 14)), weekday(date(2024, 2, 14), "en")) == ("الأربعاء", "Wednesday")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("14 فبراير 2024", "2024-02-14"),
        ("١٤ فِبراير ٢٠٢٤", "2024-02-14"),
        ("اغسطس 2011", "2011-08"),
        ("إبريل 2019", "2019-04"),
        ("2019", "2019"),
        ("20 August, 2011", "2011-08-20"),
    ],
)
def test_a_written_date_is_read(text, found):
    assert str(read(text)) == found


@pytest.mark.parametrize("text", ["", "14 2024", "31 فبراير 2024", "14 كلمة 2024", "أمس"])
def test_what_is_no_written_date_is_none(text):
    assert read(text) is None
