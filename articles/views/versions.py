"""What an address has carried over time: versions, their differences, and the evidence of them."""

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.http import http_date
from django.utils.translation import override
from django.views.generic import DetailView, View

from articles.arabic.text_diff import text_diff
from articles.export.evidence import evidence_pack
from articles.export.memento import MementoLinks
from articles.models import Article, Version
from articles.models.body import grouped
from articles.models.memento import original_of

from .withdrawn import TellsOfWithdrawal


class VersionsView(TellsOfWithdrawal, DetailView):
    """All versions, and what changed from one to the next: ``?of=3`` shows the step to version 3."""

    slug_field = slug_url_kwarg = "code"
    template_name = "articles/versions.html"

    def get_queryset(self):
        return Article.objects.published().select_related("source", "origin")

    def get_context_data(self, **context):
        versions = list(self.object.versions.in_time())
        places = {str(version.number): place for place, version in enumerate(versions)}
        chosen = self.request.GET.get("of", "")
        place = places.get(chosen, 0) if chosen else len(versions) - 1
        if chosen and not place:
            raise Http404
        step = _step(versions[place - 1], versions[place]) if len(versions) > 1 else None
        captures = self.object.captures.order_by("captured_at", "pk")[:200]
        return super().get_context_data(versions=versions, step=step, captures=captures, **context)


def _step(old, new):
    """Two versions and the stretches of what differs in title, standfirst and body."""
    parts = ((name, getattr(old, name), getattr(new, name)) for name in ("title", "standfirst", "body"))
    label = Version._meta.get_field
    changes = [(label(name).verbose_name, text_diff(was, now)) for name, was, now in parts if was != now]
    return {"old": old, "new": new, "changes": changes}


class VersionView(TellsOfWithdrawal, DetailView):
    """One version as it was captured: a memento of RFC 7089."""

    template_name = "articles/version.html"

    def get_object(self):
        """A text that never changed is version 1 from the start, so that its address stays when it does."""
        articles = Article.objects.published().select_related("source")
        article = get_object_or_404(articles, code=self.kwargs["code"])
        number = self.kwargs["number"]
        if number == 1 and not article.versions.exists():
            return Version.first_of(article)
        return get_object_or_404(article.versions, number=number)

    def get_context_data(self, **context):
        runs = [
            {"kind": kind, "blocks": [block.text for block in found]}
            for kind, found in grouped(self.object.body)
        ]
        return super().get_context_data(runs=runs, **context)

    def render_to_response(self, context, **options):
        response = super().render_to_response(context, **options)
        response["Memento-Datetime"] = http_date(self.object.captured_at.timestamp())
        if self.object.article.url:
            original = original_of(self.object.article)
            links = MementoLinks(original, self.request.build_absolute_uri)
            response["Link"] = links.header(original.place_of(self.object.number))
        return response


class EvidenceView(TellsOfWithdrawal, View):
    """Everything that the archive has of an article, in one file that proves itself."""

    def get(self, request, code):
        article = get_object_or_404(Article.objects.published().select_related("source", "origin"), code=code)
        with override("ar"):
            address = request.build_absolute_uri(reverse("article", args=[code]))
        pack = evidence_pack(article, address)
        name = f'attachment; filename="evidence-{code}.zip"'
        return HttpResponse(pack, content_type="application/zip", headers={"Content-Disposition": name})
