"""Former addresses of merged actors and sources lead on for ever, from every page below them."""

from django.http import HttpResponsePermanentRedirect
from django.urls import reverse

from articles.models import Actor, Merge, Source

MODELS = {"actor": Actor, "source": Source}


def follow_merges(get_response):
    """Middleware: where nothing is found at ``/actor/<slug>/…`` any more, 308 to where it went, same page."""

    def respond(request):
        response = get_response(request)
        return (response.status_code == 404 and _new_address(request)) or response

    return respond


def _new_address(request):
    match = request.resolver_match
    room = next((part for part in match.route.split("/") if part in MODELS), None) if match else None
    if not room or "slug" not in match.kwargs:
        return None
    found = Merge.objects.now_at(MODELS[room], match.kwargs["slug"])
    if not found:
        return None
    address = reverse(match.view_name, kwargs=match.kwargs | {"slug": found.slug})
    query = request.META["QUERY_STRING"]
    return HttpResponsePermanentRedirect(f"{address}?{query}" if query else address, preserve_request=True)
