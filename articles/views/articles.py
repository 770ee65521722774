"""One article: its page and its picture."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.decorators import method_decorator
from django.utils.encoding import iri_to_uri
from django.views.decorators.cache import cache_control
from django.views.generic import DetailView, View

from articles.export.memento import MementoLinks
from articles.export.share_image import share_image
from articles.models import Article
from articles.models.memento import Original

from .withdrawn import TellsOfWithdrawal


class ArticleView(TellsOfWithdrawal, DetailView):
    slug_field = slug_url_kwarg = "code"
    template_name = "articles/article.html"

    def get_queryset(self):
        return Article.objects.published().select_related("source", "origin")

    def render_to_response(self, context, **options):
        response = super().render_to_response(context, **options)
        if self.object.url:
            links = MementoLinks(Original(iri_to_uri(self.object.url)), self.request.build_absolute_uri)
            response["Link"] = links.header()
        return response


@method_decorator(cache_control(public=True, max_age=86_400), name="dispatch")
class ShareImageView(View):
    def get(self, request, code):
        article = get_object_or_404(Article.objects.published().select_related("source"), code=code)
        return HttpResponse(share_image(article), content_type="image/png")
