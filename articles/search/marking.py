"""The words of a query in the original spelling of a text: what to mark, and which passage to show."""

from articles.arabic.sentences import paragraphs
from articles.arabic.tokenizer import tokens
from articles.search.analysis import term
from articles.search.results import Marked

PASSAGE = 40  # words


def marked(text, view, wanted):
    """The whole text with each of its words marked that is among the `wanted` terms of a view."""
    return Marked(text, tuple((t.start, t.end) for t in tokens(text) if term(view, t.surface) in wanted))


def passages(text, view, wanted, most=2):
    """The best passages, in the order of the text: those that hold the most different wanted words.

    A text without any is represented by its beginning.
    """
    windows = [window for start, end in paragraphs(text) for window in _windows(text, start, end)]
    weighed = [
        (len({term(view, w) for w in m.words()}), len(m.spans), -place, m)
        for place, m in enumerate(marked(text[a:b], view, wanted) for a, b in windows)
    ]
    best = sorted(weighed, key=lambda row: row[:3], reverse=True)[:most]
    chosen = [row for row in best if row[0]] or best[:1]
    return tuple(row[3] for row in sorted(chosen, key=lambda row: -row[2]))


def _windows(text, start, end):
    """A paragraph in stretches of about PASSAGE words."""
    places = [(start + t.start, start + t.end) for t in tokens(text[start:end])]
    for first in range(0, len(places), PASSAGE):
        piece = places[first : first + PASSAGE]
        yield (piece[0][0], end if first + PASSAGE >= len(places) else piece[-1][1])
