"""Memento, RFC 7089: which text an original address carried at a time, for machines that ask.

/timegate/https://…       redirects to the memento nearest to `Accept-Datetime`
/timemap/https://…        lists all, as links
/timemap/json/https://…   the same as JSON

Articles and their versions name them in their `Link` header; each version is a memento with `Memento-Datetime`.
"""

import datetime

from django.http import Http404, HttpResponse, HttpResponseBadRequest, JsonResponse
from django.utils.http import parse_http_date
from django.views.generic import View

from articles.export.memento import LINK_FORMAT, MementoLinks
from articles.models.memento import original_at


class TimeGateView(View):
    def get(self, request, url):
        links = _links(request, url)
        wanted = request.headers.get("Accept-Datetime")
        try:
            at = datetime.datetime.fromtimestamp(parse_http_date(wanted), datetime.UTC) if wanted else None
        except ValueError:
            return HttpResponseBadRequest(
                "Accept-Datetime: Thu, 01 Feb 2024 08:00:00 GMT\n", content_type="text/plain"
            )
        location = links.address(links.original.nearest(at))
        headers = {"Location": location, "Vary": "accept-datetime", "Link": links.header()}
        return HttpResponse(status=302, headers=headers)


class TimeMapView(View):
    def get(self, request, url):
        return HttpResponse(_links(request, url).timemap(), content_type=LINK_FORMAT)


class TimeMapJSONView(View):
    def get(self, request, url):
        return JsonResponse(_links(request, url).as_json())


def _links(request, url):
    """The links of the address asked about, with the query that belongs to it and not to us."""
    query = request.META.get("QUERY_STRING", "")
    original = original_at(f"{url}?{query}" if query else url)
    if original is None:
        raise Http404
    return MementoLinks(original, request.build_absolute_uri)
