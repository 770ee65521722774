"""Dates told from the moment of reading: «أمس», «منذ ساعتين», «الثلاثاء الماضي», «قبل 3 أيام».

    read_relative("أمس", datetime(2024, 2, 14, 9))   -> (PartialDate(2024, 2, 13), None)

Counts of hours and weeks are rounded by those who write them: what is not certain is left open.
"""

import re
from datetime import datetime, time, timedelta

from articles.arabic.calendars import spanning
from articles.arabic.dates import WEEKDAYS
from articles.arabic.normalizer import fold
from articles.arabic.ordinals import COUNTS
from articles.arabic.partial_date import PartialDate

DAYS_BEFORE = {
    fold(name): days
    for name, days in {
        "اليوم": 0,
        "هذا اليوم": 0,
        "الليلة": 0,
        "أمس": 1,
        "البارحة": 1,
        "يوم أمس": 1,
        "بالأمس": 1,
        "الليلة الماضية": 1,
        "ليلة أمس": 1,
        "أول أمس": 2,
        "أمس الأول": 2,
        "أول من أمس": 2,
        "قبل أمس": 2,
        "today": 0,
        "yesterday": 1,
    }.items()
}
LAST_WEEK = {fold("الأسبوع الماضي"), fold("الأسبوع المنصرم"), "last week"}
# On a Saturday, a Sunday or a Monday, as people count.
WEEK_BEGINS = (5, 6, 0)
PARTS_OF_DAY = re.compile(rf"(?:{'|'.join(map(fold, ('صباح', 'فجر', 'ظهر', 'عصر', 'مساء')))}) ")
NOW = {
    fold(name)
    for name in ("الآن", "منذ لحظات", "قبل لحظات", "منذ قليل", "قبل قليل", "منذ ثوان", "just now", "now")
}
YEARS_BEFORE = {
    fold(name): years
    for name, years in {
        "هذا العام": 0,
        "العام الجاري": 0,
        "العام الحالي": 0,
        "العام الماضي": 1,
        "السنة الماضية": 1,
    }.items()
}
MONTHS_BEFORE = {fold(name): n for name, n in {"هذا الشهر": 0, "الشهر الجاري": 0, "الشهر الماضي": 1}.items()}
# Unit: its length in days, and its forms for one, two and many.
UNITS = {
    "minute": (1 / 1440, "دقيقة", "دقيقتين دقيقتان", "دقائق دقيقه minutes minute mins min"),
    "hour": (1 / 24, "ساعة", "ساعتين ساعتان", "ساعات ساعه hours hour"),
    "day": (1, "يوم", "يومين يومان", "أيام يوما days day"),
    "week": (7, "أسبوع", "أسبوعين أسبوعان", "أسابيع أسبوعا weeks week"),
    "month": (30.44, "شهر", "شهرين شهران", "أشهر شهور شهرا months month"),
    "year": (365.25, "سنة", "سنتين سنتان", "سنوات سنين years year"),
    "year ": (365.25, "عام", "عامين عامان", "أعوام عاما"),
}
WEEKDAY_NUMBERS = {fold(name): number for names in WEEKDAYS.values() for number, name in enumerate(names)}
WEEKDAY_NUMBERS |= {fold(name): number for name, number in (("الإثنين", 0), ("الاربعاء", 2), ("الاحد", 6))}
AGO = re.compile(r"(?:(?:منذ|قبل|من)\s+)?(?P<rest>.+?)(?:\s+(?:مضت|ago))?")
LAST = re.compile(r"(?:يوم )?(?P<day>\S+)(?P<last> (?:الماضي|المنصرم|الفائت))?")


def _forms():
    forms = {}
    for unit, (length, one, two, many) in UNITS.items():
        forms |= {fold(form): (unit.strip(), length, None) for form in many.split()}
        forms |= {fold(one): (unit.strip(), length, 1)} | {
            fold(form): (unit.strip(), length, 2) for form in two.split()
        }
    return forms


FORMS = _forms()


def read_relative(text: str, captured: datetime) -> tuple[PartialDate, time | None] | None:
    """The date meant, and the time of day if it is known to minutes; None if `text` tells no relative date."""
    text = PARTS_OF_DAY.sub("", " ".join(fold(text).split()), count=1)
    if text in NOW:
        return PartialDate.of(captured.date()), captured.time()
    today = captured.date()
    found = _counted_days(text, today) or _named_too(text, today) or _weekday(text, today)
    return (found, None) if found else _ago(text, captured)


def _counted_days(text, today):
    if text in LAST_WEEK:
        begun = max((today.weekday() - first) % 7 for first in WEEK_BEGINS)
        return spanning(today - timedelta(days=begun + 7), today - timedelta(days=1))
    if text in DAYS_BEFORE:
        return PartialDate.of(today - timedelta(days=DAYS_BEFORE[text]))
    if text in YEARS_BEFORE:
        return PartialDate(today.year - YEARS_BEFORE[text])
    if text in MONTHS_BEFORE:
        first = today.replace(day=1)
        return PartialDate.of(first - timedelta(days=MONTHS_BEFORE[text]), "month")
    return None


def _named_too(text, today):
    """«أمس الثلاثاء», if yesterday was one."""
    head, _space, name = text.rpartition(" ")
    day = today - timedelta(days=DAYS_BEFORE.get(head, 0))
    return PartialDate.of(day) if head in DAYS_BEFORE and WEEKDAY_NUMBERS.get(name) == day.weekday() else None


def _weekday(text, today):
    match = LAST.fullmatch(text)
    if not match or match["day"] not in WEEKDAY_NUMBERS:
        return None
    back = (today.weekday() - WEEKDAY_NUMBERS[match["day"]]) % 7
    return PartialDate.of(today - timedelta(days=back or (7 if match["last"] else 0)))


def _ago(text, captured):
    if not re.match(r"منذ |قبل ", text) and not text.endswith((" ago", " مضت")):
        return None
    words = AGO.fullmatch(text)["rest"].split()
    unit, length, count = FORMS.get(words[-1], (None, 0, None))
    if len(words) == 2:
        count = int(words[0]) if words[0].isdigit() else COUNTS.get(words[0])
    if unit is None or count is None or len(words) > 2 or count > 5000:
        return None
    return _before(captured, unit, length, count)


def _before(captured, unit, length, count):
    """So many units back, as precise as the unit: of hours the day, of weeks the month, if they leave no doubt."""
    if unit in ("month", "year"):
        months = captured.year * 12 + captured.month - 1 - (count * 12 if unit == "year" else count)
        found = PartialDate(int(months // 12), int(months % 12) + 1)
        return (found if unit == "month" else PartialDate(found.year)), None
    latest = captured - timedelta(days=length * count)
    if unit == "minute":
        return PartialDate.of(latest.date()), latest.time().replace(second=0, microsecond=0)
    if unit == "day":
        return PartialDate.of(latest.date()), None
    earliest = captured - timedelta(days=length * (count + 1))
    found = spanning(earliest.date(), latest.date())
    return (found, None) if found else None
