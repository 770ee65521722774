"""Publication dates as files and pages state them, at the precision stated."""

import datetime
import re
from email.utils import parsedate_to_datetime

from articles.arabic.date_reading import read_date
from articles.arabic.partial_date import PartialDate

NOON = datetime.time(12)
# To see that «منذ ساعتين» is a date any moment will do.
ANY_DAY = datetime.datetime(2024, 2, 14, 12, tzinfo=datetime.UTC)
COUNTED_BACK = re.compile(r"\s*(?:منذ|قبل)\s|.*\s(?:ago|مضت)\s*$")


def read_stamp(text, zone, captured=None):
    """A datetime with its zone if a time of day is stated, else a `PartialDate`; None if `text` is no date.

    `captured` is when it was read, for «أمس» and its like.

    >>> read_stamp("الأربعاء، 14 فبراير 2024", zone)
    PartialDate(year=2024, month=2, day=14)
    """
    text = text.strip()
    machine = _machine(text)
    if machine:
        return machine if isinstance(machine, PartialDate) or machine.tzinfo else machine.replace(tzinfo=zone)
    reading = read_date(text, captured and captured.astimezone(zone))
    if not reading or not reading.time:
        return reading and reading.date
    return datetime.datetime.combine(reading.date.earliest(), reading.time, zone)


def read_line(text, zone, captured=None):
    """As `read_stamp`, of a line that no label calls a date: «منذ ساعتين» is one, «اليوم» may be a button."""
    return read_stamp(text, zone, captured if COUNTED_BACK.match(text) else None)


def at_noon(stamp, zone):
    """A stamp as the archive keeps it: a moment, and how much of it is known.

    A day, month or year is kept as noon of its first day, which is the same day in every zone of readers.
    """
    if stamp is None:
        return None, "unknown"
    if isinstance(stamp, datetime.datetime):
        return stamp, "minute"
    return datetime.datetime.combine(stamp.earliest(), NOON, zone), stamp.precision


def _machine(text):
    """ISO 8601 at any precision, or the date of an e-mail's header."""
    try:
        return PartialDate.parse(text)
    except ValueError:
        pass
    try:
        moment = datetime.datetime.fromisoformat(text)
    except ValueError:
        return _of_mail(text)
    # Midnight to the second is how systems that know only the day write it.
    return PartialDate.of(moment) if moment.time() == datetime.time() else moment


def _of_mail(text):
    try:
        return parsedate_to_datetime(text) if text[-5:-4] in "+-" or text.endswith("GMT") else None
    except (ValueError, IndexError, TypeError):
        return None
