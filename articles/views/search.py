"""The search page, whole or only what was found."""

from django.shortcuts import render
from django.views.decorators.vary import vary_on_headers

from articles.forms import SearchForm
from articles.search import search as find
from articles.search import suggestions
from articles.stories.folding import folded
from articles.views.merged import filters_follow_merges


@filters_follow_merges
@vary_on_headers("HX-Request")
def search(request):
    form = SearchForm(request.GET)
    is_part = request.htmx and not request.htmx.history_restore_request
    template = "articles/search/_found.html" if is_part else "articles/search.html"
    page = find(form.query())
    context = {
        "form": form,
        "page": page,
        "rows": folded(page.hits),
        "some": folded(page.some),
        "has_own_box": True,
    }
    return render(request, template, context, status=503 if page.is_unavailable else 200)


def suggest(request):
    """What the letters typed so far may become, as a piece of the page."""
    found = suggestions(request.GET.get("q", "")[:200])
    return render(request, "articles/search/_suggestions.html", {"suggestions": found})
