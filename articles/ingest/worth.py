"""Whether a page is an article at all: error pages, cookie walls and front pages are told from it."""

from django.utils.translation import gettext_lazy as _

from articles.arabic.stopwords import data_lines
from articles.ingest.furniture import DATA
from articles.ingest.lines import folded

SHORT = 120
REASONS = {
    "error": _("An error page, not an article."),
    "wall": _("A cookie, login or robot wall, not an article."),
}
PHRASES = {
    folded(phrase): kind for kind, phrase in (row.split("\t") for row in data_lines(DATA / "no_articles.tsv"))
}


def why_not(title, body):
    """Why this is no article, in words; None when it may be one.

    >>> str(why_not("403 Forbidden", "nginx"))
    'An error page, not an article.'
    """
    said = [folded(title)]
    if len(body.split()) < SHORT:
        said.append(folded(body))
    for text in said:
        for phrase, kind in PHRASES.items():
            if f" {phrase} " in f" {text} ":
                return REASONS[kind]
    return None
