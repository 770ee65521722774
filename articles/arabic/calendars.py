"""The calendars by which Libya has dated its news, each month by all of its names.

    month_named("شباط")                 -> Month("gregorian", 2)
    month_named("النوار")               -> Month("jamahiri", 2)
    in_calendar("hijri", 1445, 8, 4)    -> PartialDate(2024, 2, 14)

The Jamahiriya (1986–2011) gave the solar months names of its own and counted years in three ways: at first those of
the moon from the Prophet's death («27 شوال 1397 و.ر» is of June 1988), then those of the sun from his birth in 571
(law 5 of 1426 ميلادية is of 1997), at last those of the sun from his death in 632 (1369 و.ر is 2001). Hijri days
follow Umm al-Qura; a sighting in Libya may have been a day off.
"""

from typing import NamedTuple

from hijridate import Hijri

from articles.arabic.normalizer import fold
from articles.arabic.partial_date import PartialDate

PROPHETS_BIRTH, PROPHETS_DEATH = 571, 632
# In years of the moon, after the Hijra.
DEATH_AFTER_HIJRA = 11
JAMAHIRI_YEARS = range(1340, 1381)
JAMAHIRIYA = range(1986, 2012)
HIJRI_YEARS = range(1343, 1501)
GREGORIAN_YEARS = range(1800, 2101)


class Month(NamedTuple):
    """A month of a calendar: ``"gregorian"``, ``"jamahiri"`` or ``"hijri"``, and its number from 1."""

    calendar: str
    number: int


# One line a month, from the first; its names in Libya and Egypt, the Levant, the Maghreb, and Europe.
NAMES = {
    "gregorian": """
        يناير، كانون الثاني، كانون ثاني، جانفي، ينائر، january، jan، janvier، janv، gennaio
        فبراير، شباط، فيفري، فبرائر، february، feb، février، févr، fév، febbraio
        مارس، آذار، اذار، march، mar، mars، marzo
        أبريل، ابريل، نيسان، أفريل، april، apr، avril، avr، aprile
        مايو، أيار، ماي، may، mai، maggio
        يونيو، يونيه، حزيران، جوان، june، jun، juin، giugno
        يوليو، يوليه، تموز، جويلية، يوليوز، july، jul، juillet، juil، luglio
        أغسطس، اغسطس، آب، أوت، غشت، august، aug، août، agosto
        سبتمبر، أيلول، شتنبر، september، sep، sept، septembre، settembre
        أكتوبر، تشرين الأول، تشرين أول، october، oct، octobre، ottobre
        نوفمبر، تشرين الثاني، تشرين ثاني، نونبر، november، nov، novembre
        ديسمبر، كانون الأول، كانون أول، دجنبر، december، dec، décembre، déc، dicembre
    """,
    "jamahiri": """
        أي النار، اي النار
        النوار
        الربيع
        الطير
        الماء
        الصيف
        ناصر
        هانيبال، هنيبال
        الفاتح
        التمور
        الحرث
        الكانون
    """,
    "hijri": """
        محرم، المحرم، محرم الحرام
        صفر، صفر الخير
        ربيع الأول، ربيع أول، ربيع الأنور
        ربيع الآخر، ربيع الثاني، ربيع ثاني، ربيع آخر
        جمادى الأولى، جمادى الأول، جمادي الأولى، جمادى أولى
        جمادى الآخرة، جمادى الثانية، جمادى الآخر، جمادى الثاني، جمادى ثانية
        رجب، رجب الفرد
        شعبان
        رمضان، رمضان المبارك
        شوال
        ذو القعدة، ذي القعدة، ذو القعده، ذي قعدة
        ذو الحجة، ذي الحجة، ذو الحجه، ذي حجة
    """,
}


def _months():
    rows = {calendar: text.strip().splitlines() for calendar, text in NAMES.items()}
    return {
        fold(name.strip()): Month(calendar, number)
        for calendar, lines in rows.items()
        for number, line in enumerate(lines, 1)
        for name in line.split("،")
    }


MONTHS = _months()


def month_named(name: str) -> Month | None:
    """The month of this name, in any spelling; None if there is none."""
    return MONTHS.get(" ".join(fold(name).split()))


def in_calendar(
    calendar: str, year: int, month: int | None = None, day: int | None = None
) -> PartialDate | None:
    """A date of a calendar as a Gregorian one, only as precise as can be said; None if there is no such date."""
    if 0 in (month, day):
        return None
    try:
        return CONVERSIONS[calendar](year, month, day)
    except (ValueError, OverflowError):
        return None


def spanning(first, last) -> PartialDate | None:
    """What two days have in common: their day, their month, or their year."""
    if first == last:
        return PartialDate.of(first)
    if (first.year, first.month) == (last.year, last.month):
        return PartialDate.of(first, "month")
    return PartialDate.of(first, "year") if first.year == last.year else None


def _gregorian(year, month, day):
    return PartialDate(year, month, day) if year in GREGORIAN_YEARS else None


def _jamahiri(year, month, day):
    """Years up to 1380 are from the Prophet's death, the others as everywhere."""
    common = year + PROPHETS_DEATH if year in JAMAHIRI_YEARS else year
    return PartialDate(common, month, day) if common in JAMAHIRIYA else None


def _from_birth(year, month, day):
    common = year + PROPHETS_BIRTH
    return PartialDate(common, month, day) if common in JAMAHIRIYA else None


def _from_death_by_moon(year, month, day):
    return _hijri(year + DEATH_AFTER_HIJRA, month, day)


def _hijri(year, month, day):
    """A month or a year of the moon lies across those of the sun: what remains is what both have in common."""
    if year not in HIJRI_YEARS:
        return None
    first = Hijri(year, month or 1, day or 1)
    last_month = Hijri(year, month or 12, 1)
    last = first if day else Hijri(year, month or 12, last_month.month_length())
    return spanning(first.to_gregorian(), last.to_gregorian())


CONVERSIONS = {
    "gregorian": _gregorian,
    "jamahiri": _jamahiri,
    "birth": _from_birth,
    "moon from death": _from_death_by_moon,
    "hijri": _hijri,
}
