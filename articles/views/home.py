"""The first page, and the one that says what the archive is."""

from datetime import timedelta

from django.views.generic import TemplateView

from articles.models import Actor, Article, Source

from .counting import Counted

NEWEST = 10
MOST_NAMED = 8
EXAMPLES = ("حكومة الوحدة الوطنية", "الانتخابات", "مصراتة", "خليفة حفتر")
MONTH = timedelta(days=30)


class HomeView(Counted, TemplateView):
    template_name = "articles/home.html"

    def get_context_data(self, **kwargs):
        newest = list(Article.objects.published().newest().select_related("source")[:NEWEST])
        since = newest[0].published_at - MONTH if newest and newest[0].published_at else None
        return super().get_context_data(
            newest=newest,
            named=Actor.objects.most_named(since, self.unit)[:MOST_NAMED],
            since=since,
            examples=EXAMPLES,
            has_own_box=True,
            figures=figures(self.unit),
            **kwargs,
        )


class AboutView(Counted, TemplateView):
    template_name = "articles/about.html"

    def get_context_data(self, **kwargs):
        return super().get_context_data(figures=figures(self.unit), **kwargs)


def figures(unit):
    """The archive in numbers, of what is open to all."""
    published = Article.objects.published()
    return {
        "articles": unit.total(published),
        "sources": Source.objects.with_articles().count(),
        "actors": Actor.objects.count(),
        **published.span(),
    }
