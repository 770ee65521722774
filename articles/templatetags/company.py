"""The way to the articles in which two names stand together."""

from urllib.parse import urlencode

from django import template
from django.urls import reverse

from articles.models import Actor

register = template.Library()


@register.simple_tag(takes_context=True)
def together_address(context, one, other):
    """Where exactly the articles behind a line are listed.

    Those of the search, the actor or the years that the page is about: its ``query``, ``actor`` and ``narrowing``.
    """
    if query := context.get("query"):
        for actor in (one, other):
            query = query.including("place" if actor.kind == Actor.Kind.PLACE else "actor", actor.slug)
        return f"{reverse('search')}?{query.address}"
    about, asked = context.get("actor"), dict(context.get("narrowing", {}))
    if about and about not in (one, other):
        asked["actor"] = about.slug
    if context.get("kept"):
        asked["count"] = context["unit"]
    address = reverse("together", args=[one.slug, other.slug])
    return f"{address}?{urlencode(asked)}" if asked else address
