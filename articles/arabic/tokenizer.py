"""Words, sentences and paragraphs of a text, by their places in the original.

[t.surface for t in tokens("قال د. مُحَمَّد في 14/2/2024: والحكومة…")]
    -> ["قال", "د.", "مُحَمَّد", "في", "14/2/2024", "والحكومة"]
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from articles.arabic.letters import MARKS, PRESENTATION, RULES

_UNSEEN = "".join(sorted({c for rule in RULES[:2] for c in rule.table}))
# Signs such as ﷺ stand for a whole phrase and are no part of the word before them.
_FORMS = "".join(sorted(c for c, letters in PRESENTATION.table.items() if " " not in letters))
_LETTERS = (
    r"\u0620-\u063f\u0641-\u064a\u066e\u066f\u0671-\u06d3\u06d5\u06ee\u06ef\u06fa-\u06ff"
    r"\u0750-\u077f\u08a0-\u08c7"
)
_ARABIC = _LETTERS + _FORMS
_LIGATURES = "".join(c for c in _FORMS if len(PRESENTATION.table[c]) > 1)
_JOINERS = re.escape(MARKS + _UNSEEN) + "\u0640\u0670"
_LATIN = rf"[^\W\d_{_LETTERS}\ufb50-\ufdff\ufe70-\ufefc]"
_APOSTROPHE = "['’‘ʼʿʾ`]"
_ARTICLES = "(?:al|el|ad|an|ar|as|ash|at|az)"

# The order matters: the first shape that fits is taken, so the commonest stands first. A full stop after a single
# letter makes it an abbreviation; «ﷲ» is one sign and a whole word.
SHAPES = {
    "word": rf"[{_ARABIC}](?!\.(?<![{_LIGATURES}]\.))[{_ARABIC}{_JOINERS}]*(?<![{_UNSEEN}])",
    "initials": rf"[{_ARABIC}](?:\.[{_ARABIC}](?![{_ARABIC}{_JOINERS}]))+\.?"
    rf"|(?:{_LATIN}\.){{2,}}(?:{_LATIN}(?!{_LATIN}|{_APOSTROPHE}))?",
    "title": rf"[{_ARABIC}]\.(?=\s)",
    "letter": rf"[{_ARABIC}]",
    "url": r"(?:https?://|www\.)[^\s<>«»“”\"]*[^\s<>«»“”\".,;:!?؟،؛…()\[\]]",
    "email": r"[A-Za-z0-9][\w.+-]*@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+",
    "date": r"\d{1,4}(?:-\d{1,2}-|/\d{1,2}/)\d{1,4}(?!\d)",
    "time": r"\d{1,2}:\d{2}(?::\d{2})?(?!\d)",
    "number": rf"\d+(?:[.,٫٬]\d+)*(?!{_LATIN})",
    "latin": rf"(?:{_ARTICLES}[-‑])?(?:{_LATIN}|\d)"
    rf"(?:[\u0300-\u036f]|{_LATIN}|\d|{_APOSTROPHE}(?={_LATIN}))*",
}
TOKEN = re.compile("|".join(f"(?P<{kind}>{shape})" for kind, shape in SHAPES.items()), re.IGNORECASE)


class Token(NamedTuple):
    """A word as it stands: `text[start:end] == surface`; `kind` is its name in SHAPES."""

    surface: str
    start: int
    end: int
    kind: str


def tokens(text: str) -> Iterator[Token]:
    """The words of `text` in order; whatever is neither letter nor digit parts them."""
    for match in TOKEN.finditer(text):
        yield Token(match[0], match.start(), match.end(), match.lastgroup)
