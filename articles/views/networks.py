"""Who appears with whom: as a drawing, as a table, as files."""

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.decorators import method_decorator
from django.views.generic import TemplateView

from articles.actors.presence import network
from articles.export.network import as_csv, as_graphml, laid_out
from articles.forms import FoundNetworkForm, NetworkForm, SearchForm
from articles.models import Actor, Article
from articles.search import numbers
from articles.views.merged import filters_follow_merges

from .counting import Counted

FILES = {"graphml": (as_graphml, "application/graphml+xml"), "csv": (as_csv, "text/csv; charset=utf-8")}
MOST_FOUND = 2000


class NetworkView(Counted, TemplateView):
    """The network of the archive, or of the articles that name one actor."""

    template_name = "articles/network.html"
    form_class = NetworkForm

    def get_context_data(self, slug="", ending="", **kwargs):
        self.actor = get_object_or_404(Actor, slug=slug) if slug else None
        form = self.form_class(self.request.GET)
        found = network(self.articles(form), form.size, form.least, self.unit)
        return super().get_context_data(
            actor=self.actor, form=form, found=found, file_base=self.request.path.rstrip("/"), **kwargs
        )

    def articles(self, form):
        articles = form.narrowed(Article.objects.published())
        return articles.naming(self.actor) if self.actor else articles

    def render_to_response(self, context, **response_kwargs):
        context["drawing"] = laid_out(context["found"])
        return super().render_to_response(context, **response_kwargs)


@method_decorator(filters_follow_merges, name="dispatch")
class FoundNetworkView(NetworkView):
    """The network of the articles that a search finds."""

    form_class = FoundNetworkForm

    def articles(self, form):
        self.query = SearchForm(self.request.GET).query()
        self.ids = numbers(self.query, MOST_FOUND)
        return Article.objects.published().filter(pk__in=self.ids)

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        asked = [
            (name, value) for name, value in self.query.parameters() if name not in context["form"].fields
        ]
        cut = MOST_FOUND if len(self.ids) == MOST_FOUND else None
        return context | {"query": self.query, "asked": asked, "cut": cut}


class AsFile:
    """The same network for other programs."""

    def render_to_response(self, context, **response_kwargs):
        if self.kwargs["ending"] not in FILES:
            raise Http404
        write, content_type = FILES[self.kwargs["ending"]]
        response = HttpResponse(write(context["found"]), content_type=content_type)
        name = f"network.{self.kwargs['ending']}"
        response["Content-Disposition"] = f'attachment; filename="{name}"'
        return response


class NetworkFileView(AsFile, NetworkView):
    pass


class FoundNetworkFileView(AsFile, FoundNetworkView):
    pass
