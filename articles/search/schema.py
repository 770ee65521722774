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

from whoosh.fields import ID, KEYWORD, STORED, TEXT, Schema

from articles.search.analysis import ViewAnalyzer, words
from articles.search.engine import Moment
from articles.search.layout import INDEXED, ROOTS, laid_out

ONE = ("source", "origin", "kind", "language", "year", "month", "day", "copies", "original")
MANY = ("actor", "place")
MOMENTS = ("published", "ends")
PREFIXES = ("", "title_", "lead_")


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


def documents(prepared):
    """What `ArticleIndex.prepared` gives, as `add_documents` takes it: (dicts, texts beside them)."""
    rows = [(one["title"], one["standfirst"], one["body"]) for one in prepared]
    return [_document(one) for one in prepared], laid_out(rows)


def _document(prepared):
    made = {name: prepared[name] for name in ("id", "django_ct", "django_id")}
    made["digest"] = digest(prepared)
    made["names"] = [word for name in prepared["names"] for word in name_words(name)]
    made |= {name: prepared[name] for name in (*ONE, *MOMENTS) if prepared.get(name)}
    return made | {name: prepared[name] for name in MANY if prepared[name]}


def digest(prepared):
    """What tells whether a document of the index is still the one that the database would give."""
    told = "\0".join(f"{name} {prepared[name]}" for name in sorted(prepared))
    return blake2b(told.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


@lru_cache(maxsize=50_000)
def name_words(name):
    """The folded words of a name, which very many articles have."""
    return tuple(word.surface for word in words(name))
