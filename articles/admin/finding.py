"""The feeds of a source, found from the address of its home page and offered to be taken."""

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import path
from django.utils.translation import gettext_lazy as _

from articles.ingest.discovery import find_feeds
from articles.ingest.fetching import FetchError
from articles.ingest.register import Register
from articles.models import Feed, Source

from .web_address import address_field


class HomePageForm(forms.Form):
    url = address_field(_("Address of the home page"))
    source = forms.ModelChoiceField(
        Source.objects.all(),
        label=_("source"),
        required=False,
        help_text=_("Only needed when no source has this domain."),
    )

    def clean(self):
        given = super().clean()
        given["source"] = given.get("source") or Register().of_address(given.get("url", ""))
        if not given["source"]:
            self.add_error("source", _("No source has this domain: choose one."))
        return given


class TakingForm(forms.Form):
    """What was chosen of what was found, each as kind and address with a space between."""

    source = forms.ModelChoiceField(Source.objects.all())
    feed = forms.TypedMultipleChoiceField(coerce=lambda text: tuple(text.split(" ", 1)))

    def __init__(self, data):
        super().__init__(data)
        kinds = tuple(f"{kind} http" for kind in Feed.Kind.values)
        self.fields["feed"].choices = [(one, one) for one in data.getlist("feed") if one.startswith(kinds)]


class Finding:
    """Adds the search for feeds to the admin of feeds."""

    def get_urls(self):
        own = [path("find/", self.admin_site.admin_view(self.find), name="articles_feed_find")]
        return own + super().get_urls()

    def find(self, request):
        """Asks the site on the first POST, adds the chosen feeds on the second."""
        if not self.has_add_permission(request):
            raise PermissionDenied
        if "feed" in request.POST:
            return self._take(request)
        form = HomePageForm(request.POST or None, initial={"url": request.GET.get("url", "")})
        context = {"form": form, "title": _("Find the feeds of a source")}
        if form.is_valid():
            context |= _found(form)
        whole = self.admin_site.each_context(request) | {"opts": self.opts} | context
        return TemplateResponse(request, "admin/articles/find_feeds.html", whole)

    def _take(self, request):
        form = TakingForm(request.POST)
        if form.is_valid():
            taken = Feed.objects.take(form.cleaned_data["source"], form.cleaned_data["feed"])
            messages.success(request, _("Feeds added: %(count)d.") % {"count": len(taken)})
        return redirect("admin:articles_feed_changelist")


def _found(form):
    try:
        found = find_feeds(form.cleaned_data["url"])
    except FetchError as error:
        form.add_error("url", str(error))
        return {}
    there = set(Feed.objects.filter(url__in=[one.url for one in found]).values_list("url", flat=True))
    return {"found": found, "there": there, "source": form.cleaned_data["source"], "searched": True}
