"""How the search index stands, for the desk."""

from django import template

from articles.search.upkeep import what_is_wrong

register = template.Library()


@register.simple_tag
def wrong_with_index():
    """What speaks against the index as it is, as the log has it; empty if nothing does."""
    try:
        return what_is_wrong() or ""
    except OSError as error:
        return str(error)
