"""The fields of the index, and how an article's prepared data becomes a document of them.

exact folded bare stem        title, standfirst and body together, in each view of `analysis`
title_exact … title_stem      the title alone
lead_exact … lead_stem        the standfirst and the first paragraph
names                         what the actors named are called, folded
digest                        of all the above and below, for `check_index`
source … copies               what results are filtered and counted by
published, ends               first and last moment of the stated date: a year, a month, a day or a minute
"""

from array import array
from hashlib import blake2b

from whoosh.fields import ID, KEYWORD, STORED, TEXT, Schema

from articles.arabic.grams import grams
from articles.search.analysis import VIEWS, ViewAnalyzer, units, words
from articles.search.engine import Moment, Text

ONE = ("source", "origin", "kind", "language", "year", "month", "day", "copies")
MANY = ("actor", "place")
MOMENTS = ("published", "ends")
PREFIXES = ("", "title_", "lead_")
INDEXED = ("exact", "folded", "stem")
# Between title, standfirst and body, so that no phrase reaches from one into the other.
GAP = 100
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
    return fields | loose


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
    made["names"] = [word.surface for name in prepared["names"] for word in words(name)]
    made |= {name: prepared[name] for name in (*ONE, *MOMENTS) if prepared.get(name)}
    return made | {name: prepared[name] for name in MANY if prepared[name]}


def digest(prepared):
    """What tells whether a document of the index is still the one that the database would give."""
    return blake2b(repr(sorted(prepared.items())).encode(), digest_size=8).hexdigest()


def text_document(title, standfirst, body):
    """The text fields of an article, each part of it analysed once."""
    parts = [(text, words(text)) for text in (title, standfirst, body)]
    paragraph = [word for word in parts[2][1] if word.end <= _end_of_paragraph(body)]
    opening = [*parts[0][1], *parts[1][1], *parts[2][1][:OPENING]]
    return {
        "grams": [gram for _, found in parts for word in found for gram in grams(word.surface)],
        "lead_grams": [gram for word in opening for gram in grams(word.surface)],
        **_fields("", [(found, units(text, found)) for text, found in parts]),
        **_fields("title_", [(parts[0][1], {})]),
        **_fields("lead_", [(parts[1][1], {}), (paragraph, {})]),
    }


def _end_of_paragraph(body):
    end = body.find("\n\n")
    return end if end >= 0 else len(body)


def _fields(prefix, parts):
    """The parts one behind the other, GAP words apart, in each view."""
    # An array is taken over by each view as it is; a list would be turned into one for each.
    positions, boundaries, found, offset = array("I"), {"sentences": [], "paragraphs": []}, [], 0
    for words_here, units_here in parts:
        positions.extend([offset + word.position for word in words_here])
        for unit, begins in units_here.items():
            boundaries[unit] += [offset + place for place in begins]
        found += words_here
        offset += (words_here[-1].position if words_here else 0) + GAP
    return {
        f"{prefix}{view}": _text([getattr(word, VIEWS[view]) for word in found], positions, boundaries)
        for view in INDEXED
    }


def _text(terms, positions, boundaries):
    """The parts of a name that is written as one word have no spelling of their own."""
    if "" in terms:
        kept = [(term, position) for term, position in zip(terms, positions, strict=True) if term]
        terms, positions = [term for term, _ in kept], [position for _, position in kept]
    return Text(terms, positions, **boundaries)
