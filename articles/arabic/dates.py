"""Dates as Libyan newspapers write them, and their English twin.

    written(PartialDate(2024, 2, 14))         -> "14 فبراير 2024"
    written(PartialDate(2024, 2), "en")       -> "February 2024"
    read("١٤ فبراير ٢٠٢٤")                    -> PartialDate(2024, 2, 14)

Months go by their Libyan names; other calendars and other countries' names are the matter of `calendars`.
"""

import re
from datetime import date, time

from articles.arabic.normalizer import fold
from articles.arabic.numerals import digits as in_digits
from articles.arabic.partial_date import PartialDate

MONTHS = {
    "ar": (
        "يناير",
        "فبراير",
        "مارس",
        "أبريل",
        "مايو",
        "يونيو",
        "يوليو",
        "أغسطس",
        "سبتمبر",
        "أكتوبر",
        "نوفمبر",
        "ديسمبر",
    ),
    "en": (
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ),
}
WEEKDAYS = {
    "ar": ("الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}
MONTH_NUMBERS = {fold(name): number for names in MONTHS.values() for number, name in enumerate(names, 1)}
MONTH_NUMBERS |= {fold("يونيه"): 6, fold("يوليه"): 7}
_WRITTEN = re.compile(r"(?:([0-9]{1,2}) )?(?:(\w+),? )?([0-9]{4})")


def written(when: PartialDate | date, language: str = "ar", digits: str = "latn") -> str:
    """«14 فبراير 2024», «فبراير 2024» or «2024», as precise as `when` is."""
    if not isinstance(when, PartialDate):
        when = PartialDate.of(when)
    month = MONTHS[language][when.month - 1] if when.month else ""
    parts = (str(when.day or ""), month, str(when.year))
    return in_digits(" ".join(part for part in parts if part), digits)


def written_time(when: time, digits: str = "latn") -> str:
    """«14:30», on the clock of 24 hours."""
    return in_digits(f"{when.hour:02}:{when.minute:02}", digits)


def weekday(day: date, language: str = "ar") -> str:
    """«الأربعاء» for 14 February 2024."""
    return WEEKDAYS[language][day.weekday()]


def read(text: str) -> PartialDate | None:
    """The date that `text` is, in Arabic or English; None when it is not a date of these shapes."""
    match = _WRITTEN.fullmatch(" ".join(fold(text).split()))
    if match is None or (match[2] and match[2] not in MONTH_NUMBERS) or (match[1] and not match[2]):
        return None
    month = MONTH_NUMBERS.get(match[2])
    try:
        return PartialDate(int(match[3]), month, int(match[1]) if match[1] else None)
    except ValueError:
        return None
