"""Dates written out, never finer than they are known."""

from django import template
from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from articles.arabic import dates
from articles.arabic.partial_date import PartialDate
from articles.export.digits import in_archive_digits

register = template.Library()


@register.filter
def written(date):
    """A `PartialDate` or `datetime.date` → ``14 فبراير 2024``; nothing for None."""
    return in_archive_digits(dates.written(date, language(), "latn")) if date else ""


@register.filter
def stated(stamp):
    """A `PartialDate` or a `datetime`, as a reader of pages gives it: ``14 فبراير 2024``, with the hour if known."""
    return written(stamp) if isinstance(stamp, PartialDate) else moment(stamp)


@register.filter
def published_time(article):
    """``<time datetime="2024-02-14">14 فبراير 2024</time>``, or words saying that there is no date."""
    if article.date is None:
        return format_html("<span>{}</span>", _("undated"))
    if article.published_precision == article.Precision.MINUTE:
        return moment(article.published_at)
    return format_html('<time datetime="{}">{}</time>', article.date, written(article.date))


@register.filter
def published_day(article):
    """As `published_time`, but never with the hour: for lists."""
    if article.date is None:
        return published_time(article)
    return format_html('<time datetime="{}">{}</time>', article.date, written(article.date))


@register.filter
def moment(value):
    """A `datetime` to the minute in the archive's time zone: ``14 فبراير 2024، 16:30``."""
    local = timezone.localtime(value)
    shown = _("%(date)s, %(time)s") % {
        "date": written(PartialDate.of(local)),
        "time": in_archive_digits(dates.written_time(local.time(), "latn")),
    }
    return format_html('<time datetime="{}">{}</time>', local.isoformat(timespec="minutes"), shown)


@register.filter
def period_address(date):
    """The page of a `PartialDate`'s day, month or year."""
    parts = [part for part in (date.year, date.month, date.day) if part]
    return reverse(f"browse-{date.precision}", args=parts)


@register.filter
def month_name(number):
    """``2`` → ``فبراير``."""
    return dates.MONTHS[language()][number - 1]


@register.filter
def weekday_name(number):
    """``0`` → ``الاثنين``, counted as `datetime.date.weekday` does."""
    return dates.WEEKDAYS[language()][number]


def language():
    return get_language() if get_language() in dates.MONTHS else settings.LANGUAGE_CODE
