"""The words of an article that are its own: folded, without the lines that outlets put around every text."""

import re
from zlib import crc32

from articles.arabic import dates
from articles.arabic.analyzer import shipped_analyzer
from articles.arabic.normalizer import fold

# What frames a text and tells nothing: who is credited, where to read on, invitations to follow.
FRAME_WORDS = 14
# A line of so many is not looked at: hardly any word vanishes when it is folded.
CERTAINLY_OWN = 2 * FRAME_WORDS
FRAME = re.compile(
    r"^(?:مصدر الخبر|المصدر|المصادر|وكالات|نقلا عن|للمزيد|لمتابعه|تابعوا|تابعونا|تابع|شارك|شاركوا|اقرا ايضا|"
    r"اقرا المزيد|المزيد من|انضم|اشترك|حقوق النشر|جميع الحقوق|كلمات مفتاحيه|وسوم|الوسوم|هاشتاغ|تصوير|"
    r"اضغط هنا|ظهرت المقاله|التدوينه|the post)\b|صفحتنا|قناتنا|زوروا موقعنا|عبر تطبيق"
)
_WORD = re.compile(r"[^\W_]+(?:[.,][0-9]+)*")

# What tells one number of a series from the next: figures, weekdays, months, parts of the day.
_NUMBERING = frozenset(
    fold("السبت الأحد الاثنين الإثنين الثلاثاء الأربعاء الخميس الجمعة يوم اليوم أمس غدا صباح مساء").split()
) | set(map(fold, dates.MONTHS["ar"]))


def heading(title):
    """What a headline has in common with the other numbers of its series.

    >>> heading("أسعار العملات الخميس 10 أبريل") == heading("أسعار العملات الأحد 13 أبريل")
    True
    """
    return [word for word in _WORD.findall(fold(title)) if not word[0].isdigit() and word not in _NUMBERING]


def own_spans(body):
    """The first characters and ends of the lines of a body without its frame: pairs, in order."""
    start = 0
    for line in body.splitlines(keepends=True):
        if len(line.split()) > CERTAINLY_OWN or _own(line):
            yield start, start + len(line)
        start += len(line)


def own_lines(body):
    """The folded lines of a body without its frame: a framing line is short and begins or ends as frames do."""
    return filter(None, map(_own, body.splitlines()))


def _own(line):
    """The line folded; empty if it is of the frame."""
    folded = fold(line.lstrip("#>- ")).strip()
    return "" if len(folded.split()) <= FRAME_WORDS and FRAME.search(folded) else folded


def own_words(body):
    """The folded words of a body without its frame, in order."""
    return [word for line in own_lines(body) for word in _WORD.findall(line)]


def without_and(word):
    """«والإمارات» → «الإمارات», and «وليامز» as it is; also of several words."""
    bare = shipped_analyzer().words(word)[0].bare if word.startswith("و") else "و"
    return word if bare.startswith("و") else word[1:]


def word_keys(part):
    """The numbers of the words in a part of a `Reading`: a list."""
    return [crc32(word.encode()) for word in _WORD.findall(fold(part))]
