"""The words of a search in the original spelling of a text: what to mark, at which level, and what to show of it."""

from dataclasses import dataclass

from articles.arabic.sentences import paragraphs
from articles.search.analysis import words
from articles.search.asking import Asked
from articles.search.query import LEVELS
from articles.search.results import Hit, Marked

PASSAGE = 36  # words
MOST_PASSAGES = 2


@dataclass(frozen=True)
class Mark:
    """A stretch of the text that answers to the `number`-th thing asked for."""

    start: int
    end: int
    number: int
    level: str


def marks_in(text, wanted):
    """The marks of all that is `wanted` (Asked and Row), in order, those within others left out."""
    found = words(text)
    marks = []
    for number, item in enumerate(wanted):
        find = _of_word if isinstance(item, Asked) else _of_row
        marks += [Mark(start, end, number, level) for start, end, level in find(item, found)]
    marks.sort(key=lambda mark: (mark.start, -mark.end, LEVELS.index(mark.level)))
    return marks


def apart(marks):
    """Spans that do not overlap, the longer of two."""
    spans = []
    for mark in marks:
        if not spans or mark.start >= spans[-1][1]:
            spans.append((mark.start, mark.end))
    return tuple(spans)


def _of_word(item, found):
    for word in found:
        level = item.level(word)
        if level:
            yield word.start, word.end, level


def _of_row(item, found):
    """Each word of a row that stands where the row wants it."""
    answers = [[(word, level) for word in found if (level := part.level(word))] for part in item.parts]
    if not all(answers):
        return
    for chain in _chains(item, answers):
        for word, level in chain:
            yield word.start, word.end, max(level, item.widest, key=LEVELS.index)


def _chains(item, answers):
    """Rows of (word, level), one for each place of the first part from which all the others are in reach."""
    for first in answers[0]:
        chain = [first]
        for part in answers[1:]:
            place = chain[-1][0].position
            near = [
                pair
                for pair in part
                if 0
                < (pair[0].position - place if item.ordered else abs(pair[0].position - place))
                <= item.reach
            ]
            if not near:
                break
            chain.append(min(near, key=lambda pair: abs(pair[0].position - place)))
        else:
            yield chain


def hit_of(article, score, wanted):
    """The Hit of an article: its marked title and passages, the words that matched and those it lacks."""
    body = "\n\n".join(filter(None, (article.standfirst, article.body)))
    texts = ((article.title, marks_in(article.title, wanted)), (body, marks_in(body, wanted)))
    found = {}
    for text, marks in texts:
        for mark in marks:
            found.setdefault(text[mark.start : mark.end], mark)
    numbers = {mark.number for _, marks in texts for mark in marks}
    missing = [
        item.typed
        for number, item in enumerate(wanted)
        if number not in numbers and getattr(item, "plain", False)
    ]
    return Hit(
        article,
        Marked(article.title, apart(texts[0][1])),
        passages(*texts[1]),
        tuple(found),
        score,
        max((mark.level for mark in found.values()), key=LEVELS.index, default=""),
        tuple(missing),
        tuple((form, mark.level) for form, mark in found.items()),
    )


def passages(text, marks, most=MOST_PASSAGES):
    """The best passages in the order of the text: those in which most of what was asked for stands, and closest.

    A text without marks is represented by its beginning.
    """
    windows = [window for first, end in paragraphs(text) for window in _windows(text, first, end)]
    weighed = []
    for start, end in windows:
        inside = [mark for mark in marks if start <= mark.start and mark.end <= end]
        weighed.append((len({mark.number for mark in inside}), len(inside), -start, end, inside))
    best = sorted(weighed, key=lambda row: row[:3], reverse=True)[:most]
    best = [row for row in best if row[0]] or best[:1]
    return tuple(
        _cut(text, -start, end, inside) for _, _, start, end, inside in sorted(best, key=lambda r: -r[2])
    )


def _cut(text, start, end, marks):
    spans = tuple((first - start, last - start) for first, last in apart(marks))
    return Marked(text[start:end], spans)


def _windows(text, start, end):
    """A paragraph in stretches of about PASSAGE words."""
    found = [word for word in words(text[start:end]) if not word.part]
    for first in range(0, len(found), PASSAGE):
        piece = found[first : first + PASSAGE]
        last = first + PASSAGE >= len(found)
        yield start + piece[0].start, end if last else start + piece[-1].end
