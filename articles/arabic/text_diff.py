"""What changed between two texts, word by word."""

import re
from difflib import SequenceMatcher
from itertools import chain

from articles.arabic.letters import MARKS

# A vowel sign belongs to its word, though Python counts it among the punctuation.
WORDS = re.compile(rf"\w[\w{re.escape(MARKS)}]*|\s+|[^\w\s]")
LINES = re.compile(r"[^\n]*\n?")
AROUND = 60
BROKEN_END, BROKEN_START = re.compile(r"(?<=\S)\s+\S*\Z"), re.compile(r"\A\S*\s+(?=\S)")


def text_diff(old, new):
    """Stretches of (kind, text), kind one of same, out, in; long unchanged ones are cut to their edges.

    >>> text_diff("عقد المجلس", "أجل المجلس")
    [('out', 'عقد'), ('in', 'أجل'), ('same', ' المجلس')]

    Lines are compared first and words only within changed lines: a long text stays quick.
    """
    steps = _steps(LINES.findall(old), LINES.findall(new))
    stretches = chain.from_iterable(
        [("same", before)] if before == after else _steps_of_words(before, after) for before, after in steps
    )
    return [(kind, _cut(text) if kind == "same" else text) for kind, text in _joined(stretches)]


def _steps(old, new):
    """Pairs of what stood and what stands, equal where nothing changed."""
    for _, start, end, new_start, new_end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        yield "".join(old[start:end]), "".join(new[new_start:new_end])


def _steps_of_words(old, new):
    for before, after in _steps(WORDS.findall(old), WORDS.findall(new)):
        yield from [("same", before)] if before == after else [("out", before), ("in", after)]


def _joined(stretches):
    """Neighbours of one kind as one stretch, empty ones left out."""
    joined = []
    for kind, text in stretches:
        if joined and joined[-1][0] == kind:
            joined[-1] = (kind, joined[-1][1] + text)
        elif text:
            joined.append((kind, text))
    return joined


def _cut(text):
    if len(text) <= 3 * AROUND:
        return text
    return f"{BROKEN_END.sub('', text[:AROUND])} … {BROKEN_START.sub('', text[-AROUND:])}"
