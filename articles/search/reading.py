"""How a search was read, for the page to say so."""

from django.utils.translation import get_language

from articles.models import Actor
from articles.search.analysis import asked
from articles.search.directory import directory
from articles.search.planning import texts_of
from articles.search.results import Choice, Reading
from articles.search.syntax import written

MOST_FORMS = 12
MOST_BEARERS = 8


def reading_of(query, read, made, hits):
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
        tuple(bearers(query, read)) if made.names else (),
    )


def bearers(query, read):
    """A Choice for each of several actors whom a name in the search may mean: «حفتر» are a father and his sons."""
    known = directory()
    words = [word.bare for word in asked(" ".join(texts_of(read.tree)))]
    slugs = {slug for _, _, who in known.named(words) if len(who) > 1 for slug in who}
    for actor in Actor.objects.filter(slug__in=slugs).order_by("pk")[:MOST_BEARERS] if slugs else ():
        yield Choice(actor.name, query.including(known.field_of(actor.slug), actor.slug))
