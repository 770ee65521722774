"""The lines of a saved page, cleaned of what cannot be seen, each knowing where it stood."""

import re
import unicodedata
from dataclasses import dataclass

from articles.arabic.normalizer import fold

SENTENCE_END = (".", "…", "؟", "?", "!")
CLOSING = "»”\"')]} "
BULLET = re.compile(r"\s*(?:[•●○◦▪▫◾◼■□►▶➤✓*–—-]\s+|\N{BULLET}|(?=[0-9٠-٩]{1,2}[.)ـ-]\s))")
DIRECTION_OVERRIDES = re.compile("[\u202a-\u202e\u2066-\u2069\ufeff]")
CONTROLS = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
SPACES = re.compile("[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000 ]+")
WRAPPED_WIDTH = range(50, 121)
LIST_ITEM_WORDS = 30
SHORT_WORDS = 14


@dataclass(frozen=True)
class Line:
    """One line and its number in the file, from 1; `gap` says that a blank line stood before it."""

    number: int
    text: str
    gap: bool = False

    @property
    def words(self):
        return len(self.text.split())

    @property
    def is_bullet(self):
        return bool(BULLET.match(self.text))

    @property
    def is_sentence(self):
        """Whether it ends as a sentence or a lead-in does; a question may also be a heading."""
        return self.text.rstrip(CLOSING).endswith((".", "…", ":", "؛", "،"))

    @property
    def is_short(self):
        """As headings, captions and pull quotes are: few words and no full stop."""
        return self.words <= SHORT_WORDS and not self.is_sentence and not self.is_bullet


def clean(text):
    """Text without control signs and direction overrides, line ends and spaces made plain.

    >>> clean("سرت\\u202e\\r\\n\\xa0 طرابلس")
    'سرت\\n طرابلس'
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n\n")
    text = DIRECTION_OVERRIDES.sub("", CONTROLS.sub("", text))
    return unicodedata.normalize("NFC", SPACES.sub(" ", text))


def split(text):
    """The lines that say something; lines broken at a fixed width are joined again.

    >>> [(line.number, line.text, line.gap) for line in split("عنوان\\n\\nنص.")]
    [(1, 'عنوان', False), (3, 'نص.', True)]
    """
    found, gap = [], False
    for number, text_of_line in enumerate(clean(text).split("\n"), 1):
        stripped = text_of_line.strip(" \u200b\u200e\u200f")
        if stripped:
            found.append(Line(number, stripped, gap and bool(found)))
        gap = not stripped
    return [line for group in groups(found) for line in _joined(group)]


def groups(lines):
    """Lines in runs between blank lines."""
    runs = []
    for line in lines:
        if line.gap or not runs:
            runs.append([])
        runs[-1].append(line)
    return runs


def folded(text):
    """The words alone, folded, for comparing lines: «"خطوة عملية"» and «خطوه عمليه» agree."""
    return " ".join(re.findall(r"\w+", fold(text)))


def _joined(group):
    inner = group[:-1]
    broken = len(inner) >= 2 and all(
        len(line.text) in WRAPPED_WIDTH and not line.text.endswith(SENTENCE_END) and not line.is_bullet
        for line in inner
    )
    if not (broken and group[-1].text.rstrip(CLOSING).endswith(SENTENCE_END)):
        return group
    return [Line(group[0].number, " ".join(line.text for line in group), group[0].gap)]
