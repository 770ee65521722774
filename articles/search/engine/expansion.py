"""From what was typed to the terms of one segment: beginnings, patterns, ranges, and words within some letters."""

import re
from itertools import islice

import numpy as np

from .array_file import ascending
from .nearness import near_words
from .whoosh_parts import query

WILDCARDS = {"*": ".*", "?": "."}


def ordinals_of(field, text, leaf):
    """Ordinals of the terms of a `FieldArrays` that a multi-term query stands for, ascending."""
    return _EXPANSIONS[_kind(text)](field, text, leaf)


def span_of(field, wanted, field_object):
    """(first, last) where the terms of the query stand side by side: a beginning or a range; else None."""
    if isinstance(wanted, query.Prefix):
        return field.lexicon.within(field_object.to_bytes(wanted.text))
    if isinstance(wanted, query.TermRange):
        return _range(field.lexicon, wanted, field_object)
    return None


def _range(lexicon, wanted, field_object):
    first, last = 0, len(lexicon)
    if wanted.start is not None:
        start = field_object.to_bytes(wanted.start)
        first = lexicon.from_term(start)
        if wanted.startexcl and first < last and lexicon[first] == start:
            first += 1
    if wanted.end is not None:
        end = field_object.to_bytes(wanted.end)
        last = lexicon.from_term(end)
        if not wanted.endexcl and last < len(lexicon) and lexicon[last] == end:
            last += 1
    return first, max(first, last)


def _wildcard(field, wanted, leaf):
    return _by_whoosh(field, wanted, leaf) if "[" in wanted.text else matching(field, wanted.text)


def matching(field, shape, most=None):
    """Ordinals of the terms of a `FieldArrays` that have a shape with ``*`` or ``?`` in it.

    All in ascending order, or so many of those in most documents, which is quick however many there are.
    """
    lexicon = field.lexicon
    parts = re.split(r"[*?]", shape)
    body = "".join(WILDCARDS.get(letter) or re.escape(letter) for letter in shape)
    fits = re.compile(body, re.DOTALL).fullmatch
    span = lexicon.within(parts[0].encode())
    if parts[-1]:
        candidates = _ending(lexicon, span, parts[-1].encode())
    else:
        candidates = _holding(lexicon, span, max(parts, key=len).encode())
    if most is not None:
        candidates = candidates[np.argsort(-field.doc_frequencies(candidates), kind="stable")]
    found = (ordinal for ordinal in candidates.tolist() if fits(lexicon[ordinal].decode()))
    return np.array(list(islice(found, most)), "i8")


def _ending(lexicon, span, letters):
    """Ordinals within the span of the terms that end in these bytes; the last byte is compared first."""
    ends = lexicon.starts[span[0] + 1 : span[1] + 1].astype("i8")
    ordinals = np.flatnonzero(np.diff(lexicon.starts[span[0] : span[1] + 1]) >= len(letters))
    for place, byte in enumerate(reversed(letters), 1):
        ordinals = ordinals[lexicon.blob[ends[ordinals] - place] == byte]
    return ordinals + span[0]


def _holding(lexicon, span, letters):
    """Ordinals within the span of the terms in which these bytes stand; the blob is searched as one text."""
    first, last = span
    if not letters or first == last:
        return np.arange(first, last)
    base = int(lexicon.starts[first])
    blob = memoryview(lexicon.blob)[base : int(lexicon.starts[last])]
    # Looking ahead finds every place, also one that overlaps with what only seems to be one, across two terms.
    places = [found.start() for found in re.finditer(b"(?=" + re.escape(letters) + b")", blob)]
    ordinals = np.searchsorted(lexicon.starts, np.array(places, "i8") + base, "right") - 1
    return ascending(ordinals[ordinals < last])


def _fuzzy(field, wanted, leaf):
    head = wanted.text[: wanted.prefixlength]
    ordinals, _ = near_words(field.lexicon, wanted.text, wanted.maxdist, head)
    return ordinals


def _by_whoosh(field, wanted, leaf):
    """Any other query of many terms says itself which they are."""
    ordinals = (field.lexicon.find(term) for term in wanted._btexts(leaf.reader()))
    return ascending([ordinal for ordinal in ordinals if ordinal >= 0]).astype("i8")


_EXPANSIONS = {query.Wildcard: _wildcard, query.FuzzyTerm: _fuzzy, query.MultiTerm: _by_whoosh}


def _kind(wanted):
    return next(kind for kind in type(wanted).__mro__ if kind in _EXPANSIONS)
