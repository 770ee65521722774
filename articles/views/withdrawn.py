"""What every page of a withdrawn article answers."""

from django.http import Http404
from django.shortcuts import render

from articles.models import Article


class TellsOfWithdrawal:
    """For views that take an article's `code`: 410 with the reason where it was withdrawn, 404 where there is none."""

    def dispatch(self, request, *args, **kwargs):
        try:
            return super().dispatch(request, *args, **kwargs)
        except Http404:
            withdrawn = Article.objects.withdrawn().filter(code=kwargs["code"]).first()
            if withdrawn is None:
                raise
            return render(request, "410.html", {"article": withdrawn}, status=410)
