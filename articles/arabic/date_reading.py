"""Dates as Libya writes them, at the precision at which they are written and never finer.

read_date("الأربعاء 14 النوار 1378 و.ر")              -> Reading(PartialDate(2010, 2, 14))
read_date("٤ شعبان ١٤٤٥ هـ الموافق ١٤ فبراير ٢٠٢٤ م")  -> Reading(PartialDate(2024, 2, 14))
read_date("أمس", captured)                            -> the day before the capture
"""

import datetime
import re
from typing import NamedTuple

from articles.arabic.calendars import (
    GREGORIAN_YEARS,
    HIJRI_YEARS,
    MONTHS,
    Month,
    in_calendar,
    month_named,
    spanning,
)
from articles.arabic.normalizer import fold
from articles.arabic.ordinals import DAYS
from articles.arabic.partial_date import PartialDate
from articles.arabic.relative_dates import WEEKDAY_NUMBERS, read_relative


def _folded(words):
    return frozenset(fold(words).split())


OTHER_WEEKDAYS = _folded(
    "mon tue wed thu fri sat sun lundi mardi mercredi jeudi vendredi samedi dimanche lunedì martedì mercoledì giovedì "
    "venerdì sabato domenica"
)
# What may stand before, between and after the parts of a date without changing it.
FILLERS = _folded(
    "في يوم بين إلى حتى بتاريخ تاريخ من شهر عام سنة لعام لسنة لشهر العام السنة للعام هذا التاريخ نشر الساعة عند "
    "اليوم أمس صباح فجر ظهر عصر مساء ميلادي ميلادية الميلادي الميلادية مسيحي إفرنجي م of the on at in published"
)
ABOUT = _folded("مطلع بداية أوائل منتصف أواسط أواخر نهاية نحو حوالي صيف شتاء خريف ربيع ختام")
# «الربع الأول من عام 2020» is no more than its year.
PART_OF = re.compile(r"(?:الربع|النصف|الثلث|الاسبوع|الايام|الاسابيع|الاشهر|الشهور) \w+ (?:من )?(?=\S)")
LATELY, NOW = _folded("الماضي المنصرم الفائت"), _folded("الجاري الحالي")
# «14فبراير2024», «4-مايو-2020»
JOINED = re.compile(r"(?<=\d)-?(?=[^\W\d_]{3})|(?<=[^\W\d_]{3})-?(?=\d)")
SAME_DAY = re.compile(r"\s*(?:الموافق(?:\s+ل)?|موافق|الموافقه?|=|\(|\))\s*")
AFTER_HIJRI = re.compile(r"(?<=\d)(\s*(?:ه|هجريه?))\s+(?=\d)")
COMMON_SIGN = re.compile(r"(?<=\d{4})\s*(?:م|ميلادي|مسيحي|افرنجي)(?!\w)")
HIJRI_SIGN = re.compile(r"(?<=\d)\s*(?:ه|هجريه?|للهجره|من الهجره|ah)(?![\w])")
DEATH_SIGN = re.compile(r"(?<=\d)\s*(?:و\s*\.?\s*ر\.?|من وفاه الرسول|لوفاه الرسول|وفاه الرسول)(?![\w])")
BIRTH_SIGN = re.compile(r"(?<=\b14[1-4]\d)\s*(?:من ميلاد الرسول|لميلاد الرسول|ميلاديه)(?![\w])")
SIGNS = {"hijri": HIJRI_SIGN, "jamahiri": DEATH_SIGN, "birth": BIRTH_SIGN}
CLOCK = re.compile(
    r"(?:الساعه )?(?<!\d)(\d{1,2})[:٫.](\d{2})(?::\d{2})?(?!\d)\s*(صباحا|مساء|ظهرا|عصرا|ليلا|ص|م|am|pm)?(?!\w)"
)
# «الساعة 10 صباحا», «الساعة العاشرة»: an hour in words is not read, only left out.
HOUR = re.compile(
    r"الساعه (?:(\d{1,2})(?!\d)|[^\W\d]+(?: و[^\W\d]+)?)\s*(صباحا|مساء|ظهرا|عصرا|ليلا|ص|م)?(?!\w)"
)
AFTERNOON = {"مساء", "م", "pm", "ظهرا", "عصرا", "ليلا"}
NUMERIC = re.compile(r"(\d{1,4})\s*([/.\-])\s*(\d{1,2})\s*\2\s*(\d{1,4})")
# «14 شباط (فبراير)» names one month twice; «14 و16 فبراير» two days.
SAME_MONTH = re.compile(r"\(\s*([^\W\d]+(?: [^\W\d]+)?)\s*\)")
ZONE = re.compile(r"بالتوقيت المحلي|بتوقيت \w+")
AND = re.compile(r"(?<=\s)و(?=\d)")
MONTH_OF_YEAR = re.compile(r"(?:(\d{1,2})[/-](\d{4})|(\d{4})[/-](\d{1,2}))")
PARTING = re.compile(r"[\s،,:|]+")
LONGEST_MONTH = max(len(name.split()) for name in MONTHS)
LONGEST = 120
EDGES = " ،,.:|-"


class Reading(NamedTuple):
    """A date, and the time of day if one was stated."""

    date: PartialDate
    time: datetime.time | None = None


def read_date(text: str, captured: datetime.datetime | None = None) -> Reading | None:
    """The date that `text` is; None if it is none, or none that can be told for certain.

    `captured` is when it was read, for «أمس» and for dates without a year.
    """
    folded = " ".join(fold(text[:LONGEST]).split()).strip(EDGES)
    relative = read_relative(folded, captured) if captured else None
    if relative:
        return Reading(*relative)
    folded = SAME_MONTH.sub(_named_twice, AND.sub(" ", _parted(folded))).strip(EDGES)
    parts = [part for part in SAME_DAY.split(folded) if not all(map(_is_idle, PARTING.split(part)))]
    readings = [reading for reading in (_part(part, captured) for part in parts) if reading]
    gregorian = (reading for part, reading in zip(parts, readings, strict=False) if not _is_hijri(part))
    return next(gregorian, readings[0] if readings else None) if len(readings) == len(parts) else None


def _parted(text):
    """The text without time zone, the sign of common years, and joints between words and numbers."""
    for pattern, instead in ((ZONE, ""), (COMMON_SIGN, " "), (AFTER_HIJRI, r"\1 = "), (JOINED, " ")):
        text = pattern.sub(instead, text)
    return PART_OF.sub("مطلع ", text, count=1)


def _named_twice(match):
    return f" {match[1]} " if month_named(match[1]) else match[0]


def _is_hijri(part):
    return bool(HIJRI_SIGN.search(part)) or any(
        month.calendar == "hijri" and f" {name} " in f" {part} " for name, month in MONTHS.items()
    )


def _part(text, captured):
    day_text, clock = _without_clock(text)
    calendar = next((name for name, sign in SIGNS.items() if sign.search(day_text)), None)
    for sign in SIGNS.values():
        day_text = sign.sub(" ", day_text)
    day_text = day_text.strip(" -–|،,")
    found = _numeric(day_text, calendar) or _worded(day_text, calendar, captured)
    return Reading(found, clock if found.precision == "day" else None) if found else None


def _without_clock(text):
    """The text without its time of day, and that time; «12.30» alone is one, «12.3.2024» holds none."""
    hidden = NUMERIC.sub(lambda date: "#" * len(date[0]), text)
    match = None if NUMERIC.fullmatch(text) else CLOCK.search(hidden) or HOUR.search(hidden)
    if not match:
        return text, None
    left = text[: match.start()] + " " + text[match.end() :]
    return left, _clock(match[1], match[2] if match.re is CLOCK else "0", match[match.re.groups])


def _clock(hour, minute, half):
    if not hour:
        return None
    hour, minute = int(hour), int(minute)
    if half:
        hour = hour % 12 + (12 if half in AFTERNOON and not (half == "ليلا" and hour == 12) else 0)
    return datetime.time(hour, minute) if hour < 24 and minute < 60 else None


def _numeric(text, calendar):
    words = [word for word in PARTING.split(text) if not _is_idle(word)]
    text = " ".join(words)
    if match := NUMERIC.fullmatch(text):
        first, second, third = int(match[1]), int(match[3]), int(match[4])
        return _of_numbers(first, second, third, calendar)
    if match := MONTH_OF_YEAR.fullmatch(text):
        month, year = (match[1], match[2]) if match[1] else (match[4], match[3])
        return in_calendar(calendar or "gregorian", int(year), int(month))
    return None


def _of_numbers(first, second, third, calendar):
    """Year first or last; the day before the month unless that cannot be."""
    year, month, day = (first, second, third) if first > 31 else (third, second, first)
    if month > 12 >= day and first <= 31:
        month, day = day, month
    if calendar is None and year not in GREGORIAN_YEARS:
        return None
    return in_calendar(calendar or "gregorian", year, month, day)


def _is_idle(word):
    return (
        not word
        or word in FILLERS
        or word in WEEKDAY_NUMBERS
        or word in OTHER_WEEKDAYS
        or word in {"-", "–", "|"}
    )


def _worded(text, calendar, captured):
    """Day, month and year in words or numbers, in the order in which people write them."""
    words = [word for word in PARTING.split(text.replace("/", " ").replace(". ", " ")) if word]
    vague, last = bool(words) and words[0] in ABOUT, words[-1] if words else ""
    words = words[1:] if vague else words
    days, months, years, left = _told_apart(words[:-1] if last in LATELY | NOW else words, calendar)
    years, months = _one_year(years, calendar), _one_month(months)
    if left or len(years) > 1 or len(days) > 2 or len(months) > 1 or (years and last in LATELY | NOW):
        return None
    month = months[0] if months else None
    if not years:
        found = _without_year(days, month, captured)
        return found if last not in NOW or (found and found.month == captured.month) else None
    return _dated(years[0], month, [] if vague else days, calendar)


def _told_apart(words, calendar):
    """Numbers of days, `Month`s, years, and how many words are none of these."""
    days, months, years, left, at = [], [], [], 0, 0
    while at < len(words):
        taken, kind, value = _next(words, at, calendar)
        {"day": days, "month": months, "year": years}.get(kind, []).append(value)
        left += kind is None
        at += taken
    return days, months, years, left


def _next(words, at, calendar):
    for length in range(min(LONGEST_MONTH, len(words) - at), 0, -1):
        phrase = " ".join(words[at : at + length])
        is_month = phrase in MONTHS and (calendar in ("jamahiri", "birth") or _is_day_before(words, at))
        if (number := DAYS.get(phrase)) and not is_month:
            return length, "day", number
        if month := month_named(phrase):
            return length, "month", month
    return 1, *_number(words[at])


def _is_day_before(words, at):
    """«14 الفاتح 1369» is the month, «الفاتح من سبتمبر» the first day."""
    return at > 0 and words[at - 1].isdigit()


def _number(word):
    plain = re.sub(r"(?<=\d)(?:st|nd|rd|th|م)$", "", word)
    if plain.isdigit() and len(plain) == 4:
        return "year", int(plain)
    if plain.isdigit() and 1 <= int(plain) <= 31:
        return "day", int(plain)
    is_range = re.fullmatch(r"\d{1,2}[-–]\d{1,2}", plain)  # of days, so that the month is what is certain
    return ("idle", word) if is_range or _is_idle(word) else (None, word)


def _one_month(months):
    """The same month by two names is one: «فبراير/شباط», «مارس/الربيع»."""
    suns = {month.number for month in months if month.calendar != "hijri"}
    return months[:1] if len(set(months)) == 1 or (len(suns) == 1 and len(months) == 2) else months


def _one_year(years, calendar):
    """The same year by two counts is one: «1378 و.ر 2010 مسيحي»."""
    common = [in_calendar(calendar, year) for year in years] if calendar in ("jamahiri", "birth") else years
    return years[:1] if len(set(common)) == 1 and None not in common else years


def _dated(year, month, days, calendar):
    calendar = calendar or (month.calendar if month else "gregorian")
    if month and month.calendar == "hijri":
        calendar = "moon from death" if calendar == "jamahiri" else calendar
        if year not in HIJRI_YEARS:
            return None
    if month is None and days:
        return None
    if month and month.calendar == "jamahiri" and not days and year in GREGORIAN_YEARS:
        return None  # «الصيف 2010» is a summer.
    if month and month.calendar == "gregorian" and calendar == "jamahiri":
        month = Month("jamahiri", month.number)
    dates = [in_calendar(calendar, year, month and month.number, day) for day in days or [None]]
    if None in dates or len(dates) == 1:
        return dates[0]
    return spanning(dates[0].earliest(), dates[1].latest())


def _without_year(days, month, captured):
    """A day and a month: the last such day before the capture, if there was one."""
    if not (captured and month and month.calendar == "gregorian" and len(days) == 1):
        return None
    this_year = in_calendar("gregorian", captured.year, month.number, days[0])
    if this_year and this_year.earliest() <= captured.date():
        return this_year
    return in_calendar("gregorian", captured.year - 1, month.number, days[0])
