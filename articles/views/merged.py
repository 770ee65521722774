"""Former addresses of merged actors and sources lead on for ever: of pages, and of searches filtered by them."""

from functools import wraps

from django.http import HttpResponsePermanentRedirect
from django.urls import reverse

from articles.models import Actor, Merge, Source

MODELS = {"actor": Actor, "source": Source}
NAMING = ("slug", "other")  # what an address calls an actor or source that it is about
FILTERED = {"actor": Actor, "place": Actor, "source": Source, "origin": Source}


def follow_merges(get_response):
    """Middleware: where nothing is found at ``/actor/<slug>/…`` any more, 308 to where it went, same page."""

    def respond(request):
        response = get_response(request)
        return (response.status_code == 404 and _new_address(request)) or response

    return respond


def _new_address(request):
    match = request.resolver_match
    room = next((part for part in match.route.split("/") if part in MODELS), None) if match else None
    given = {name: match.kwargs[name] for name in NAMING if name in match.kwargs} if room else {}
    leading = Merge.objects.leading(MODELS[room], given.values()) if given else {}
    if not leading:
        return None
    present = {name: leading.get(slug, slug) for name, slug in given.items()}
    return permanently(request, reverse(match.view_name, kwargs=match.kwargs | present))


def permanently(request, address):
    """A 308 to another address, with what was asked of this one."""
    query = request.META["QUERY_STRING"]
    return HttpResponsePermanentRedirect(f"{address}?{query}" if query else address, preserve_request=True)


def filters_follow_merges(view):
    """Of a view that reads a search: 308 to the same search with the slugs of now."""

    @wraps(view)
    def respond(request, *args, **kwargs):
        present = _present(request.GET)
        if present == request.GET:
            return view(request, *args, **kwargs)
        return HttpResponsePermanentRedirect(f"{request.path}?{present.urlencode()}", preserve_request=True)

    return respond


def _present(given):
    """A QueryDict with every merged actor or source by its slug of now, and all else as it was."""
    present = given.copy()
    for name, model in FILTERED.items():
        if values := given.getlist(name):
            leading = Merge.objects.leading(model, {value.removeprefix("-") for value in values})
            present.setlist(name, [_renamed(value, leading) for value in values])
    return present


def _renamed(value, leading):
    slug = value.removeprefix("-")
    return value.replace(slug, leading[slug]) if slug in leading else value
