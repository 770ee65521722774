from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.arabic.calendars import in_calendar
from articles.arabic.date_reading import read_date
from articles.arabic.dates import written
from articles.arabic.partial_date import PartialDate
from articles.arabic.stopwords import data_lines

CAPTURED = datetime(2024, 2, 14, 9, 30)
ROWS = [row.split("\t") for row in data_lines(Path(__file__).parent / "dates.tsv")]


def stated(reading):
    if reading is None:
        return "-"
    return str(reading.date) + (f"T{reading.time:%H:%M}" if reading.time else "")


def test_the_table_is_long_enough():
    assert (len(ROWS) >= 200, len({text for text, _meant in ROWS})) == (True, len(ROWS))


@pytest.mark.parametrize(("text", "meant"), ROWS, ids=[text for text, _meant in ROWS])
def test_dates_as_libya_writes_them(text, meant):
    assert stated(read_date(text, CAPTURED)) == meant


def test_without_a_capture_there_is_no_yesterday():
    assert [read_date(text) for text in ("أمس", "منذ ساعتين", "14 فبراير")] == [None, None, None]


@given(st.dates(min_value=datetime(1900, 1, 1).date(), max_value=datetime(2100, 12, 31).date()))
def test_every_date_that_the_archive_writes_is_read_back(day):
    for precision in ("year", "month", "day"):
        date = PartialDate.of(day, precision)
        assert [read_date(written(date, digits=digits)).date for digits in ("latn", "arab")] == [date, date]


@given(st.text(alphabet="0123456789١٤ /-.:م هـ و.ر منذ فبراير شباط الفاتح شعبان الأول()،", max_size=40))
def test_no_text_makes_it_fail(text):
    reading = read_date(text, CAPTURED)
    assert reading is None or reading.date.precision in ("year", "month", "day")


def test_a_date_that_is_not_in_the_calendar_is_none():
    assert [in_calendar("hijri", 1445, 13, 1), in_calendar("gregorian", 2023, 2, 29)] == [None, None]
