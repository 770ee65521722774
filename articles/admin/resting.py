"""What rests on an article: the names, offices and relations that give it as their evidence."""

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import path
from django.utils.translation import gettext as _

from articles.models import Article
from articles.models.evidence import Evidence


class Resting:
    def get_urls(self):
        view = self.admin_site.admin_view(self.resting)
        return [path("<int:pk>/resting/", view, name="articles_article_resting"), *super().get_urls()]

    def resting(self, request, pk):
        article = get_object_or_404(Article, pk=pk)
        if not self.has_view_permission(request, article):
            raise PermissionDenied
        request.current_app = self.admin_site.name
        context = {
            "title": _("What rests on this article"),
            "thing": article,
            "groups": statements(article),
            "opts": self.opts,
        } | self.admin_site.each_context(request)
        return TemplateResponse(request, "admin/articles/resting.html", context)


def statements(article):
    """For each kind of statement its name in the plural and the rows that rest on the article, with their actors."""
    models = [
        relation.related_model
        for relation in Article._meta.related_objects
        if issubclass(relation.related_model, Evidence)
    ]
    found = [
        (
            model._meta.verbose_name_plural,
            model.objects.filter(evidence_article=article).select_related("actor"),
        )
        for model in models
    ]
    return [(name, list(rows)) for name, rows in found if rows]
