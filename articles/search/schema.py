"""The fields of the index, and how an article's prepared data becomes a document of them.

exact, folded                 title, standfirst and body together, in each view of `analysis`
title_exact, title_folded     the title alone
source … language             what results are filtered and counted by
published, ends               first and last moment of the stated date: a year, a month, a day or a minute
"""

from whoosh.fields import ID, KEYWORD, TEXT, Schema

from articles.search.analysis import VIEWS, ViewAnalyzer, views
from articles.search.engine import Moment

TEXTS = {"": ("title", "standfirst", "body"), "title_": ("title",)}
ONE = ("source", "origin", "kind", "language", "year", "month", "day")
MANY = ("actor", "place")
MOMENTS = ("published", "ends")


def text_fields():
    return {f"{prefix}{view}": TEXT(analyzer=ViewAnalyzer(view)) for prefix in TEXTS for view in VIEWS}


def schema():
    return Schema(
        id=ID(stored=True, unique=True),
        django_ct=ID(stored=True),
        django_id=ID(stored=True),
        **text_fields(),
        **{name: ID(sortable=True) for name in ONE},
        **{name: KEYWORD(commas=True, sortable=True) for name in MANY},
        **{name: Moment() for name in MOMENTS},
    )


def document(prepared):
    """The index's fields of what Haystack's `full_prepare` gives."""
    made = {name: prepared[name] for name in ("id", "django_ct", "django_id")}
    for prefix, parts in TEXTS.items():
        text = "\n\n".join(prepared[part] for part in parts)
        made |= {f"{prefix}{view}": words for view, words in views(text).items()}
    made |= {name: prepared[name] for name in (*ONE, *MOMENTS) if prepared.get(name)}
    return made | {name: prepared[name] for name in MANY if prepared[name]}
