"""Who appears with whom: as a drawing, as a table, as files."""

from hashlib import sha256

from django.core.cache import cache
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.decorators import method_decorator
from django.utils.translation import get_language
from django.views.generic import TemplateView

from articles.actors.presence import network
from articles.export.network import as_csv, as_graphml, laid_out
from articles.forms import FoundNetworkForm, NetworkForm, SearchForm
from articles.models import Actor, Article, Unit
from articles.search import numbers
from articles.search.outbox import state
from articles.stories import state as stories

from .counting import Counted
from .merged import filters_follow_merges

FILES = {"graphml": (as_graphml, "application/graphml+xml"), "csv": (as_csv, "text/csv; charset=utf-8")}
MOST_FOUND = 2000
KEPT = 3600  # seconds


class NetworkView(Counted, TemplateView):
    """The network of the archive, or of the articles that name one actor."""

    template_name = "articles/network.html"
    form_class = NetworkForm

    def get_context_data(self, slug="", ending="", **kwargs):
        self.actor = get_object_or_404(Actor, slug=slug) if slug else None
        self.asked = self.form_class(self.request.GET)
        return super().get_context_data(
            actor=self.actor,
            form=self.asked,
            narrowing=self.asked.narrowing,
            found=self.kept("found", self.found),
            file_base=self.request.path.rstrip("/"),
            **kwargs,
        )

    def found(self):
        return network(self.articles(), self.asked.size, self.asked.least, self.unit)

    def articles(self):
        articles = self.asked.narrowed(Article.objects.published())
        return articles.naming(self.actor) if self.actor else articles

    def about(self):
        """What tells this network from others of the same state of the archive."""
        return self.actor and self.actor.pk, sorted(self.asked.narrowing.items())

    def kept(self, what, make):
        """Made once for each state of the archive; the stories may change without its index being told."""
        states = [state(), stories.state()] if self.unit is Unit.STORIES else [state()]
        asked = what, self.about(), self.asked.size, self.asked.least, get_language(), states
        return cache.get_or_set(sha256(repr(asked).encode()).hexdigest(), make, KEPT)

    def render_to_response(self, context, **response_kwargs):
        context["drawing"] = self.kept("drawing", lambda: laid_out(context["found"]))
        return super().render_to_response(context, **response_kwargs)


@method_decorator(filters_follow_merges, name="dispatch")
class FoundNetworkView(NetworkView):
    """The network of the articles that a search finds."""

    form_class = FoundNetworkForm

    def setup(self, request, *args, **kwargs):
        super().setup(request, *args, **kwargs)
        self.query = SearchForm(request.GET).query()

    def articles(self):
        return Article.objects.published().filter(pk__in=self.ids())

    def ids(self):
        return self.kept("ids", lambda: numbers(self.query, MOST_FOUND))

    def about(self):
        return self.query.address

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        asked = [
            (name, value) for name, value in self.query.parameters() if name not in context["form"].fields
        ]
        cut = MOST_FOUND if len(self.ids()) == MOST_FOUND else None
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
