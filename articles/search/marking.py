"""The words of a search in the original spelling of a text: what to mark, at which level, and what to show of it."""

from dataclasses import dataclass
from operator import itemgetter

import numpy as np

from articles.arabic.analyzer import FORMS, Word
from articles.search.analysis import VIEWS, read
from articles.search.asking import Asked, Row
from articles.search.passages import apart, passages
from articles.search.query import LEVELS
from articles.search.results import Hit, Marked

UNHEARD = np.int8(-1)
SPELLING = {view: itemgetter(FORMS.index(form)) for view, form in VIEWS.items()}
IS_PART = itemgetter(FORMS.index("part"))


@dataclass(frozen=True)
class Mark:
    """A stretch of the text that answers to the `number`-th thing asked for."""

    start: int
    end: int
    number: int
    level: str


class Marker:
    """Marks what is `wanted` (a list of Asked and Row) in one text after another, each form of a word judged once."""

    def __init__(self, wanted):
        self.rows = [(number, row) for number, row in enumerate(wanted) if isinstance(row, Row)]
        self.words = [(number, asked) for number, asked in enumerate(wanted) if isinstance(asked, Asked)]
        # Everything that a word may be: (number, place in its row or None, Asked), by the terms that answer to it.
        everything = [(number, None, asked) for number, asked in self.words]
        everything += [(n, place, part) for n, row in self.rows for place, part in enumerate(row.parts)]
        self._loose = [item for item in everything if item[2].near or item[2].shaped]
        self._by_term = {view: {} for view in VIEWS}
        for item in everything:
            for view, term in item[2].terms.items():
                self._by_term[view].setdefault(term, []).append(item)
        self._judgements = None

    def marks(self, analysis):
        """The marks among the words of an `Analysis`, in order."""
        marks, parts = [], {}
        for word, (singly, in_rows) in self._answering(analysis):
            marks += [Mark(word.start, word.end, number, level) for number, level in singly]
            for place, level in in_rows:
                parts.setdefault(place, []).append((word, level))
        for number, row in self.rows:
            answers = [parts.get((number, place), []) for place in range(len(row.parts))]
            marks += [Mark(*mark[:2], number, mark[2]) for mark in _of_row(row, answers)]
        return sorted(marks, key=lambda mark: (mark.start, -mark.end, LEVELS.index(mark.level)))

    def _answering(self, analysis):
        """Pairs of a word that answers to something, and its judgement."""
        if self._judgements is None or self._judgements.vocabulary is not analysis.words:
            self._judgements = Judgements(analysis.words, self._judge)
        there = self._judgements.answering(analysis.numbers)
        columns = (analysis.positions, analysis.starts, analysis.ends, analysis.numbers)
        for position, start, end, number in zip(*(column[there].tolist() for column in columns), strict=True):
            yield (
                Word(position, start, end, *analysis.words.entries[number]),
                self._judgements.made[number],
            )

    def _judge(self, forms):
        """What a word answers to by itself, and as which part of which row, each with its level; None if to nothing."""
        likely = [
            item for view, by_term in self._by_term.items() for item in by_term.get(SPELLING[view](forms), ())
        ]
        if not (likely or self._loose):
            return None
        word = Word(0, 0, 0, *forms)
        found = {
            (number, place): level
            for number, place, asked in (*likely, *self._loose)
            if (level := asked.level(word))
        }
        singly = [(number, level) for (number, place), level in found.items() if place is None]
        return (
            (singly, [(key, level) for key, level in found.items() if key[1] is not None]) if found else None
        )

    def hit(self, article, score):
        """The Hit of an article: its marked title and passages, the words that matched and those it lacks."""
        body = "\n\n".join(filter(None, (article.standfirst, article.body)))
        in_title, in_body = read(article.title, body)
        title, marks = self.marks(in_title), self.marks(in_body)
        found = {}
        for text, there in ((article.title, title), (body, marks)):
            for mark in there:
                found.setdefault(text[mark.start : mark.end], mark.level)
        numbers = {mark.number for mark in (*title, *marks)}
        return Hit(
            article,
            Marked(article.title, apart(title)),
            passages(body, _whole_words(in_body), marks),
            tuple(found),
            score,
            max(found.values(), key=LEVELS.index, default=""),
            tuple(asked.typed for number, asked in self.words if asked.plain and number not in numbers),
            tuple(found.items()),
        )


class Judgements:
    """What `judge(entry)` says of entries of a vocabulary, each asked for once; `made` has those that are not None."""

    def __init__(self, vocabulary, judge):
        self.vocabulary, self.judge, self.made = vocabulary, judge, {}
        self._verdicts = np.full(len(vocabulary), UNHEARD)

    def answering(self, numbers):
        """The places of the numbers that something was made of."""
        if len(self._verdicts) < len(self.vocabulary.entries):
            more = len(self.vocabulary.entries) - len(self._verdicts)
            self._verdicts = np.concatenate([self._verdicts, np.full(more, UNHEARD)])
        for number in set(numbers[self._verdicts[numbers] == UNHEARD].tolist()):
            judgement = self.judge(self.vocabulary.entries[number])
            self._verdicts[number] = judgement is not None
            if judgement is not None:
                self.made[number] = judgement
        return np.flatnonzero(self._verdicts[numbers])


def _of_row(row, answers):
    """(start, end, level) of each word of a row that stands where the row wants it."""
    if all(answers):
        for chain in _chains(row, answers):
            for word, level in chain:
                yield word.start, word.end, max(level, row.widest, key=LEVELS.index)


def _chains(row, answers):
    """Rows of (word, level), one for each place of the first part from which all the others are in reach."""
    for first in answers[0]:
        chain = [first]
        for part in answers[1:]:
            near = [pair for pair in part if _follows(row, chain[-1][0].position, pair[0].position)]
            if not near:
                break
            chain.append(near[0])
        else:
            yield chain


def _follows(row, place, other):
    distance = other - place if row.ordered else abs(other - place)
    return 0 < distance <= row.reach


def _whole_words(analysis):
    """Where the words of a text begin and end, those that are part of a name written as one word left out."""
    whole = ~analysis.words.column(IS_PART, bool)[analysis.numbers]
    return analysis.starts[whole].tolist(), analysis.ends[whole].tolist()
