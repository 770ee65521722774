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
    """Parts in one ``"sentence"`` or ``"paragraph"``, or within a number of words (`unit` as a string of digits)."""

    parts: tuple
    unit: str


@dataclass(frozen=True)
class Often:
    """A word at least so many times in the text."""

    part: Word
    times: int


@dataclass(frozen=True)
class Nothing:
    """Nothing was asked: the whole archive."""


def written(node):
    """The shortest text that reads as the tree: ``Either((Word("حفتر"), Word("صالح")))`` → «حفتر أو صالح»."""
    return WRITERS[type(node)](node)


def _grouped(node):
    """In parentheses where it would otherwise fall apart."""
    return f"({written(node)})" if isinstance(node, (Bag, Both, Either, Together, Without)) else written(node)


def _bag_part(node):
    return f"({written(node)})" if isinstance(node, (Bag, Both, Either)) else written(node)


def _joined(between):
    def write(node):
        inner = (Bag, Both, Either) if between == " و " else (Bag, Either)
        parts = (f"({written(p)})" if isinstance(p, inner) else written(p) for p in node.parts)
        return between.join(parts)

    return write


def _word(node):
    return f"{'=' if node.exact else ''}{node.text}{f'~{node.near}' if node.near else ''}"


def _phrase(node):
    return f"{'=' if node.exact else ''}«{' '.join(node.words)}»{f'~{node.slop}' if node.slop else ''}"


def _dated(node):
    if node.since == node.until:
        return f"تاريخ:{node.since}"
    return f"تاريخ:[{node.since or ''}..{node.until or ''}]"


UNITS = {"sentence": "جملة", "paragraph": "فقرة"}
FIELD_WORDS = {
    "title": "عنوان",
    "lead": "مقدمة",
    "source": "مصدر",
    "origin": "منشأ",
    "actor": "جهة",
    "place": "مكان",
}
WRITERS = {
    Word: _word,
    Phrase: _phrase,
    Bag: lambda node: " ".join(_bag_part(part) for part in node.parts),
    Both: _joined(" و "),
    Either: _joined(" أو "),
    Without: lambda node: f"-{_grouped(node.part)}",
    Field: lambda node: f"{FIELD_WORDS[node.name]}:{_grouped(node.part)}",
    Dated: _dated,
    Together: lambda node: f" /{UNITS.get(node.unit, node.unit)} ".join(map(_grouped, node.parts)),
    Often: lambda node: f"{_grouped(node.part)}>={node.times}",
    Nothing: lambda node: "",
}
