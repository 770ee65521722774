"""The search page."""

from django.shortcuts import render

from articles.forms import SearchForm
from articles.search import search as find


def search(request):
    form = SearchForm(request.GET)
    return render(request, "articles/search.html", {"form": form, "page": find(form.query())})
