"""How a search was read, for the page to say so."""

from django.utils.translation import get_language

from articles.search.results import Reading
from articles.search.syntax import written

MOST_FORMS = 12


def reading_of(read, made, hits):
    """The Reading of a parsed search, its plan and the hits of the page, which show how far it was widened."""
    typed = {mark.typed for mark in made.marks if hasattr(mark, "typed")}
    forms = dict.fromkeys(
        form for hit in hits for form, level in hit.forms if level in ("stem", "wide") and form not in typed
    )
    return Reading(
        written(read.tree, get_language() or "ar"),
        tuple(dict.fromkeys((*read.notices, *made.notices))),
        made.needed,
        tuple(forms)[:MOST_FORMS],
        tuple(dict.fromkeys(made.names)),
        read.joins,
        read.joining,
    )
