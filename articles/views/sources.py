"""Where the articles were read."""

from django.shortcuts import get_object_or_404
from django.views.generic import ListView

from articles.models import Article, Source
from articles.stories.health import health

from .counting import Counted, CountedList


class SourceListView(Counted, ListView):
    template_name = "articles/sources.html"
    context_object_name = "sources"

    def get_queryset(self):
        sources = Source.objects.with_article_counts(self.unit).order_by("-article_count", "name_ar")
        return sorted(sources, key=lambda source: Source.Kind.values.index(source.kind))


class SourceView(CountedList, ListView):
    """A source and its articles, the newest first."""

    template_name = "articles/source.html"
    context_object_name = "articles"
    paginate_by = 30

    def get_queryset(self):
        self.source = get_object_or_404(Source.objects.prefetch_related("domains"), slug=self.kwargs["slug"])
        return Article.objects.published().filter(source=self.source).newest().select_related("source")

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            source=self.source,
            health=health(self.source, self.unit),
            span=Article.objects.published().filter(source=self.source).span(),
            credited=Article.objects.published().filter(origin=self.source).count(),
            **kwargs,
        )
