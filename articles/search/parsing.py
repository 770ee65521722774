"""Whatever is typed, read in the nearest sensible way; never an error.

>>> parse("حفتر أو «مجلس النواب»").tree
Either(parts=(Word(text='حفتر', …), Phrase(words=('مجلس', 'النواب'), …)))
>>> parse('"فلان').notices
('quote',)
"""

import re
from dataclasses import dataclass

from articles.arabic.dates import read
from articles.arabic.normalizer import fold
from articles.arabic.partial_date import PartialDate
from articles.arabic.questions import is_question
from articles.arabic.tokenizer import tokens
from articles.search.grammar import (
    CLOSING,
    DEEPEST,
    FIELD_OF,
    JOINS,
    LONGEST,
    MOST_SLOP,
    MOST_TERMS,
    RANGE_SIGN,
    SLOP,
    UNIT_OF,
)
from articles.search.signs import settled, signs
from articles.search.syntax import (
    Bag,
    Both,
    Dated,
    Either,
    Field,
    Nothing,
    Often,
    Phrase,
    Together,
    Without,
    Word,
)


@dataclass(frozen=True)
class Reading:
    """A tree and the codes of what was read otherwise than typed (keys of description.NOTICES)."""

    tree: object
    notices: tuple[str, ...] = ()
    is_question: bool = False


UNREADABLE = re.compile(r"[^\w*\u064b-\u065f\u0670]")


def parse(text):
    """The Reading of a search as typed: at most LONGEST characters and MOST_TERMS words of it."""
    parser = Parser(text)
    tree = parser.whole()
    return Reading(tree, tuple(dict.fromkeys(parser.notices)), is_question(text))


def plain(text):
    """The Reading of a text as words side by side, whatever signs it has."""
    words = [Word(token.surface) for token in tokens(text)]
    return Reading(_one_of(Bag, words[:MOST_TERMS]) or Nothing(), is_question=is_question(text))


class Parser:
    """Recursive descent, one method for each rule of the grammar; None is a rule that found nothing to read."""

    def __init__(self, text):
        self.notices = ["long"] if len(text) > LONGEST else []
        self.signs = settled(signs(text[:LONGEST]), self.notices)
        self.place = self.depth = self.terms = 0

    def whole(self):
        parts = []
        while self.place < len(self.signs):
            parts.append(self.either())
            if self.next_is("close"):
                self.take()
                self.notices.append("parenthesis")
        tree = _one_of(Bag, parts)
        if self.signs and tree is None:
            self.notices.append("empty")
        return tree or Nothing()

    def either(self):
        parts = [self.both()]
        while self.next_is("either"):
            self.take()
            parts.append(self.both())
        return _one_of(Either, parts)

    def both(self):
        parts = [self.bag()]
        while self.next_is("both", "without"):
            negated = self.take().kind == "without"
            part = self.bag()
            parts.append(Without(part) if negated and part else part)
        return _one_of(Both, parts)

    def bag(self):
        parts = []
        while self.place < len(self.signs) and not self.next_is("both", "either", "without", "close"):
            is_word = self.next_is("word")
            part = self.part()
            # «سرت-الجفرة» are words like others.
            parts += part.parts if is_word and isinstance(part, Bag) else [part]
        return _one_of(Bag, parts)

    def part(self):
        if not self.next_is("minus"):
            return self.close()
        self.take()
        part = self.close()
        return part and Without(part)

    def close(self):
        left = self.term()
        while left and self.next_is("unit"):
            unit = _unit(self.take().text)
            right = self.term()
            if right is None:
                self.notices.append("operator")
            elif isinstance(left, Together) and left.unit == unit:
                left = Together((*left.parts, right), unit)
            else:
                left = Together((left, right), unit)
        return left

    def term(self):
        if self.place >= len(self.signs) or self.next_is("both", "either", "without", "close"):
            return None
        sign = self.take()
        node = getattr(self, f"{sign.kind}_term", self.no_term)(sign.text)
        while self.next_is("times"):
            times = int(re.search(r"\d+", self.take().text)[0])
            node = self.often(node, times)
        return node

    def often(self, node, times):
        if isinstance(node, Word) and not node.near and "*" not in node.text and times > 1:
            return Often(node, times)
        if times > 1:
            self.notices.append("times")
        return node

    def no_term(self, text):
        return None

    def open_term(self, text):
        if self.depth >= DEEPEST:
            self.notices.append("deep")
            return None
        self.depth += 1
        node = self.either()
        self.depth -= 1
        if self.next_is("close"):
            self.take()
        else:
            self.notices.append("parenthesis")
        return node

    def field_term(self, text):
        while self.next_is("field"):
            text = self.take().text
        word = text.rstrip(": ")
        name = FIELD_OF[fold(word)]
        inner = self.term()
        if inner is None:
            return self.word_term(word)
        if name == "date":
            self.notices.append("date")
        return inner if name == "date" or isinstance(inner, (Field, Dated)) else Field(name, inner)

    def word_term(self, text):
        exact, needed = text.startswith("="), text.startswith("+")
        text, near = _without_slop(text.lstrip("=+"))
        if "*" in text:
            pattern = re.sub(r"\*+", "*", UNREADABLE.sub("", text))
            return self.counted(Word(pattern, exact)) if pattern.strip("*_") else None
        words = tuple(token.surface for token in tokens(text + " "))
        if needed or (exact and len(words) > 1):
            return self.counted(Phrase(words, exact)) if words else None
        near = min(near, 2) if len(words) == 1 else 0
        found = [self.counted(Word(word, exact, near)) for word in words if word not in JOINS]
        return _one_of(Bag, found)

    def phrase_term(self, text):
        exact = text.startswith("=")
        text, slop = _without_slop(text.removeprefix("="))
        opening, inner = text[0], text[1:].rstrip()
        bare = re.sub(rf"[{CLOSING[opening]}][^{CLOSING[opening]}]*$", "", inner)
        if bare == inner:
            self.notices.append("quote")
        words = tuple(token.surface for token in tokens(bare + " "))
        if slop > MOST_SLOP:
            self.notices.append("slop")
        return self.counted(Phrase(words, exact, min(slop, MOST_SLOP))) if words else None

    def date_term(self, text):
        return self.dated(text.split(":", 1)[1])

    def range_term(self, text):
        return self.dated(text.split("[", 1)[1].rstrip("]"))

    def dated(self, text):
        sides = [side.strip() for side in RANGE_SIGN.split(text, maxsplit=1)]
        dates = [_date(side) for side in sides]
        if any(side and not day for side, day in zip(sides, dates, strict=True)) or not any(dates):
            self.notices.append("date")
        since, until = dates[0], dates[-1]
        if since and until and since.earliest() > until.latest():
            since, until = until, since
        return Dated(since, until) if since or until else None

    def counted(self, node):
        """The node, unless as many words as are read have been read."""
        room = MOST_TERMS - self.terms
        if isinstance(node, Phrase) and room < len(node.words):
            node = Phrase(node.words[:room], node.exact, node.slop)
        self.terms += len(node.words) if isinstance(node, Phrase) else 1
        if room > 0 and self.terms <= MOST_TERMS:
            return node
        self.notices.append("many")
        return None

    def next_is(self, *kinds):
        return self.place < len(self.signs) and self.signs[self.place].kind in kinds

    def take(self):
        self.place += 1
        return self.signs[self.place - 1]


def _one_of(kind, parts):
    """The parts as one node: None for none, the part itself for one."""
    parts = [part for part in parts if part is not None]
    return kind(tuple(parts)) if len(parts) > 1 else next(iter(parts), None)


def _unit(text):
    name = text.lstrip("/")
    return str(max(1, min(int(name), MOST_SLOP))) if name.isdigit() else UNIT_OF[fold(name)]


def _without_slop(text):
    """«فلان~5» → («فلان», 5); a bare ``~`` is 1."""
    match = SLOP.search(text)
    if match:
        return text[: match.start()], int(match[1])
    return (text[:-1], 1) if text.endswith("~") else (text, 0)


def _date(text):
    """2019, 2019-4, 2019/04/12 or «أبريل 2019»; None if it is no date."""
    parts = re.fullmatch(r"(\d{4})(?:[-/](\d{1,2}))?(?:[-/](\d{1,2}))?", text)
    try:
        return PartialDate(*(int(part) for part in parts.groups() if part)) if parts else read(text)
    except ValueError:
        return None
