"""The pieces that a search is written in, before they are put together by `parsing`."""

import re
import unicodedata
from dataclasses import dataclass

from articles.search.grammar import JOINS, SENTENCE, TOKEN

DIRECTION = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")
ENDS = {"word", "phrase", "close", "date", "range", "times"}
STARTS = {"word", "phrase", "open", "field", "date", "range", "minus"}


@dataclass(frozen=True)
class Sign:
    """A piece of the query: `kind` is a key of grammar.SHAPES."""

    kind: str
    text: str


def signs(text):
    """The pieces of the text without the space between; an operator's word in small letters is a word."""
    text = DIRECTION.sub("", text)
    text = "".join(" " if unicodedata.category(letter) in ("Cc", "Cs", "Co") else letter for letter in text)
    found = [Sign(match.lastgroup, match[0]) for match in TOKEN.finditer(text)]
    return [
        Sign("word", sign.text) if sign.kind == "join" and sign.text not in JOINS else sign
        for sign in found
        if sign.kind not in ("space", "stray")
    ]


def settled(found, notices, joins=""):
    """(signs, how, operators): operators by what they do where they stand between two terms, elsewhere left out.

    Those in Arabic are everyday words too. `how` they were read is ``"operators"`` or, in what looks like a sentence,
    ``"words"``, unless `joins` says otherwise; ``""`` if there were none: «هل يستقيل رئيس الحكومة أو يبقى في منصبه
    بعد اجتماع أمس» joins nothing.
    """
    how = joins or ("words" if reads_as_sentence(found) else "operators")
    kept, ambiguous = [], []
    for place, sign in enumerate(found):
        if sign.kind != "join":
            kept.append(sign)
            continue
        does, is_latin = JOINS[sign.text], sign.text.isascii()
        if not _stands_between(does, kept, found[place + 1 : place + 2], is_latin):
            notices += ["operator"] if is_latin else []
            continue
        ambiguous += [] if is_latin else [sign.text]
        kept += [Sign(does, sign.text)] if is_latin or how == "operators" else []
    return kept, how if ambiguous else "", tuple(dict.fromkeys(ambiguous))


def reads_as_sentence(found):
    """Many words and few operators among them, and no other sign."""
    kinds = [sign.kind for sign in found]
    words, joins = kinds.count("word"), kinds.count("join")
    return words + joins == len(kinds) and words > SENTENCE and words >= 3 * (joins + 1)


def _stands_between(does, kept, following, is_latin):
    before = kept[-1].kind if kept else None
    after = following[0].kind if following else None
    follows = before in ENDS or (does == "without" and (before in ("both", "either") or is_latin))
    leads = after in STARTS or (after == "join" and does != "without")
    return follows and leads
