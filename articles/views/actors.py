"""People, bodies and places: their lists and their pages."""

from django.http import Http404
from django.utils.translation import gettext_lazy as _
from django.views.generic import DetailView, ListView

from articles.models import Actor, Article

NEWEST = 10
KINDS = {"all": _("All"), "person": _("People"), "organisation": _("Bodies"), "place": _("Places")}


class ActorListView(ListView):
    """All actors, those of a kind, those of a letter, or both."""

    template_name = "articles/actors.html"
    context_object_name = "actors"
    paginate_by = 120

    def setup(self, request, kind="all", letter=""):
        super().setup(request, kind=kind, letter=letter)
        if kind not in KINDS:
            raise Http404
        self.kind, self.letter = kind, letter

    def of_kind(self):
        return Actor.objects.all() if self.kind == "all" else Actor.objects.filter(kind=self.kind)

    def get_queryset(self):
        actors = self.of_kind().of_letter(self.letter) if self.letter else self.of_kind()
        return actors.with_article_counts().by_name()

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            kind=self.kind,
            letter=self.letter,
            kinds=kinds_with_counts(),
            letters=self.of_kind().letters(),
            **kwargs,
        )


def kinds_with_counts():
    """For each kind its name in an address, its title and how many there are."""
    counts = Actor.objects.kind_counts()
    counts["all"] = sum(counts.values())
    return [(kind, title, counts.get(kind, 0)) for kind, title in KINDS.items()]


class ActorView(DetailView):
    model = Actor
    template_name = "articles/actor.html"

    def get_context_data(self, **kwargs):
        articles = Article.objects.published().naming(self.object).newest().select_related("source")
        return super().get_context_data(
            article_count=articles.count(),
            newest=articles[:NEWEST],
            names=self.object.names.all(),
            positions=self.object.positions.select_related("office__organisation", "evidence_article"),
            **kwargs,
        )
