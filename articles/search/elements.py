"""What must stand together, or several times: each word, phrase or choice of them as rows of words for the engine.

An element is a list of rows of which any will do, and what to mark of it.
"""

from itertools import chain
from typing import NamedTuple

from articles.search.analysis import asked
from articles.search.asking import Asked
from articles.search.engine.queries import Row as Line
from articles.search.syntax import Bag, Both, Either, Phrase, Together, Word


class Element(NamedTuple):
    lines: list
    marks: list
    names: list
    is_cut: bool = False


def elements(node, terms):
    """The elements of a node: of words side by side one each, of a choice a single one.

    >>> elements(parse("«مجلس النواب» (حفتر أو صالح)").tree, Terms("folded", finder))
    [Element([Line("folded", ("مجلس", "النواب"))], …), Element([Line("folded", ("حفتر",)), …], …)]
    """
    if isinstance(node, Either):
        inner = [element for part in node.parts for element in elements(part, terms)]
        return [_merged(inner)] if inner else []
    if isinstance(node, (Bag, Both, Together)):
        return [element for part in node.parts for element in elements(part, terms)]
    terms = terms.at("exact") if node.exact else terms
    return MAKERS[type(node)](node, terms)


def _merged(inner):
    *lists, cut = zip(*inner, strict=True)
    return Element(*(list(chain.from_iterable(parts)) for parts in lists), any(cut))


def _of_word(node, terms):
    if "*" in node.text:
        return _of_shape(node.text, terms)
    return [_of_single(word, node.near, terms) for word in asked(node.text)]


def _of_shape(text, terms):
    found = terms.shaped(text)
    if found is None:
        return [_of_single(word, 0, terms) for word in asked(text.replace("*", ""))]
    spellings, is_cut = found
    lines = [Line(terms.prefix + terms.shaped_view, (spelling,)) for spelling in sorted(spellings)]
    return [Element(lines, [terms.any_of(text, spellings)[1]], [], is_cut)]


def _of_single(word, letters, terms):
    near = terms.spellings(word.surface, letters) if letters else terms.near(word)
    lines = [Line(terms.field, (terms.term(word),))]
    lines += [Line(f"{terms.prefix}folded", (spelling,)) for spelling in near]
    return _with_names([word], lines, Asked.of(word, terms.level, near=frozenset(near)), terms)


def _of_phrase(node, terms):
    words = asked(" ".join(node.words))
    if node.slop or len(words) < 2:
        return [_of_single(word, 0, terms) for word in words]
    line = Line(terms.field, tuple(terms.term(word) for word in words))
    return [_with_names(words, [line], terms.row(words)[1], terms)]


def _with_names(words, lines, mark, terms):
    """With the other names of an actor whom the words name as a whole, at the wide level."""
    for first, end, _, names in terms.called(words):
        if (first, end) == (0, len(words)):
            lines += [terms.name_line(found) for _, found in names]
            marks = [mark, *(terms.name_row(found) for _, found in names)]
            return Element(lines, marks, [name for name, _ in names])
    return Element(lines, [mark], [])


MAKERS = {Word: _of_word, Phrase: _of_phrase}
