"""A mention with the sentence around it."""

from dataclasses import dataclass

from articles.arabic.sentences import sentence_at
from articles.models import Mention

LONGEST = 240


@dataclass(frozen=True)
class Passage:
    """``before + words + after`` is the sentence, cut at words to some 240 letters on either side."""

    mention: Mention
    before: str
    words: str
    after: str


def passage(mention):
    text = getattr(mention.article, mention.part)
    start, end = sentence_at(text, mention.start)
    before, after = text[start : mention.start], text[mention.end : max(end, mention.end)]
    return Passage(mention, _last(before), text[mention.start : mention.end], _first(after))


def _first(text):
    return text if len(text) <= LONGEST else f"{text[:LONGEST].rpartition(' ')[0]} …"


def _last(text):
    return text if len(text) <= LONGEST else f"… {text[-LONGEST:].partition(' ')[2]}"
