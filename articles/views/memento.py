"""Memento, RFC 7089: which text an original address carried at a time, for machines that ask.

``/timegate/https://…`` redirects to the memento nearest to ``Accept-Datetime``; ``/timemap/https://…`` lists all.
"""

from email.utils import parsedate_to_datetime

from django.http import Http404, HttpResponse, HttpResponseBadRequest
from django.utils.http import http_date
from django.views.generic import View

from articles.models.memento import mementos


class TimeGateView(View):
    def get(self, request, url):
        original = _original(request, url)
        found = _found(original)
        wanted = request.headers.get("Accept-Datetime")
        try:
            when = parsedate_to_datetime(wanted).timestamp() if wanted else None
        except (ValueError, TypeError):
            return HttpResponseBadRequest("Accept-Datetime")
        nearest = found[-1] if when is None else min(found, key=lambda one: abs(one.at.timestamp() - when))
        links = ", ".join([_link(original, "original"), _link(_timemap(request, original), "timemap")])
        headers = {
            "Location": request.build_absolute_uri(nearest.path),
            "Vary": "accept-datetime",
            "Link": links,
        }
        return HttpResponse(status=302, headers=headers)


class TimeMapView(View):
    def get(self, request, url):
        original = _original(request, url)
        found = _found(original)
        timegate = request.build_absolute_uri(f"/timegate/{original}")
        links = [
            _link(original, "original"),
            f'{_link(_timemap(request, original), "self")}; type="application/link-format"',
            _link(timegate, "timegate"),
        ]
        links += [_memento(request, one, at, len(found)) for at, one in enumerate(found)]
        return HttpResponse(",\n".join(links) + "\n", content_type="application/link-format")


def _memento(request, one, at, count):
    first, last = ["first"] * (at == 0), ["last"] * (at == count - 1)
    relation = " ".join([*first, *last, "memento"])
    return (
        f'{_link(request.build_absolute_uri(one.path), relation)}; datetime="{http_date(one.at.timestamp())}"'
    )


def _original(request, url):
    """The address asked about, with the query that belongs to it and not to us."""
    query = request.META.get("QUERY_STRING", "")
    return f"{url}?{query}" if query else url


def _found(original):
    found = mementos(original)
    if not found:
        raise Http404
    return found


def _timemap(request, original):
    return request.build_absolute_uri(f"/timemap/{original}")


def _link(address, relation):
    return f'<{address}>; rel="{relation}"'
