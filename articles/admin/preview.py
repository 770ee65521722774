"""An article as readers will see it, before they can."""

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import path

from articles.models import Article

ROBOTS = "noindex, nofollow"


class Preview:
    def get_urls(self):
        preview = path(
            "<int:pk>/preview/", self.admin_site.admin_view(self.preview), name="articles_article_preview"
        )
        return [preview, *super().get_urls()]

    def preview(self, request, pk):
        """The public page with a banner; search engines are told to stay away."""
        article = get_object_or_404(Article.objects.select_related("source", "origin"), pk=pk)
        if not self.has_view_permission(request, article):
            raise PermissionDenied
        response = TemplateResponse(
            request, "admin/articles/preview.html", {"article": article, "robots": ROBOTS}
        )
        response["X-Robots-Tag"] = ROBOTS
        return response
