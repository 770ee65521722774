"""The query language in one place: its signs, its words in both languages, and its bounds.

حفتر الدبيبة              words side by side: up to three are all required, of more a stated minimum
«مجلس النواب»  "…"  “…”   these words in this order          «…»~5   within five words of each other
=مسؤول  =«…»              exactly these letters              بنغاز*  any ending; * may stand anywhere
حفتر~1                    one letter may differ, or two
و  أو  ليس  AND OR NOT    where they stand alone between two terms; also -word, && and ||
( … )                     grouping                           حفتر>=3  «مجلس النواب»>=3  (حفتر أو المشير)>=3
                                                             three times or more
حفتر /جملة الدبيبة        in one sentence; /فقرة a paragraph; /5 within five words
عنوان:  مقدمة:  مصدر:  منشأ:  جهة:  شخص:  مكان:  تاريخ:2019  تاريخ:[2019-04..2020-06]

query   = either
either  = both   { ("أو" | OR | "||") both }
both    = bag    { ("و" | AND | "&&") bag | ("ليس" | NOT) bag }
bag     = part   { part }
part    = ["-" | NOT] close
close   = term   { "/" unit term }
term    = (field ":" term | "(" either ")" | phrase | word) [ ">=" number ]
"""

import re

from articles.arabic.normalizer import fold

LONGEST = 6000  # characters that are read at all
MOST_TERMS = 64
DEEPEST = 12  # parentheses within each other
# In more plain words than these and nothing else, «أو», «و» and «ليس» are words of a sentence if there are as many
# as three words to each of them, and one more three; whoever sees it read so, or otherwise, can have it the other way.
SENTENCE = 8
MOST_SLOP = 50
MOST_NEAR = 2  # letters that may differ
MOST_SHAPES = 8  # words with a * in them

OPENING = '"«“”„‟＂'
CLOSING = {"«": '»"”'} | dict.fromkeys(OPENING.replace("«", ""), '"”“»‟＂')
MARKS = "\u064b-\u0652\u0640\u0670\u200b-\u200f\u202a-\u202e\u2066-\u2069"
NUMBER = "[0-9٠-٩۰-۹]{1,6}"

JOINS = {
    "AND": "both",
    "&&": "both",
    "و": "both",
    "OR": "either",
    "||": "either",
    "أو": "either",
    "او": "either",
    "NOT": "without",
    "ليس": "without",
}

FIELDS = {
    "title": ("عنوان", "العنوان", "title", "headline"),
    "lead": ("مقدمة", "المقدمة", "lead"),
    "source": ("مصدر", "المصدر", "source"),
    "origin": ("منشأ", "المنشأ", "origin"),
    "actor": ("جهة", "شخص", "الجهة", "الشخص", "actor", "person"),
    "place": ("مكان", "المكان", "place"),
    "date": ("تاريخ", "التاريخ", "date"),
}
FIELD_OF = {fold(word): name for name, words in FIELDS.items() for word in words}
UNIT_OF = {
    fold(word): unit
    for unit, words in {"sentence": ("جملة", "sentence"), "paragraph": ("فقرة", "paragraph")}.items()
    for word in words
}

_QUOTED = "|".join(f"[{opening}](?:[^{closing}]*)(?:[{closing}]|$)" for opening, closing in CLOSING.items())
_FIELD_WORDS = "|".join(sorted((word for words in FIELDS.values() for word in words), key=len, reverse=True))
_UNIT_WORDS = "|".join(("جملة", "جمله", "فقرة", "فقره", "sentence", "paragraph", NUMBER))
_WORD_END = rf"[^\s()\[\]{OPENING}»]"

# The first shape that fits is taken.
SHAPES = {
    "space": r"\s+",
    "range": rf"(?:{'|'.join(FIELDS['date'])})\s*:\s*\[[^\]]*(?:\]|$)",
    "date": rf"(?:{'|'.join(FIELDS['date'])})\s*:\s*{NUMBER}(?:-{NUMBER}){{0,2}}(?![\w-])",
    "field": rf"(?:{_FIELD_WORDS})\s*:(?!/)",
    "phrase": rf"=?(?:{_QUOTED})[{MARKS}]*(?:\s*~\s*{NUMBER})?",
    "open": r"\(",
    "close": r"\)",
    "unit": rf"/(?:{_UNIT_WORDS})(?!\w)",
    "times": rf"(?:>=|=>|≥)\s*{NUMBER}",
    "minus": r"(?<![^\s(])[-−–](?=[^\s-])",
    "join": rf"(?:{'|'.join(map(re.escape, JOINS))})(?!{_WORD_END})",
    "word": rf"(?:(?!>=|=>|≥){_WORD_END})+",
    "stray": r".",
}
TOKEN = re.compile(
    "|".join(f"(?P<{kind}>{shape})" for kind, shape in SHAPES.items()), re.IGNORECASE | re.DOTALL
)
RANGE_SIGN = re.compile(r"\.\.|…|\s(?:to|الى|إلى)\s", re.IGNORECASE)
SLOP = re.compile(rf"~\s*({NUMBER})$")
