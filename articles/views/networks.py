"""Who appears with whom: as a drawing, as a table, as files."""

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.generic import TemplateView

from articles.actors.presence import network
from articles.export.network import HEIGHT, WIDTH, as_csv, as_graphml, laid_out
from articles.forms import NetworkForm
from articles.models import Actor, Article

FILES = {"graphml": (as_graphml, "application/graphml+xml"), "csv": (as_csv, "text/csv; charset=utf-8")}


class NetworkView(TemplateView):
    """The network of the archive, or of the articles that name one actor."""

    template_name = "articles/network.html"

    def get_context_data(self, slug="", ending="", **kwargs):
        actor = get_object_or_404(Actor, slug=slug) if slug else None
        form = NetworkForm(self.request.GET)
        articles = form.narrowed(Article.objects.published())
        found = network(articles.naming(actor) if actor else articles, form.size, form.least)
        nodes, edges = laid_out(found)
        size = {"width": WIDTH, "height": HEIGHT}
        return super().get_context_data(
            actor=actor, form=form, found=found, nodes=nodes, edges=edges, **size, **kwargs
        )


class NetworkFileView(NetworkView):
    """The same network for other programs."""

    def render_to_response(self, context, **response_kwargs):
        if self.kwargs["ending"] not in FILES:
            raise Http404
        write, content_type = FILES[self.kwargs["ending"]]
        response = HttpResponse(write(context["found"]), content_type=content_type)
        name = f"network.{self.kwargs['ending']}"
        response["Content-Disposition"] = f'attachment; filename="{name}"'
        return response
