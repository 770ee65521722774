"""The fields of the index, and how an article's prepared data becomes a document of them.

exact folded bare stem        title, standfirst and body together, in each view of `analysis`
title_exact … title_stem      the title alone
lead_exact … lead_stem        the standfirst and the first paragraph
roots                         of the stems, for a closer look at what is found
grams lead_grams              runs of four letters, of the whole text and of its lead, for the same
names                         what the actors named are called, folded
digest                        of all the above and below, for `check_index`
source … copies               what results are filtered and counted by
original                      the number of the first among an article's copies; none where there are no copies
published, ends               first and last moment of the stated date: a year, a month, a day or a minute
"""

from functools import lru_cache
from hashlib import blake2b
from operator import itemgetter
from types import MappingProxyType

import numpy as np
from whoosh.fields import ID, KEYWORD, STORED, TEXT, Schema

from articles.arabic.analyzer import FORMS
from articles.arabic.grams import Grams
from articles.arabic.roots import root
from articles.search.analysis import VIEWS, ViewAnalyzer, read, words
from articles.search.engine import Moment, Text

ONE = ("source", "origin", "kind", "language", "year", "month", "day", "copies", "original")
MANY = ("actor", "place")
MOMENTS = ("published", "ends")
PREFIXES = ("", "title_", "lead_")
INDEXED = ("exact", "folded", "stem")
ROOTS = "roots"
# How a word of an analysis is spelt in each view, and its root.
SPELLING = {view: itemgetter(FORMS.index(VIEWS[view])) for view in INDEXED}
SPELLING[ROOTS] = lambda forms: root(SPELLING["stem"](forms))
IS_SPELT = {
    view: lambda forms, spelling=spelling: bool(spelling(forms)) for view, spelling in SPELLING.items()
}
# Positions at which title, standfirst and body begin: far apart, so that no phrase reaches from one into the other.
BEGINNINGS = (0, 1000, 2000)
GAP = 100  # behind a part that is longer than that
OPENING = 20  # words of the body that belong to the lead


def text_fields():
    fields = {
        f"{prefix}{view}": TEXT(analyzer=ViewAnalyzer(view), phrase=True)
        for prefix in PREFIXES
        for view in INDEXED
    }
    loose = {
        name: TEXT(analyzer=ViewAnalyzer("folded"), phrase=False) for name in ("names", "grams", "lead_grams")
    }
    return fields | loose | {ROOTS: TEXT(analyzer=ViewAnalyzer("stem"), phrase=True)}


def schema():
    return Schema(
        id=ID(stored=True, unique=True),
        django_ct=ID(stored=True),
        django_id=ID(stored=True),
        digest=STORED,
        **text_fields(),
        **{name: ID(sortable=True) for name in ONE},
        **{name: KEYWORD(commas=True, scorable=False, sortable=True) for name in MANY},
        **{name: Moment() for name in MOMENTS},
    )


def document(prepared):
    """The index's fields of what Haystack's `full_prepare` gives."""
    made = {name: prepared[name] for name in ("id", "django_ct", "django_id")}
    made["digest"] = digest(prepared)
    made |= text_document(prepared["title"], prepared["standfirst"], prepared["body"])
    made["names"] = [word for name in prepared["names"] for word in name_words(name)]
    made |= {name: prepared[name] for name in (*ONE, *MOMENTS) if prepared.get(name)}
    return made | {name: prepared[name] for name in MANY if prepared[name]}


def digest(prepared):
    """What tells whether a document of the index is still the one that the database would give."""
    return blake2b(repr(sorted(prepared.items())).encode(), digest_size=8).hexdigest()


@lru_cache(maxsize=50_000)
def name_words(name):
    """The folded words of a name, which very many articles have."""
    return tuple(word.surface for word in words(name))


def text_document(title, standfirst, body):
    """The text fields of an article, each part of it analysed once."""
    parts = read(title, standfirst, body)
    in_title, in_standfirst, in_body = (_words(part) for part in parts)
    paragraph = in_body[:, parts[2].ends <= _end_of_paragraph(body)]
    vocabulary, whole = parts[0].words, (in_title, in_standfirst, in_body)
    return {
        **_grams(vocabulary, grams=whole, lead_grams=(in_title, in_standfirst, in_body[:, :OPENING])),
        **_fields(vocabulary, "", whole, _units(parts)),
        **_fields(vocabulary, "", whole, views=(ROOTS,)),
        **_fields(vocabulary, "title_", [in_title]),
        **_fields(vocabulary, "lead_", [in_standfirst, paragraph]),
    }


def _words(analysis):
    """Numbers and positions, one array of two rows."""
    return np.array((analysis.numbers, analysis.positions))


def _end_of_paragraph(body):
    end = body.find("\n\n")
    return end if end >= 0 else len(body)


def _grams(vocabulary, **parts):
    runs = vocabulary.kept(Grams, SPELLING["folded"])
    return {
        name: Text(runs.of(np.concatenate([numbers for numbers, _ in some])), terms=runs.terms)
        for name, some in parts.items()
    }


def _offsets(parts):
    """How far the positions of each part are moved, so that it stands at its beginning."""
    offsets, end = [], 0
    for beginning, (_, positions) in zip(BEGINNINGS, parts, strict=False):
        offsets.append(max(beginning, end))
        end = offsets[-1] + (int(positions[-1]) if len(positions) else 0) + GAP
    return offsets


def _units(parts):
    """Where sentences and paragraphs begin in all the parts: ``{"sentences": array([0, 12]), "paragraphs": …}``."""
    moved = list(zip(_offsets([_words(part) for part in parts]), parts, strict=True))
    return {
        unit: np.concatenate([offset + getattr(part, unit) for offset, part in moved])
        for unit in ("sentences", "paragraphs")
    }


def _fields(vocabulary, prefix, parts, units=MappingProxyType({}), views=INDEXED):
    """The parts one behind the other in each view."""
    numbers = np.concatenate([numbers for numbers, _ in parts])
    positions = np.concatenate([o + p for o, (_, p) in zip(_offsets(parts), parts, strict=True)])
    return {
        f"{prefix}{view}": Text(**_spelt(vocabulary, view, numbers, positions), **units) for view in views
    }


def _spelt(vocabulary, view, numbers, positions):
    """The parts of a name that is written as one word have no spelling of their own."""
    there = vocabulary.column(IS_SPELT[view], bool)[numbers]
    if not there.all():
        numbers, positions = numbers[there], positions[there]
    return {"words": numbers, "positions": positions, "terms": vocabulary.column(SPELLING[view])}
