"""The pieces of the search page."""

import re
from collections import Counter
from dataclasses import dataclass

from django import template
from django.utils.html import escape, format_html, format_html_join
from django.utils.safestring import mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from articles.search import FILTERS, similar
from articles.search.notices import LEVEL_NAMES, NOTICES, STANDINGS

register = template.Library()

FACET_TITLES = {
    "source": _("Source"),
    "origin": _("Credited source"),
    "actor": _("People and bodies"),
    "place": _("Places"),
    "kind": _("Kind of source"),
    "copies": _("Copies"),
    "language": _("Language"),
    "year": _("Year"),
    "month": _("Month"),
    "day": _("Day"),
}

MOST_NAMED = 8
MOST_ACTORS = 4
HEIGHT, STEP = 60, 12  # of the drawing, in its own units; a column and the space after it
SHORTCUTS = [
    ("/", _("to the search box")),
    ("j", _("next result")),
    ("k", _("previous result")),
    ("?", _("this sheet")),
]


DATES = re.compile(r"(\[[^\]]*\]|\d[\d-]+)")
SIGNS = [
    ("«مجلس النواب»", _("these words in this order")),
    ("«اتفاق سرت»~5", _("these words, up to five others between them")),
    ("=مسؤول", _("exactly these letters")),
    ("حفتر أو صالح", _("either of them; in a long sentence «أو» and «و» are words")),
    ("حفتر -صالح", _("the first without the second; also «ليس»")),
    ("بنغاز*", _("any ending; * may stand anywhere in a word")),
    ("حفتر /جملة الدبيبة", _("both in one sentence; /فقرة for a paragraph, /5 for five words")),
    ("حفتر>=3", _("at least three times; a phrase too")),
    ("عنوان:هدنة", _("in the title; also مقدمة: مصدر: جهة: مكان:")),
    ("تاريخ:[2019-04..2020-06]", _("of this period; also تاريخ:2019")),
]


@register.simple_tag
def search_signs():
    """Pairs of an example of the query language and what it means."""
    return SIGNS


@register.simple_tag
def shortcuts():
    return SHORTCUTS


@register.filter
def facet_title(name):
    return FACET_TITLES[name]


@register.filter
def marks(text):
    """A `Marked` as safe HTML, each marked stretch in a ``<mark>``."""
    pieces = ((escape(piece), marked) for piece, marked in text.pieces())
    return mark_safe("".join(f"<mark>{piece}</mark>" if marked else piece for piece, marked in pieces))


@register.filter
def listed(words):
    """Words with the comma of the reader's language between them, each kept in its own direction."""
    return format_html_join(
        ", " if get_language() == "en" else "، ", "<bdi>{}</bdi>", ((word,) for word in words)
    )


@register.filter
def dates_apart(text):
    """A search as text, its dates each in a ``<bdi>`` from left to right: Arabic around them would turn them about."""
    pieces = (
        ("<bdi dir='ltr'>{}</bdi>" if DATES.fullmatch(piece) else "{}", piece) for piece in DATES.split(text)
    )
    return format_html_join("", "{}", ((format_html(form, piece),) for form, piece in pieces))


@register.filter
def actors_named(hit):
    """The actors that the article names, the most often named first."""
    counts = Counter(mention.actor for mention in hit.article.shown_mentions)
    return [actor for actor, _count in counts.most_common(MOST_ACTORS)]


@register.filter
def at_level(query, level):
    return query.changed(level=level).address


@register.filter
def with_every_word(query, every_word):
    return query.changed(every_word=every_word).address


@register.filter
def joined_by(query, joins):
    return query.changed(joins=joins).address


@register.filter
def in_quotes(words):
    """Words each in quotation marks, with the comma of the reader's language between them."""
    comma = ", " if get_language() == "en" else "، "
    return format_html_join(comma, "«<bdi>{}</bdi>»", ((word,) for word in words))


@register.filter
def level_name(level):
    return LEVEL_NAMES[level]


@register.filter
def differs_from(reading, typed):
    """Whether the search was read otherwise than by its words alone."""
    return reading.text != " ".join(typed.split())


@register.filter
def said(reading):
    """The sentences for what was read otherwise than typed."""
    return [NOTICES[code] for code in reading.notices]


@register.filter
def standing_said(code):
    return STANDINGS[code]


@register.filter
def first_few(words):
    return words[:MOST_NAMED]


@register.filter
def sorted_by(query, sort):
    return query.changed(sort=sort).address


@register.filter
def pairs_kept(query):
    """What the form has no field for and must carry along: level, order and the facets' filters."""
    return [(name, value) for name, value in query.parameters() if name in (*FILTERS, "level", "sort")]


@dataclass(frozen=True)
class Column:
    bar: object
    x: int
    y: float
    width: int
    height: float


@dataclass(frozen=True)
class Drawing:
    """Columns from the reader's side on: in Arabic the earliest stands at the right."""

    columns: list
    width: int
    height: int = HEIGHT
    step: int = STEP

    @property
    def first(self):
        return min(self.columns, key=lambda column: column.x).bar.label

    @property
    def last(self):
        return max(self.columns, key=lambda column: column.x).bar.label


@register.filter
def drawing(histogram):
    """A `Histogram` as columns of an SVG; the labels beneath are those of its ends as they stand on the page."""
    bars = list(histogram.bars)
    places = range(len(bars)) if get_language() == "en" else range(len(bars) - 1, -1, -1)
    columns = [
        Column(bar, place * STEP, round(HEIGHT - height, 2), STEP - 3, round(height, 2))
        for bar, place in zip(bars, places, strict=True)
        for height in [bar.count * (HEIGHT - 4) / histogram.most if histogram.most else 0]
    ]
    return Drawing(columns, len(bars) * STEP)


@register.filter
def without_dates(query):
    """The address of the search before a period is chosen by hand."""
    kept = tuple(pair for pair in query.only if pair[0] not in ("year", "month", "day"))
    return query.changed(only=kept, since=None, until=None).address


@register.filter
def without_period(query):
    return query.changed(since=None, until=None).address


@register.filter
def counting_once(query, once):
    return query.changed(once=once).address


@register.filter
def worded(query, text):
    return query.changed(text=text).address


@register.simple_tag
def similar_articles(article):
    return similar(article)
