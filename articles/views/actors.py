"""People, bodies and places: their lists and their pages."""

from collections import Counter

from django.db.models import Count, F, OuterRef, Subquery
from django.db.models.functions import Coalesce
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils.decorators import method_decorator
from django.utils.translation import gettext_lazy as _
from django.views.generic import DetailView, ListView

from articles.actors.finding import find_actors
from articles.actors.presence import articles_naming, called_by_sources, company, telling
from articles.actors.timeline import timeline
from articles.forms import CompanyForm, NameForm
from articles.models import Actor, Article, Quote, Relation

from .counting import Counted, CountedList
from .merged import filters_follow_merges

NEWEST = 10
QUOTES = 5
FOUND = 40
COMPANY = 10
TELLING = 5
KINDS = {"all": _("All"), "person": _("People"), "organisation": _("Bodies"), "place": _("Places")}


class ActorListView(Counted, ListView):
    """All actors, those of a kind, those of a letter, or both."""

    template_name = "articles/actors.html"
    context_object_name = "actors"
    paginate_by = 120

    def setup(self, request, kind="all", letter=""):
        super().setup(request, kind=kind, letter=letter)
        if kind not in KINDS:
            raise Http404
        self.kind, self.letter = kind, letter
        self.find = NameForm(request.GET)

    def of_kind(self):
        return Actor.objects.all() if self.kind == "all" else Actor.objects.filter(kind=self.kind)

    def get_queryset(self):
        if self.find.asked:
            return find_actors(self.find.asked, FOUND)
        self.filed = self.of_kind().filed()
        return [pk for letter, pk in self.filed if self.letter in ("", letter)]

    def get_context_data(self, **kwargs):
        context = super().get_context_data(
            find=self.find,
            asked=self.find.asked,
            kind=self.kind,
            letter=self.letter,
            kinds=kinds_with_counts(),
            **kwargs,
        )
        return context if self.find.asked else context | self.in_index(context["actors"])

    def in_index(self, numbers):
        """The page's actors, and how many stand under each letter."""
        actors = Actor.objects.with_article_counts(self.unit).in_bulk(numbers)
        letters = Counter(letter for letter, _ in self.filed)
        return {"actors": [actors[number] for number in numbers], "letters": list(letters.items())}


def kinds_with_counts():
    """For each kind its name in an address, its title and how many there are."""
    counts = Actor.objects.kind_counts()
    counts["all"] = sum(counts.values())
    return [(kind, title, counts.get(kind, 0)) for kind, title in KINDS.items()]


class ActorView(Counted, DetailView):
    model = Actor
    template_name = "articles/actor.html"

    def get_queryset(self):
        shown = Quote.objects.shown().filter(actor=OuterRef("pk")).order_by().values("actor")
        count = Subquery(shown.annotate(count=Count("pk")).values("count"))
        return Actor.objects.annotate(quote_count=Coalesce(count, 0))

    def get_context_data(self, **kwargs):
        actor = self.object
        return super().get_context_data(
            **self.over_time(),
            **self.in_company(),
            filter_name="place" if actor.kind == Actor.Kind.PLACE else "actor",
            called=called_by_sources(actor),
            quotes=quotes_of(actor)[:QUOTES],
            quote_count=actor.quote_count,
            newest=Article.objects.published().naming(actor).newest().select_related("source")[:NEWEST],
            telling=telling(actor, TELLING),
            names=actor.names.all(),
            relations=Relation.objects.of(actor),
            positions=actor.positions.select_related("office__organisation", "evidence_article"),
            **kwargs,
        )

    def over_time(self):
        """The years, and the months of the year that the address chooses."""
        line = timeline(self.object, self.unit)
        chosen = next((year for year, _ in line.years if str(year) == self.request.GET.get("year")), None)
        months = line.months(chosen) if chosen else []
        return {
            "years": line.years,
            "busiest_year": max((count for _, count in line.years), default=0),
            "year": chosen,
            "months": months,
            "busiest_month": max((count for _, count in months), default=0),
            "article_count": line.total,
        }

    def in_company(self):
        form = CompanyForm(self.request.GET)
        narrowed = form.narrowed(Article.objects.published()) if form.narrows else None
        return {
            "company_form": form,
            "narrowing": form.narrowing,
            "company": company(self.object, form.least, COMPANY, narrowed, self.unit),
        }


def quotes_of(actor):
    """What the actor said in published articles, the newest first."""
    quotes = Quote.objects.shown().filter(actor=actor).select_related("article__source")
    return quotes.order_by(F("article__published_at").desc(nulls_last=True), "article", "start")


class QuotesView(ListView):
    """All that an actor said, or only in direct or only in reported speech."""

    template_name = "articles/quotes.html"
    context_object_name = "quotes"
    paginate_by = 30
    KINDS = {"direct": True, "reported": False}

    def get_queryset(self):
        self.actor = get_object_or_404(Actor, slug=self.kwargs["slug"])
        self.kind = self.request.GET.get("kind", "")
        quotes = quotes_of(self.actor)
        return quotes.filter(direct=self.KINDS[self.kind]) if self.kind in self.KINDS else quotes

    def get_context_data(self, **kwargs):
        return super().get_context_data(actor=self.actor, kind=self.kind, **kwargs)


@method_decorator(filters_follow_merges, name="dispatch")
class TogetherView(CountedList, ListView):
    """The published articles that name two actors; ``?actor`` a third, ``?since`` and ``?until`` a year."""

    template_name = "articles/together.html"
    context_object_name = "articles"
    paginate_by = 30

    def get_queryset(self):
        slugs = [self.kwargs["slug"], self.kwargs["other"], *self.request.GET.getlist("actor")[:1]]
        self.actors = [get_object_or_404(Actor, slug=slug) for slug in slugs]
        self.form = CompanyForm(self.request.GET)
        return self.form.narrowed(articles_naming(*self.actors)).newest().select_related("source")

    def get_context_data(self, **kwargs):
        return super().get_context_data(actors=self.actors, narrowing=self.form.narrowing, **kwargs)
