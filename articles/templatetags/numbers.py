"""Numbers in the archive's digits, alone and with the noun that they count."""

from django import template
from django.utils.html import format_html
from django.utils.translation import ngettext

from articles.export.digits import in_archive_digits

register = template.Library()


@register.filter
def number(value):
    """``2755`` → ``<bdi class="number">2,755</bdi>``."""
    return format_html('<bdi class="number">{}</bdi>', plain_number(value))


@register.filter
def plain_number(value):
    """``2755`` → ``2,755``, for attributes and titles, which hold no markup."""
    return in_archive_digits(f"{value:,}")


@register.filter
def figure(value):
    """A number that counts nothing, such as a year: ``2024``, never ``2,024``."""
    return in_archive_digits(str(value))


@register.filter
def articles_counted(count):
    """``3`` → ``3 articles``, in Arabic in one of its six forms."""
    return ngettext("%(shown)s article", "%(shown)s articles", count) % {"shown": plain_number(count)}


@register.filter
def stories_counted(count):
    """``3`` → ``3 stories``."""
    return ngettext("%(shown)s story", "%(shown)s stories", count) % {"shown": plain_number(count)}


@register.filter
def counted(count, unit):
    """A number with the noun of the page's `Unit`: ``3|counted:unit`` → ``3 stories``, and articles for no unit."""
    return stories_counted(count) if unit == "stories" else articles_counted(count)


@register.filter
def coordinate(value):
    """``12.3456`` → ``12.3`` in ASCII digits, whatever the language: for SVG."""
    return f"{value:.1f}"


@register.filter
def rest_of(count, greatest):
    """What `share_of` leaves of 100."""
    return 100 - share_of(count, greatest)


@register.filter
def share_of(count, greatest):
    """Whole percent of the greatest, at least one so that a bar shows: ``3|share_of:12`` → ``25``."""
    return max(1, round(100 * count / greatest)) if greatest else 0
