"""What the normalizer knows about letters: one `Rule` a row, each character by its Unicode name.

A rule marked `spelling` changes how a word is written (أ → ا); the others remove what only a machine sees
(a tatweel, a direction mark, a presentation form). `exact` applies the second kind, `fold` both.
"""

import re
from dataclasses import dataclass
from unicodedata import category, lookup, normalize

ALEF = "\N{ARABIC LETTER ALEF}"
BEH = "\N{ARABIC LETTER BEH}"
FEH = "\N{ARABIC LETTER FEH}"
HAMZA = "\N{ARABIC LETTER HAMZA}"
HEH = "\N{ARABIC LETTER HEH}"
JEEM = "\N{ARABIC LETTER JEEM}"
KAF = "\N{ARABIC LETTER KAF}"
LAM = "\N{ARABIC LETTER LAM}"
MEEM = "\N{ARABIC LETTER MEEM}"
NOON = "\N{ARABIC LETTER NOON}"
QAF = "\N{ARABIC LETTER QAF}"
TEH = "\N{ARABIC LETTER TEH}"
WAW = "\N{ARABIC LETTER WAW}"
YEH = "\N{ARABIC LETTER YEH}"
YEH_HAMZA = "\N{ARABIC LETTER YEH WITH HAMZA ABOVE}"
ZAIN = "\N{ARABIC LETTER ZAIN}"


@dataclass(frozen=True)
class Rule:
    """Letters read as another: `Rule("teh marbuta", {"ة": "ه"})`; an empty string drops the letter."""

    name: str
    table: dict[str, str]
    spelling: bool = True


def _drop(*names: str) -> dict[str, str]:
    return {lookup(name): "" for name in names}


def _to(letter: str, *names: str) -> dict[str, str]:
    return {lookup("ARABIC LETTER " + name): letter for name in names}


def _span(first: int, last: int) -> list[str]:
    return [chr(code) for code in range(first, last + 1)]


def _opened() -> dict[str, str]:
    """Presentation forms to the letters that they show: ﷲ → الله, ﻻ → لا."""
    forms = {c: normalize("NFKC", c).strip() for c in _span(0xFB50, 0xFDFF) + _span(0xFE70, 0xFEFC)}
    return {form: letters for form, letters in forms.items() if letters != form}


def _plain_latin() -> dict[str, str]:
    """Capitals and accents off, a letter at a time: É → e, Ş → s, ß → ss."""
    letters = [c for c in _span(0x41, 0x24F) + _span(0x1E00, 0x1EFF) if category(c)[0] == "L"]
    plain = {c: "".join(x for x in normalize("NFKD", c.casefold()) if category(x) != "Mn") for c in letters}
    return {c: p for c, p in plain.items() if c != p}


def _digits(kind: str) -> dict[str, str]:
    names = ["ZERO", "ONE", "TWO", "THREE", "FOUR", "FIVE", "SIX", "SEVEN", "EIGHT", "NINE"]
    return {lookup(f"{kind} DIGIT {name}"): str(value) for value, name in enumerate(names)}


ARABIC_DIGITS = _digits("ARABIC-INDIC")
PERSIAN_DIGITS = _digits("EXTENDED ARABIC-INDIC")
DECIMAL_SIGN = "\N{ARABIC DECIMAL SEPARATOR}"
THOUSANDS_SIGN = "\N{ARABIC THOUSANDS SEPARATOR}"

_MARKS = _span(0x0610, 0x061A) + _span(0x064B, 0x065F) + _span(0x06D6, 0x06ED)
MARKS = "".join(mark for mark in _MARKS if category(mark) == "Mn")

ZERO_WIDTH = Rule(
    "zero width",
    _drop(
        "ZERO WIDTH SPACE",
        "ZERO WIDTH NON-JOINER",
        "ZERO WIDTH JOINER",
        "WORD JOINER",
        "ZERO WIDTH NO-BREAK SPACE",
        "SOFT HYPHEN",
        "COMBINING GRAPHEME JOINER",
    ),
    spelling=False,
)

DIRECTION = Rule(
    "direction marks",
    _drop(
        "LEFT-TO-RIGHT MARK",
        "RIGHT-TO-LEFT MARK",
        "ARABIC LETTER MARK",
        "LEFT-TO-RIGHT EMBEDDING",
        "RIGHT-TO-LEFT EMBEDDING",
        "POP DIRECTIONAL FORMATTING",
        "LEFT-TO-RIGHT OVERRIDE",
        "RIGHT-TO-LEFT OVERRIDE",
        "LEFT-TO-RIGHT ISOLATE",
        "RIGHT-TO-LEFT ISOLATE",
        "FIRST STRONG ISOLATE",
        "POP DIRECTIONAL ISOLATE",
    ),
    spelling=False,
)

TATWEEL = Rule("tatweel", _drop("ARABIC TATWEEL"), spelling=False)
PRESENTATION = Rule("presentation forms", _opened(), spelling=False)

RULES = (
    ZERO_WIDTH,
    DIRECTION,
    TATWEEL,
    PRESENTATION,
    Rule("tashkeel", dict.fromkeys(MARKS, "")),
    Rule("superscript alef", _drop("ARABIC LETTER SUPERSCRIPT ALEF")),
    Rule(
        "alef",
        _to(
            ALEF,
            "ALEF WITH HAMZA ABOVE",
            "ALEF WITH HAMZA BELOW",
            "ALEF WITH MADDA ABOVE",
            "ALEF WASLA",
            "ALEF WITH WAVY HAMZA ABOVE",
            "ALEF WITH WAVY HAMZA BELOW",
            "HIGH HAMZA ALEF",
        ),
    ),
    Rule("alef maksura", _to(YEH, "ALEF MAKSURA")),
    Rule("teh marbuta", _to(HEH, "TEH MARBUTA")),
    Rule("hamza on waw", _to(WAW, "WAW WITH HAMZA ABOVE")),
    Rule(
        "persian and urdu look-alikes",
        {
            **_to(KAF, "KEHEH", "SWASH KAF"),
            **_to(YEH, "FARSI YEH", "YEH BARREE", "YEH BARREE WITH HAMZA ABOVE", "E"),
            **_to(
                HEH,
                "HEH GOAL",
                "HEH GOAL WITH HAMZA ABOVE",
                "HEH DOACHASHMEE",
                "HEH WITH YEH ABOVE",
                "AE",
                "TEH MARBUTA GOAL",
            ),
        },
    ),
    Rule(
        "letters for foreign sounds",
        {
            **_to(BEH, "PEH"),
            **_to(JEEM, "TCHEH"),
            **_to(ZAIN, "JEH"),
            **_to(FEH, "VEH", "FEH WITH DOT MOVED BELOW"),
            **_to(QAF, "QAF WITH THREE DOTS ABOVE"),
            **_to(KAF, "GAF", "NG", "KEHEH WITH THREE DOTS ABOVE"),
        },
    ),
    Rule("arabic-indic digits", ARABIC_DIGITS),
    Rule("persian digits", PERSIAN_DIGITS),
    Rule("decimal sign", {DECIMAL_SIGN: "."}),
    Rule("thousands sign", {THOUSANDS_SIGN: ""}),
    Rule("latin", _plain_latin()),
    Rule("latin accents", dict.fromkeys((c for c in _span(0x0300, 0x036F) if category(c) == "Mn"), "")),
    Rule(
        "apostrophes",
        {
            "\N{RIGHT SINGLE QUOTATION MARK}": "'",
            "\N{LEFT SINGLE QUOTATION MARK}": "'",
            "\N{MODIFIER LETTER APOSTROPHE}": "'",
            "\N{GRAVE ACCENT}": "'",
            **_drop("MODIFIER LETTER LEFT HALF RING", "MODIFIER LETTER RIGHT HALF RING"),
        },
    ),
)


@dataclass(frozen=True)
class ContextRule:
    """A rule that needs the neighbours: one matched character becomes `to`, one character or none."""

    name: str
    pattern: re.Pattern
    to: str


CONTEXT_RULES = (
    # مسئول and مسؤول, شئون and شؤون are one word in two schools of spelling.
    ContextRule("hamza on yeh before waw", re.compile(f"{YEH_HAMZA}(?={WAW})"), WAW),
    ContextRule("hamza on yeh", re.compile(YEH_HAMZA), YEH),
    # ءامن is how the Quran's spelling writes آمن.
    ContextRule("hamza before alef", re.compile(rf"\b{HAMZA}(?={ALEF})"), ""),
    ContextRule("comma of thousands", re.compile(r"(?<=[0-9]),(?=[0-9]{3}(?![0-9]))"), ""),
)
