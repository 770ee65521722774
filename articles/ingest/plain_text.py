"""Pages saved as text, as they are found in the wild.

    read_page("news/7.txt", data, known={"ليبيا الان"})  -> Item(title="…", source="ليبيا الان", …)

Site name, labels, buttons and comments leave the body and stand in `Item.cuts`; headings, lists, pull
quotes, standfirst and dateline are told from paragraphs; a missing headline is suggested from the text.
"""

from django.utils.translation import gettext as _

from articles.ingest.encoding import decode
from articles.ingest.furniture import Match
from articles.ingest.headline import is_headline, without_site
from articles.ingest.item import Item
from articles.ingest.language import language_of
from articles.ingest.layout import Piece, body, head_and_rest, pieces
from articles.ingest.lines import Line, split
from articles.ingest.sorting import NoArticle, opened, sort_out, stated, suggested, without_repeats

LEAST_WORDS = 3


def read_page(place, data, known, zone):
    """The `Item` of one page; NotText or NoArticle if there is none. `known`: folded names of sources."""
    decoded = decode(data)
    page = sort_out(split(decoded.text), known, zone)
    if not page.lines:
        raise NoArticle(_("No text."))
    title, lines = _headline(page, known)
    standfirst, parts = _laid_out(page, title, lines)
    if sum(part.line.words for part in parts) < LEAST_WORDS:
        raise NoArticle(_("No text below the headline."))
    dateline, parts = opened(page, parts)
    return Item(
        place=place,
        title=title or suggested(parts),
        title_is_suggested=not title,
        standfirst=standfirst,
        body=body(parts),
        dateline=dateline,
        encoding=decoded.verdict,
        language=language_of(decoded.text),
        cuts=page.in_order(place),
        raw=data,
        media_type="text/plain",
        size=len(data),
        **stated(page, zone),
    )


def _headline(page, known):
    first, *rest = page.lines
    if not is_headline(first, rest):
        return "", page.lines
    title, site = without_site(first.text, known)
    if site:
        page.cut(Line(first.number, site), Match("source", site))
    return title, rest


def _laid_out(page, title, lines):
    lines = without_repeats(page, [title], lines)
    if not title:
        return "", pieces(lines)
    lead, points, rest = head_and_rest(lines)
    if not rest and not points:
        return "", pieces(lines)
    parts = [Piece("item", line) for line in points] + pieces(rest)
    return lead.text if lead else "", parts
