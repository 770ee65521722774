"""Who published a text first and who carried it after, as far as the archive can tell."""

from datetime import date

from .credit import credited


def in_order(articles):
    """Articles of one text, the first published first: by day, then those that credit nobody, then by the hour."""
    return sorted(articles, key=_place)


def _place(article):
    day = article.days()
    carries = bool(article.origin_id or credited(article.body))
    moment = article.published_at.timestamp() if article.published_at else 0
    return day[0] if day else date.max, carries, moment, article.pk
