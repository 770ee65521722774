"""A search as a tree, and the tree as text again: ``parse(written(tree)).tree == tree``."""

from dataclasses import dataclass

from articles.arabic.partial_date import PartialDate


@dataclass(frozen=True)
class Word:
    """One word. `exact`: in this very spelling. A ``*`` stands for any letters; `near`: letters that may differ."""

    text: str
    exact: bool = False
    near: int = 0


@dataclass(frozen=True)
class Phrase:
    """Words in this order, with up to `slop` others in between; with any slop the order is free."""

    words: tuple[str, ...]
    exact: bool = False
    slop: int = 0


@dataclass(frozen=True)
class Bag:
    """Parts side by side. Plain words need the stated minimum of them; every other part is required."""

    parts: tuple


@dataclass(frozen=True)
class Both:
    parts: tuple


@dataclass(frozen=True)
class Either:
    parts: tuple


@dataclass(frozen=True)
class Without:
    part: object


@dataclass(frozen=True)
class Field:
    """A part sought in one field only: `name` is a key of grammar.FIELDS."""

    name: str
    part: object


@dataclass(frozen=True)
class Dated:
    since: PartialDate | None
    until: PartialDate | None


@dataclass(frozen=True)
class Together:
    """Words, phrases and choices of them in one ``"sentence"`` or ``"paragraph"``, or within a number of words.

    `unit` is then a string of digits.
    """

    parts: tuple
    unit: str


@dataclass(frozen=True)
class Often:
    """A word, a phrase or any of several at least so many times in the text."""

    part: object
    times: int


@dataclass(frozen=True)
class Nothing:
    """Nothing was asked: the whole archive."""


# What a search is written in, for readers of each language; either is read.
SIGNS = {
    "ar": {
        "both": " و ",
        "either": " أو ",
        "title": "عنوان",
        "lead": "مقدمة",
        "source": "مصدر",
        "origin": "منشأ",
        "actor": "جهة",
        "place": "مكان",
        "date": "تاريخ",
        "sentence": "جملة",
        "paragraph": "فقرة",
    },
    "en": {"both": " AND ", "either": " OR "},
}


def written(node, language="ar"):
    """The shortest text that reads as the tree: ``Either((Word("حفتر"), Word("صالح")))`` → «حفتر أو صالح»."""
    return WRITERS[type(node)](node, language)


def _sign(name, language):
    return SIGNS[language].get(name, name)


def _grouped(node, language, kinds=(Bag, Both, Either, Together, Without)):
    """In parentheses where it would otherwise fall apart."""
    return f"({written(node, language)})" if isinstance(node, kinds) else written(node, language)


def _bag(node, language):
    return " ".join(_grouped(part, language, (Bag, Both, Either)) for part in node.parts)


def _both(node, language):
    return _sign("both", language).join(_grouped(part, language, (Bag, Both, Either)) for part in node.parts)


def _either(node, language):
    return _sign("either", language).join(_grouped(part, language, (Bag, Either)) for part in node.parts)


def _without(node, language):
    return f"-{_grouped(node.part, language)}"


def _word(node, language):
    return f"{'=' if node.exact else ''}{node.text}{f'~{node.near}' if node.near else ''}"


def _phrase(node, language):
    return f"{'=' if node.exact else ''}«{' '.join(node.words)}»{f'~{node.slop}' if node.slop else ''}"


def _dated(node, language):
    if node.since == node.until:
        return f"{_sign('date', language)}:{node.since}"
    return f"{_sign('date', language)}:[{node.since or ''}..{node.until or ''}]"


def _field(node, language):
    return f"{_sign(node.name, language)}:{_grouped(node.part, language)}"


def _together(node, language):
    return f" /{_sign(node.unit, language)} ".join(_grouped(part, language) for part in node.parts)


def _often(node, language):
    return f"{_grouped(node.part, language)}>={node.times}"


def _nothing(node, language):
    return ""


WRITERS = {
    Word: _word,
    Phrase: _phrase,
    Bag: _bag,
    Both: _both,
    Either: _either,
    Without: _without,
    Field: _field,
    Dated: _dated,
    Together: _together,
    Often: _often,
    Nothing: _nothing,
}
