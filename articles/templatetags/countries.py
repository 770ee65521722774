"""Countries by name."""

from babel import Locale
from django import template
from django.utils.translation import get_language

register = template.Library()


@register.filter
def country_name(code):
    """``"LY"`` → ``ليبيا``; an unknown code stays as it is."""
    return Locale(get_language() or "ar").territories.get(code, code)
