"""Numbers written as words, as far as dates need them."""

from articles.arabic.normalizer import fold

_UNITS = ["الأول", "الثاني", "الثالث", "الرابع", "الخامس", "السادس", "السابع", "الثامن", "التاسع", "العاشر"]
_TEENS = ["الحادي", "الثاني", "الثالث", "الرابع", "الخامس", "السادس", "السابع", "الثامن", "التاسع"]
_OTHERS = {
    "الفاتح": 1,
    "فاتح": 1,
    "أول": 1,
    "أول أيام": 1,
    "غرة": 1,
    "الحادي والعشرون": 21,
    "الثلاثون": 30,
    "الثلاثين": 30,
    "العشرون": 20,
    "العشرين": 20,
}


def _days():
    days = {name: number for number, name in enumerate(_UNITS, 1)}
    days |= {f"{name} عشر": number for number, name in enumerate(_TEENS, 11)}
    for tens, value in (("العشرين", 20), ("العشرون", 20), ("الثلاثين", 30), ("الثلاثون", 30)):
        days |= {f"{name} و{tens}": value + number for number, name in enumerate(_TEENS, 1)}
    return {fold(name): number for name, number in (days | _OTHERS).items() if number <= 31}


# «السابع عشر» → 17, «الفاتح» → 1: days of a month.
DAYS = _days()
# How many: «ساعتين» is two of the unit already, these stand before it.
COUNTS = {
    fold(name): number
    for number, names in {
        0.5: "نصف",
        1: "واحد واحدة",
        3: "ثلاث ثلاثة",
        4: "أربع أربعة",
        5: "خمس خمسة",
        6: "ست ستة",
        7: "سبع سبعة",
        8: "ثماني ثمانية ثمان",
        9: "تسع تسعة",
        10: "عشر عشرة",
    }.items()
    for name in names.split()
}
