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
    MOST_NEAR,
    MOST_SHAPES,
    MOST_SLOP,
    MOST_TERMS,
    RANGE_SIGN,
    SLOP,
    UNIT_OF,
)
from articles.search.joining import is_text, one_of, together
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
    Without,
    Word,
)


@dataclass(frozen=True)
class Reading:
    """A tree and the codes of what was read otherwise than typed (keys of notices.NOTICES).

    `joins`: whether what may be words or operators, as typed in `joining`, was read as ``"words"`` or ``"operators"``.
    """

    tree: object
    notices: tuple[str, ...] = ()
    is_question: bool = False
    joins: str = ""
    joining: tuple[str, ...] = ()


UNREADABLE = re.compile(r"[^\w*\u064b-\u065f\u0670]")


def parse(text, joins=""):
    """The Reading of a search as typed: at most LONGEST characters and MOST_TERMS words of it.

    `joins` decides how «و», «أو» and «ليس» between words are read: ``"operators"``, ``"words"``, or as it seems.
    """
    parser = Parser(text, joins)
    tree = parser.whole()
    notices = tuple(dict.fromkeys(parser.notices))
    return Reading(tree, notices, is_question(text), parser.joins, parser.joining)


def plain(text):
    """The Reading of a text as words side by side, whatever signs it has."""
    words = [Word(token.surface) for token in tokens(text)]
    return Reading(one_of(Bag, words[:MOST_TERMS]) or Nothing(), is_question=is_question(text))


class Parser:
    """Recursive descent, one method for each rule of the grammar; None is a rule that found nothing to read."""

    def __init__(self, text, joins=""):
        self.notices = ["long"] if len(text) > LONGEST else []
        found = signs(text[:LONGEST])
        self.is_empty = not found
        self.signs, self.joins, self.joining = settled(found, self.notices, joins)
        self.place = self.depth = self.terms = self.shapes = 0

    def whole(self):
        parts = []
        while self.place < len(self.signs):
            parts.append(self.either())
            if self.next_is("close"):
                self.take()
                self.notices.append("parenthesis")
        tree = one_of(Bag, parts)
        if tree is None and not self.is_empty:
            self.notices.append("empty")
        return tree or Nothing()

    def either(self):
        parts = [self.both()]
        while self.next_is("either"):
            self.take()
            parts.append(self.both())
        return one_of(Either, dict.fromkeys(parts))

    def both(self):
        parts = [self.bag()]
        while self.next_is("both", "without"):
            negated = self.take().kind == "without"
            part = self.bag()
            parts.append(Without(part) if negated and part else part)
        return one_of(Both, dict.fromkeys(parts))

    def bag(self):
        parts = []
        while self.place < len(self.signs) and not self.next_is("both", "either", "without", "close"):
            is_word = self.next_is("word")
            part = self.part()
            # «سرت-الجفرة» are words like others.
            parts += part.parts if is_word and isinstance(part, Bag) else [part]
        return one_of(Bag, parts)

    def part(self):
        if not self.next_is("minus"):
            return self.close()
        self.take()
        part = self.close()
        return part and Without(part)

    def close(self):
        left, apart = self.term(), []
        while left and self.next_is("unit"):
            unit = _unit(self.take().text)
            right = self.term()
            if right is None:
                self.notices.append("operator")
                continue
            left, beside = together(left, right, unit)
            apart += beside
        if apart:
            self.notices.append("apart")
        return one_of(Bag, [left, *apart])

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
        if times < 2:
            return node
        if is_text(node):
            return Often(node, times)
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
            return self.shape_term(text, exact)
        if near > MOST_NEAR:
            self.notices.append("near")
        words = _words(text)
        if any(_without_slop(word)[1] for word in words):
            # An address that ends in ~ would be read as another word the next time.
            words = _words(text.replace("~", " "))
        if needed or (exact and len(words) > 1):
            return self.counted(Phrase(words, exact)) if words else None
        near = min(near, MOST_NEAR) if len(words) == 1 else 0
        found = [self.counted(Word(word, exact, near)) for word in words if word not in JOINS]
        return one_of(Bag, found)

    def shape_term(self, text, exact):
        shape = re.sub(r"\*+", "*", UNREADABLE.sub("", text))
        if not shape.strip("*_"):
            return None
        self.shapes += 1
        if self.shapes > MOST_SHAPES:
            self.notices.append("shapes")
            return None
        return self.counted(Word(shape, exact))

    def phrase_term(self, text):
        exact = text.startswith("=")
        text, slop = _without_slop(text.removeprefix("="))
        opening, inner = text[0], text[1:].rstrip()
        bare = re.sub(rf"[{CLOSING[opening]}][^{CLOSING[opening]}]*$", "", inner)
        if bare == inner:
            self.notices.append("quote")
        words = _words(bare)
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


def _words(text):
    return tuple(token.surface for token in tokens(text + " "))


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
