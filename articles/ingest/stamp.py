"""Publication dates as files and pages state them, at the precision stated."""

import datetime
import re

from articles.arabic import dates
from articles.arabic.normalizer import fold
from articles.arabic.partial_date import PartialDate

WEEKDAYS = {fold(name) for names in dates.WEEKDAYS.values() for name in names} | {fold("الإثنين")}
DAY_FIRST = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")
YEAR_FIRST = re.compile(r"(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})")
CLOCK = re.compile(r"(\d{1,2}):(\d{2})(?::\d{2})?\s*(ص|م|am|pm)?")
NOON = datetime.time(12)
AFTERNOON = {"م", "pm"}


def read_stamp(text, zone):
    """A datetime in `zone` if a time of day is stated, else a `PartialDate`; None if `text` is no date.

    >>> read_stamp("الأربعاء، 14 فبراير 2024", zone)
    PartialDate(year=2024, month=2, day=14)
    """
    text = text.strip()
    machine = _machine(text)
    if machine:
        return machine if isinstance(machine, PartialDate) or machine.tzinfo else machine.replace(tzinfo=zone)
    words = [word for word in re.split(r"[\s،,|–-]+", fold(text)) if word and word not in WEEKDAYS]
    plain = " ".join(words)
    clock = CLOCK.search(plain)
    day = _day(" ".join(CLOCK.sub(" ", plain).split())) or _day(" ".join(CLOCK.sub(" ", fold(text)).split()))
    return _at(day, clock, zone) if day and clock and day.day else day


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
    """ISO 8601: a date of any precision, or a date and time."""
    try:
        return PartialDate.parse(text)
    except ValueError:
        pass
    try:
        moment = datetime.datetime.fromisoformat(text)
    except ValueError:
        return None
    # Midnight to the second is how systems that know only the day write it.
    return PartialDate.of(moment) if moment.time() == datetime.time() else moment


def _day(text):
    for pattern, order in ((DAY_FIRST, (3, 2, 1)), (YEAR_FIRST, (1, 2, 3))):
        if match := pattern.fullmatch(text):
            try:
                return PartialDate(*(int(match[part]) for part in order))
            except ValueError:
                return None
    return dates.read(text)


def _at(day, clock, zone):
    hour, minute = int(clock[1]), int(clock[2])
    hour = hour % 12 + (12 if clock[3] in AFTERNOON else 0) if clock[3] else hour
    if hour > 23 or minute > 59:
        return day
    return datetime.datetime(day.year, day.month, day.day, hour, minute, tzinfo=zone)
