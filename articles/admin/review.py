"""The review desk: the linker's suggestions, one after another or all of one actor's."""

from urllib.parse import urlencode

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import Count
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from articles.actors.reviewing import accept, reject, take_back
from articles.models import Act, Actor, Mention
from articles.models.journal import CannotUndo

from .decision_forms import decision_forms
from .passage import passage

AT_ONCE = 100  # sentences that an editor reads, and their articles are read anew in a second or so
BULK = {"accept": accept, "reject": reject}


def suggestions(actor=None):
    """In the order in which they were found, which keeps an article's together."""
    waiting = Mention.objects.filter(status=Mention.Status.SUGGESTED).order_by("pk")
    waiting = waiting.filter(actor=actor) if actor else waiting
    return waiting.select_related("article__source", "actor", "office")


class ReviewDesk:
    """For the admin of mentions. Every page here needs the permission to change them."""

    def get_urls(self):
        pages = [
            ("review/", self.review, "review"),
            ("review/next/", self.review_next, "next"),
            ("review/<int:pk>/", self.review_one, "decide"),
            ("review/actor/<int:pk>/", self.review_actor, "of_actor"),
            ("review/undo/<int:pk>/", require_POST(self.review_undo), "undo"),
        ]
        return [
            path(route, self.admin_site.admin_view(self._for_editors(view)), name=f"articles_mention_{name}")
            for route, view, name in pages
        ] + super().get_urls()

    def review(self, request):
        """Where to begin: how much waits, of whom, and what was decided last."""
        waiting = suggestions().order_by()
        by_actor = (
            waiting.exclude(actor=None).values("actor").annotate(count=Count("pk")).order_by("-count")[:60]
        )
        actors = Actor.objects.in_bulk([row["actor"] for row in by_actor])
        context = {
            "title": _("Review desk"),
            "waiting": waiting.count(),
            "actors": [(actors[row["actor"]], row["count"]) for row in by_actor],
            "acts": Act.objects.select_related("done_by", "undone_by")[:12],
        }
        return self._page(request, "review", context)

    def review_next(self, request):
        """The first that waits after ``?after``, of ``?actor`` alone if given."""
        actor, after = _number(request, "actor"), _number(request, "after")
        found = suggestions(actor).filter(pk__gt=after).first() or suggestions(actor).first()
        if found is None:
            messages.success(request, _("Nothing more waits here."))
            return redirect("admin:articles_mention_review")
        return redirect(_address(request, "decide", found.pk))

    def review_one(self, request, pk):
        mention = suggestions().filter(pk=pk).first()
        if mention is None:
            return redirect(_address(request, "next", after=pk))
        forms = decision_forms(mention, request.POST or None)
        chosen = forms.get(request.POST.get("decision"))
        if chosen and chosen.is_valid():
            chosen.decide(mention, request.user)
            return redirect(_address(request, "next", after=pk))
        context = {
            "title": _("Who is meant?"),
            "passage": passage(mention),
            "forms": forms,
            "waiting": suggestions(_number(request, "actor")).count(),
            "skip": _address(request, "next", after=pk),
            "last": Act.objects.standing().filter(done_by=request.user).first(),
            "media": self.media + forms["reassign"].media,
        }
        return self._page(request, "decide", context)

    def review_actor(self, request, pk):
        """All of one actor's, with what is ticked decided at once."""
        actor = get_object_or_404(Actor, pk=pk)
        waiting = suggestions(actor)
        decide = next((verb for name, verb in BULK.items() if name in request.POST), None)
        ticked = list(waiting.filter(pk__in=request.POST.getlist("mention"))) if decide else []
        if ticked:
            act = decide(ticked, request.user)
            messages.success(request, str(act))
            return redirect(request.path)
        context = {
            "title": _("Suggestions: %s") % actor,
            "actor": actor,
            "passages": [passage(mention) for mention in waiting[:AT_ONCE]],
            "waiting": waiting.count(),
        }
        return self._page(request, "review_actor", context)

    def review_undo(self, request, pk):
        """Back to the suggestion, where it was a single one."""
        act = get_object_or_404(Act, pk=pk)
        try:
            take_back(act, request.user)
        except CannotUndo:
            messages.error(request, _("This can no longer be undone: something was built upon it since."))
        else:
            messages.success(request, _("Undone: %s") % act)
        return redirect(
            _address(request, "next") if "next" in request.POST else "admin:articles_mention_review"
        )

    def _for_editors(self, view):
        def guarded(request, *args, **kwargs):
            if not self.has_change_permission(request):
                raise PermissionDenied
            return view(request, *args, **kwargs)

        return guarded

    def _page(self, request, name, context):
        request.current_app = self.admin_site.name
        context |= {"opts": self.opts, "query": _query(request)} | self.admin_site.each_context(request)
        return TemplateResponse(request, f"admin/articles/{name}.html", context)


def _number(request, name):
    """A number from the address; 0 where there is none."""
    value = request.GET.get(name, "0")
    if not value.isdigit():
        raise Http404
    return int(value)


def _query(request, **more):
    kept = {"actor": request.GET["actor"]} if request.GET.get("actor") else {}
    return urlencode(kept | more)


def _address(request, page, *args, **more):
    address = reverse(f"admin:articles_mention_{page}", args=args)
    query = _query(request, **more)
    return f"{address}?{query}" if query else address
