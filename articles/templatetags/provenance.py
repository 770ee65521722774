"""Where an article comes from, for readers, for citing and for machines."""

import json

from django import template
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import mark_safe
from django.utils.translation import get_language, override

from articles.export.citation import citation
from articles.export.structured_data import news_article
from articles.models import Source

register = template.Library()
# As django.utils.html.json_script: what could end the element or open another is written as an escape.
HARMLESS = {ord(letter): f"\\u{ord(letter):04X}" for letter in "<>&"}


@register.simple_tag(takes_context=True)
def permanent_address(context, article):
    """The absolute address outside all languages: ``https://…/a/<code>/``."""
    with override("ar"):
        return context["request"].build_absolute_uri(article.get_absolute_url())


@register.simple_tag(takes_context=True)
def share_image_address(context, article):
    return context["request"].build_absolute_uri(reverse("share-image", args=[article.code]))


@register.simple_tag(takes_context=True)
def citation_of(context, article):
    """The ready citation in the reader's language."""
    return citation(article, permanent_address(context, article), get_language())


@register.simple_tag(takes_context=True)
def structured_data(context, article):
    """The schema.org description as a script element that no text of an article can break out of."""
    described = news_article(
        article, permanent_address(context, article), share_image_address(context, article)
    )
    text = json.dumps(described, ensure_ascii=False).translate(HARMLESS)
    return format_html('<script type="application/ld+json">{}</script>', mark_safe(text))


@register.simple_tag
def samples_are_loaded():
    return Source.objects.filter(is_sample=True).exists()
