"""Parts of a search put together into one node of its tree."""

from articles.search.syntax import Bag, Both, Either, Phrase, Together, Word


def one_of(kind, parts):
    """The parts as one node: None for none, the part itself for one."""
    parts = [part for part in parts if part is not None]
    return kind(tuple(parts)) if len(parts) > 1 else next(iter(parts), None)


def together(left, right, unit):
    """(what stands in one unit, what can only be sought in the whole text beside it); the former may be None."""
    pieces = [piece for side in (left, right) for piece in _pieces(side, unit)]
    kept = [piece for piece in pieces if isinstance(piece, (Phrase, Together)) or is_text(piece)]
    together = Together(tuple(kept), unit) if len(kept) > 1 else next(iter(kept), None)
    return together, [piece for piece in pieces if piece not in kept]


def _pieces(node, unit):
    if isinstance(node, (Bag, Both)):
        return [piece for part in node.parts for piece in _pieces(part, unit)]
    return node.parts if isinstance(node, Together) and node.unit == unit else [node]


def is_text(node):
    """A word, a phrase, or a choice of them."""
    if isinstance(node, Either):
        return all(map(is_text, node.parts))
    return isinstance(node, Word) or (isinstance(node, Phrase) and not node.slop)
