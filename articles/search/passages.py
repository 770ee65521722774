"""What to show of a text: the stretches in which most of what was asked for stands."""

from bisect import bisect_left, bisect_right
from typing import NamedTuple

from articles.arabic.sentences import paragraphs
from articles.search.results import Marked

PASSAGE = 28  # words, of which some stand before the first that is marked
BEFORE = 7
SPARE = 10  # so many words more do not make a paragraph long
MOST_PASSAGES = 2
MOST_WINDOWS = 50  # marked places of a paragraph that are looked at


class Window(NamedTuple):
    """A stretch of one paragraph, and whether the paragraph goes on before and after it."""

    start: int
    end: int
    goes_before: bool
    goes_after: bool

    def overlaps(self, other):
        return self.start < other.end and other.start < self.end


def passages(text, words, marks, most=MOST_PASSAGES):
    """The best passages in the order of the text; `words` are the starts and the ends of its words, each a list.

    A text without marks is represented by its beginning.
    """
    starts = [mark.start for mark in marks]
    weighed = []
    for window in _windows(text, *words, starts):
        near = marks[bisect_left(starts, window.start) : bisect_left(starts, window.end)]
        inside = [mark for mark in near if mark.end <= window.end]
        weighed.append((len({mark.number for mark in inside}), len(inside), -window.start, window, inside))
    best = []
    for row in sorted(weighed, key=lambda row: row[:3], reverse=True):
        if (row[0] or not best) and not any(row[3].overlaps(other[3]) for other in best):
            best.append(row)
        if len(best) == most:
            break
    return tuple(_cut(text, window, inside) for *_, window, inside in sorted(best, key=_place))


def _place(row):
    return row[3].start


def _cut(text, window, marks):
    spans = tuple((first - window.start, last - window.start) for first, last in apart(marks))
    return Marked(text[window.start : window.end], spans, window.goes_before, window.goes_after)


def apart(marks):
    """Spans that do not overlap, of two the longer."""
    spans = []
    for mark in marks:
        if not spans or mark.start >= spans[-1][1]:
            spans.append((mark.start, mark.end))
    return tuple(spans)


def _windows(text, starts, ends, marked):
    """Short paragraphs whole; of longer ones their beginning, and a stretch around each of the marked places."""
    place = 0
    for _, last in paragraphs(text):
        beyond = bisect_right(ends, last, place)
        here = slice(place, beyond)
        if place < beyond:
            inside = marked[bisect_left(marked, starts[place]) : bisect_left(marked, last)]
            yield from _of_paragraph(starts[here], ends[here], inside[:MOST_WINDOWS], last)
        place = beyond


def _of_paragraph(starts, ends, marked, last):
    length = PASSAGE if len(starts) > PASSAGE + SPARE else len(starts)
    furthest = len(starts) - length
    words = (bisect_right(starts, place) - 1 for place in marked)
    for first in sorted({0, *(max(0, min(word - BEFORE, furthest)) for word in words)}):
        is_cut = first < furthest
        yield Window(starts[first], ends[first + length - 1] if is_cut else last, first > 0, is_cut)
