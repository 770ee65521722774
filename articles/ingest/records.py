"""One record of named values to an `Item`: what JSONL lines and table rows have in common.

Names of fields, each with its other spellings, in Arabic too:

    title       headline of the article (a suggestion is made when it is missing)
    body        its text; a blank line parts paragraphs; the only field that must be there
    standfirst  the lines under the headline
    source      where it was read: slug, name or domain of a source
    origin      whom it credits, if another
    published   2024, 2024-02, 2024-02-14, 2024-02-14T10:30+02:00, 14 فبراير 2024, 14/2/2024, 4 شعبان 1445 هـ
                …; «أمس» and its like are counted from `captured`
    url         its original address
    byline, dateline, language (ar, en, fr, it), captured (ISO 8601)
"""

import datetime
import re

from django.utils.translation import gettext as _

from articles.arabic.normalizer import fold
from articles.ingest.furniture import names_a_source
from articles.ingest.headline import suggestion
from articles.ingest.item import Item
from articles.ingest.language import MARKERS, language_of
from articles.ingest.lines import clean
from articles.ingest.markup import plain
from articles.ingest.record_text import read_text
from articles.ingest.sorting import MOST_LETTERS, NoArticle
from articles.ingest.stamp import read_stamp
from articles.models.address import settled

ALIASES = {
    "title": "headline heading name العنوان عنوان عنوان_الخبر عنوان_المقال",
    "body": "text content article article_text articlebody maintext full_text النص نص المحتوى محتوى المتن "
    "نص_الخبر الخبر",
    "standfirst": "summary description lead abstract الملخص المقدمة الوصف",
    "source": "outlet publisher site source_name domain المصدر مصدر الموقع الصحيفة",
    "origin": "agency credit الوكالة نقلا_عن المصدر_الأصلي",
    "published": "date published_at published_time pubdate publish_date publication_date date_published date_time "
    "datetime post_date posted_at created_at time التاريخ تاريخ_النشر تاريخ تاريخ_الخبر",
    "url": "link href address original_url الرابط رابط العنوان_الإلكتروني",
    "byline": "author authors writer الكاتب كاتب المحرر بقلم",
    "dateline": "place location city المكان المدينة",
    "language": "lang اللغة",
    "captured": "captured_at retrieved fetched_at crawled crawled_at scraped_at date_extracted date_download "
    "access_date تاريخ_الجمع",
}
TITLE_LENGTH = 300
LEAST_WORDS = 2


class BadRecord(ValueError):
    """The record cannot become an article; the message says why."""


def spelled(name):
    """A field's name as it is compared: «تاريخ النشر» and «تاريخ_النشر» agree."""
    return "_".join(re.findall(r"\w+", fold(name)))


FIELD_OF = {spelled(alias): name for name, aliases in ALIASES.items() for alias in [name, *aliases.split()]}


def read_record(place, record, zone):
    """The `Item` of a mapping of field names to values, which go before what the text says of itself.

    BadRecord if there is no text in it.
    """
    values = _values(record)
    text = _text_of(place, values, zone)
    title, cut_title = _title(values.get("title", ""), text.body)
    captured = _moment(values.get("captured", ""), zone)
    language = values.get("language", "").lower()[:2]
    origin = values.get("origin", "")
    return Item(
        place=place,
        title=title,
        title_is_suggested=cut_title,
        standfirst=_standfirst(values, title),
        body=text.body,
        language=language if language in {"ar", *MARKERS} else language_of(text.body),
        source=values.get("source", ""),
        origin=origin if names_a_source(origin) else text.origin,
        byline=(values.get("byline", "") or text.byline)[:160],
        dateline=(values.get("dateline", "") or text.dateline)[:120],
        published=_stamp(values.get("published", ""), zone, captured) or text.published,
        url=_url(values.get("url", "")),
        captured_at=captured,
        cuts=text.cuts,
    )


def _text_of(place, values, zone):
    heads = [plain(values.get(name, "")) for name in ("title", "standfirst")]
    given = values.get("body", "")
    if len(given) > MOST_LETTERS:
        raise BadRecord(_("Too long for an article."))
    try:
        text = read_text(place, given, heads, zone)
    except NoArticle as error:
        raise BadRecord(str(error)) from error
    if len(text.body.split()) < LEAST_WORDS:
        raise BadRecord(_("No text."))
    return text


def _values(record):
    """The first filled value for each field known here, as text."""
    values = {}
    for name, value in record.items():
        known = FIELD_OF.get(spelled(str(name)))
        text = clean(_text(value)).strip()
        if known and text:
            values.setdefault(known, text)
    return values


def _text(value):
    if isinstance(value, list):
        return "، ".join(_text(part) for part in value)
    if isinstance(value, dict):
        return _text(value.get("name", ""))
    return "" if value is None else str(value)


def _title(given, body):
    """The title and whether it is only a suggestion, as is one cut to the length that the archive keeps."""
    title = " ".join(plain(given).split())
    if not title:
        return suggestion([], [body]), True
    if len(title) <= TITLE_LENGTH:
        return title, False
    return title[: TITLE_LENGTH - 1].rpartition(" ")[0] + "…", True


def _standfirst(values, title):
    given, whole = values.get("standfirst", ""), " ".join(values.get("title", "").split())
    return "\n\n".join(
        part for part in (whole if title.endswith("…") and whole != title else "", given) if part
    )


def _url(text):
    if text and (not re.match(r"https?://[^/\s]+", text) or len(text) > 1000 or re.search(r"\s", text)):
        raise BadRecord(_("Not an address of the web: %(text)s") % {"text": text[:80]})
    return settled(text)


def _stamp(text, zone, captured=None):
    stamp = read_stamp(text, zone, captured) if text else None
    if text and not stamp:
        raise BadRecord(_("Not a date: %(text)s") % {"text": text[:80]})
    return stamp


def _moment(text, zone):
    stamp = _stamp(text, zone)
    return stamp if isinstance(stamp, datetime.datetime) else None
