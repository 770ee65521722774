"""How to cite an article of the archive."""

from django.utils.translation import gettext as _
from django.utils.translation import override

from articles.arabic.dates import written

from .digits import in_archive_digits


def citation(article, address, language="ar"):
    """One line in `language` with all that finds the text again.

    «جلسة في سرت»، صحيفة المرفأ، 14 فبراير 2024. أرشيف أخبار ليبيا السياسية، https://…/a/x7k2m9qd/
    """
    with override(language):
        parts = {
            "title": article.title,
            "source": _credited(article),
            "date": in_archive_digits(written(article.date, language)) if article.date else _("undated"),
            "archive": _("Archive of Libya's political news"),
            "address": address,
        }
        return _("“%(title)s”, %(source)s, %(date)s. %(archive)s, %(address)s") % parts


def _credited(article):
    if article.origin is None:
        return article.source.name
    return _("%(source)s (after %(origin)s)") % {"source": article.source.name, "origin": article.origin.name}
