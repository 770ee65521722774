"""Whom a text credits: «مصدر الخبر / وكالة القنديل», «نقلاً عن صحيفة المرفأ», «رويترز –»."""

import re

_MARKS = "[\u064b-\u0652]*"
_NAME = r"(?P<name>[^\n.،؛:()«»/|]{3,60}?)"
_END = r"(?=\s*(?:$|[\n.،؛:()«»|]|\s[–-]\s|\s(?:أن|إن|قوله|قولها|في|عن|مفاده|خبر)\b))"
_KIND = "(?:صحيفة|جريدة|موقع|قناة|وكالة|بوابة|منصة|شبكة|إذاعة|مجلة|تلفزيون|راديو)"
SAYINGS = [
    re.compile(rf"(?m)^\W*(?:مصدر الخبر|المصدر)\s*[/:|–-]\s*{_NAME}\s*$"),
    re.compile(rf"نقل{_MARKS}ا{_MARKS}\s+عن\s+{_NAME}{_END}"),
    re.compile(
        rf"(?:ونقلت|نقلت|ذكرت|أوردت|بحسب|وفق{_MARKS}ا?{_MARKS}|حسب)\s+(?:ما\s+\w+\s+)?(?P<name>{_KIND}\s+[^\n.،؛:()«»/|]{{3,40}}?){_END}"
    ),
    # A line of its own, «القنديل - أنقرة»: a text that runs on after the dash begins with a place.
    re.compile(rf"\A\W*{_NAME}\s+[–-]\s+[^\n]{{2,30}}\n"),
]
LEAST, MOST = 1, 7


def credited(body):
    """The name that a body gives as its source, as it stands there; empty if it gives none.

    >>> credited("مصدر الخبر / اخبار ليبيا 24\\n\\nاجتمع القائد العام")
    'اخبار ليبيا 24'
    """
    for saying in SAYINGS:
        match = saying.search(body)
        if match and LEAST <= len(match["name"].split()) <= MOST:
            return match["name"].strip(" \t\"'“”")
    return ""
