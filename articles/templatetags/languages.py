"""The page's twin in the other language, and which way a language runs."""

from django import template
from django.urls import translate_url
from django.utils.translation import get_language, get_language_info

register = template.Library()


@register.simple_tag(takes_context=True)
def same_page_in(context, language):
    """The address of this page, query included, in another language; of its home where there is no page."""
    request = context.get("request")
    here = request.get_full_path() if request else "/"
    there = translate_url(here, language)
    return there if there != here or language == get_language() else translate_url("/", language)


@register.filter
def direction(language):
    """``"ar"`` → ``"rtl"``, for an element's ``dir``."""
    return "rtl" if get_language_info(language)["bidi"] else "ltr"
