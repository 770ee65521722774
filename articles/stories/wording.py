"""The words of an article that are its own: folded, without the lines that outlets put around every text."""

import re

from articles.arabic.normalizer import fold

# What frames a text and tells nothing: who is credited, where to read on, invitations to follow.
FRAME_WORDS = 14
FRAME = re.compile(
    r"^(?:مصدر الخبر|المصدر|المصادر|وكالات|نقلا عن|للمزيد|لمتابعه|تابعوا|تابعونا|تابع|شارك|شاركوا|اقرا ايضا|"
    r"اقرا المزيد|المزيد من|انضم|اشترك|حقوق النشر|جميع الحقوق|كلمات مفتاحيه|وسوم|الوسوم|هاشتاغ|تصوير|"
    r"اضغط هنا|ظهرت المقاله|التدوينه|the post)\b|صفحتنا|قناتنا|زوروا موقعنا|عبر تطبيق"
)
_WORD = re.compile(r"[^\W_]+(?:[.,][0-9]+)*")

# What tells one number of a series from the next: figures, weekdays, months, parts of the day.
_NUMBERING = frozenset(
    fold(
        "السبت الأحد الاثنين الإثنين الثلاثاء الأربعاء الخميس الجمعة يوم اليوم أمس غدا صباح مساء"
        " يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر"
    ).split()
)


def heading(title):
    """What a headline has in common with the other numbers of its series.

    >>> heading("أسعار العملات الخميس 10 أبريل") == heading("أسعار العملات الأحد 13 أبريل")
    True
    """
    return [word for word in _WORD.findall(fold(title)) if not word[0].isdigit() and word not in _NUMBERING]


def own_lines(body):
    """The folded lines of a body without its frame: a framing line is short and begins or ends as frames do."""
    for line in body.splitlines():
        folded = fold(line.lstrip("#>- ")).strip()
        if folded and not (FRAME.search(folded) and len(folded.split()) <= FRAME_WORDS):
            yield folded


def words(lines):
    """The words of folded lines in order: a list."""
    return [word for line in lines for word in _WORD.findall(line)]


def own_words(body):
    """The folded words of a body without its frame, in order."""
    return words(own_lines(body))
