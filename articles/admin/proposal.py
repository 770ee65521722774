"""Whom and what the articles name and the register lacks: counted, shown in their sentences, made into actors."""

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy

from articles.actors.finding import english_name
from articles.actors.proposed_bodies import head_of
from articles.actors.reviewing import dismiss, make_proposed
from articles.models import Act, Actor, Proposal

from .decision_forms import NewActor
from .passage import passage
from .recorded import Recorded

A_PAGE = 50
CONTEXTS = 20


class ProposedActor(NewActor):
    title = gettext_lazy("Make into an actor")

    field_order = ["name_ar", "name_en", "kind"]


@admin.register(Proposal)
class ProposalAdmin(Recorded):
    """Two pages: all names, and one name with its sentences. Whoever may add actors may decide here."""

    def get_urls(self):
        one = self.admin_site.admin_view(self.one_view)
        return [path("one/", one, name="articles_proposal_one"), *super().get_urls()]

    def has_change_permission(self, request, obj=None):
        return request.user.has_perm("articles.add_actor")

    def has_view_permission(self, request, obj=None):
        return self.has_change_permission(request)

    def has_module_permission(self, request):
        return self.has_change_permission(request)

    def changelist_view(self, request, extra_context=None):
        self._check(request)
        pages = Paginator(Proposal.objects.waiting().by_name(), A_PAGE)
        decided = Act.objects.filter(kind__in=(Act.Kind.DISMISS, Act.Kind.NEW_ACTOR))
        page = pages.get_page(request.GET.get("p"))
        return self._page(
            request, "proposals", capfirst(self.opts.verbose_name_plural), page=page, acts=decided[:6]
        )

    def one_view(self, request):
        self._check(request)
        key = request.GET.get("name", "")
        places = (
            Proposal.objects.filter(key=key).select_related("article__source").order_by("-article", "start")
        )
        if not places:
            raise Http404
        form = ProposedActor(request.POST if "make" in request.POST else None, initial=_initial(places[0]))
        if "dismiss" in request.POST:
            return self._dismissed(request, places[0])
        if form.is_valid():
            return self._made(request, key, form)
        passages = [passage(place) for place in places[:CONTEXTS]]
        found = {"places": len(places), "titles": sorted({place.title for place in places} - {""})}
        return self._page(request, "proposal", places[0].surface, form=form, passages=passages, **found)

    def _made(self, request, key, form):
        act = make_proposed(key, user=request.user, **form.cleaned_data)
        messages.success(request, str(act))
        made = Actor.objects.get(pk=act.steps[0]["pk"])
        return redirect(reverse("admin:articles_actor_change", args=[made.pk]))

    def _dismissed(self, request, place):
        messages.success(request, str(dismiss(place.key, place.surface, request.user)))
        return redirect("admin:articles_proposal_changelist")

    def _check(self, request):
        if not self.has_change_permission(request):
            raise PermissionDenied

    def _page(self, request, name, title, **context):
        request.current_app = self.admin_site.name
        context |= {"title": title, "opts": self.opts} | self.admin_site.each_context(request)
        return TemplateResponse(request, f"admin/articles/{name}.html", context)


def _initial(place):
    kind = Actor.Kind.ORGANISATION if head_of(place.key.split(" ")[0]) else Actor.Kind.PERSON
    return {"name_ar": place.surface, "name_en": english_name(place.surface), "kind": kind}
