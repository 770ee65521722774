"""A register small enough to read, with the names that are easily confused."""

from articles.actors.register import Holding, Name, Register, Wording
from articles.arabic.partial_date import PartialDate

KHALIFA, KHALED, KHOURY, DBEIBAH, SALEH, MENFI, MANGOUSH, SALAME, TETTEH, BATHILY, MAHJOUB, MISHRI = range(
    1, 13
)
UNSMIL, GNU, PARLIAMENT, TRIPOLI, MISRATA, SIRTE, CAIRO = range(21, 28)
SPEAKER, ENVOY, DEPUTY_ENVOY, PREMIER, COMMANDER = range(41, 46)

PEOPLE = {
    KHALIFA: ("خليفة حفتر", ["خليفة بلقاسم حفتر"], ["حفتر"]),
    KHALED: ("خالد حفتر", ["خالد خليفة حفتر"], []),
    KHOURY: ("ستيفاني خوري", [], ["خوري"]),
    DBEIBAH: ("عبد الحميد الدبيبة", [], ["الدبيبة"]),
    SALEH: ("عقيلة صالح", ["عقيلة صالح عيسى"], ["صالح"]),
    MENFI: ("محمد المنفي", ["محمد يونس المنفي"], ["المنفي"]),
    MANGOUSH: ("نجلاء المنقوش", [], ["المنقوش"]),
    SALAME: ("غسان سلامة", [], ["سلامة"]),
    TETTEH: ("هانا تيتيه", [], ["تيتيه"]),
    BATHILY: ("عبد الله باتيلي", [], ["باتيلي"]),
    MAHJOUB: ("خالد المحجوب", [], []),
    MISHRI: ("خالد المشري", [], ["المشري"]),
}
BODIES = {
    UNSMIL: ("organisation", "بعثة الأمم المتحدة للدعم في ليبيا", ["البعثة الأممية"], ["البعثة"]),
    GNU: ("organisation", "حكومة الوحدة الوطنية", ["حكومة الوحدة"], ["الوحدة"]),
    PARLIAMENT: ("organisation", "مجلس النواب", ["البرلمان الليبي"], ["البرلمان"]),
    TRIPOLI: ("place", "طرابلس", [], []),
    MISRATA: ("place", "مصراتة", [], []),
    SIRTE: ("place", "سرت", [], []),
    CAIRO: ("place", "القاهرة", [], []),
}
OFFICES = {
    SPEAKER: [("رئيس مجلس النواب", ""), ("رئيس البرلمان", "")],
    ENVOY: [
        ("المبعوث الأممي إلى ليبيا", "m"),
        ("المبعوثة الأممية إلى ليبيا", "f"),
        ("المبعوثة الأممية", "f"),
    ],
    DEPUTY_ENVOY: [("نائبة المبعوث الأممي", "f")],
    PREMIER: [("رئيس حكومة الوحدة الوطنية", "m"), ("رئيس حكومة الوحدة", "m")],
    COMMANDER: [("القائد العام", "m")],
}
HOLDINGS = (
    Holding(SPEAKER, SALEH, "m", PartialDate(2014, 8)),
    Holding(ENVOY, SALAME, "m", PartialDate(2017, 6), PartialDate(2020, 3)),
    Holding(ENVOY, BATHILY, "m", PartialDate(2022, 9), PartialDate(2024, 5)),
    Holding(ENVOY, TETTEH, "f", PartialDate(2025, 1)),
    Holding(DEPUTY_ENVOY, KHOURY, "f", PartialDate(2024, 3)),
    Holding(PREMIER, DBEIBAH, "m", PartialDate(2021, 3)),
    Holding(COMMANDER, KHALIFA, "m", PartialDate(2015, 3)),
)


def _names():
    for actor, (name, full, short) in PEOPLE.items():
        yield Name(name, actor, "person")
        yield from (Name(text, actor, "person", "full") for text in full)
        yield from (Name(text, actor, "person", "short") for text in short)
    for actor, (kind, name, full, short) in BODIES.items():
        yield Name(name, actor, kind)
        yield from (Name(text, actor, kind, "full") for text in full)
        yield from (Name(text, actor, kind, "short") for text in short)


REGISTER = Register(
    tuple(_names()),
    tuple(Wording(text, office, gender) for office, texts in OFFICES.items() for text, gender in texts),
    HOLDINGS,
)
NAMES = {actor: name for actor, (name, *_) in PEOPLE.items()} | {
    actor: name for actor, (_, name, *_) in BODIES.items()
}
