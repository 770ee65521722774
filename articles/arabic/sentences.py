"""Where sentences and paragraphs begin and end, for quotes, snippets and search within one sentence.

[text[a:b] for a, b in sentences("قال د. علي 3.5 مليون. هل يكفي؟")]
    -> ["قال د. علي 3.5 مليون.", "هل يكفي؟"]
"""

import re
from itertools import chain, islice, pairwise

from articles.arabic.tokenizer import tokens

_CLOSING = "»”’\"')\\]"
END = re.compile(rf"[.!?؟…۔]+[{_CLOSING}]*(?=\s|$)|\n+")
_BLANK_LINE = re.compile(r"\n\s*\n")

Span = tuple[int, int]


def paragraphs(text: str) -> list[Span]:
    """The stretches between blank lines, without the white space around them."""
    gaps = [match.span() for match in _BLANK_LINE.finditer(text)]
    spans = pairwise([0, *chain.from_iterable(gaps), len(text)])
    return [
        span for span in (_trimmed(text, *span) for span in islice(spans, 0, None, 2)) if span[0] < span[1]
    ]


def sentences(text: str) -> list[Span]:
    """The sentences of `text`; a new line ends one too, a full stop in «د.» or U.N. does not."""
    dotted = (token for token in tokens(text) if "." in token.surface)
    inside = {place for token in dotted for place in range(token.start, token.end)}
    spans, start = [], 0
    for match in END.finditer(text):
        if match.start() in inside:
            continue
        spans.append((start, match.end()))
        start = match.end()
    spans.append((start, len(text)))
    return [span for span in (_trimmed(text, *span) for span in spans) if span[0] < span[1]]


def sentence_at(text: str, place: int) -> Span:
    """The sentence around the character at `place`; of the white space between two, the one before."""
    found = (0, 0)
    for span in sentences(text):
        if span[0] > place:
            break
        found = span
    return found


def _trimmed(text: str, start: int, end: int) -> Span:
    passage = text[start:end]
    start += len(passage) - len(passage.lstrip())
    return start, start + len(passage.strip())
