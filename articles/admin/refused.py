"""What was refused: the list with its reasons, and putting an item back."""

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import Case, Count, F, Q, Value, When
from django.db.models.functions import StrIndex, Substr
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import path
from django.utils.translation import gettext_lazy as _

from articles.ingest.mending import put_back, stated
from articles.ingest.records import BadRecord
from articles.models import Article, Refused

from .bringing import told
from .capture import Arrived
from .period import Period
from .web_address import address_field

SHOWN_REASONS = 15
BEFORE_COLON = Case(
    When(reason__contains=":", then=Substr("reason", 1, StrIndex("reason", Value(":")) - 1)),
    default=F("reason"),
)


class ReasonFilter(admin.SimpleListFilter):
    """By the reason without what it says of the single row: «Not a date: 32/13/2024» is one with its like."""

    title = Refused._meta.get_field("reason").verbose_name
    parameter_name = "why"

    def lookups(self, request, model_admin):
        counted = Refused.objects.order_by().values(why=BEFORE_COLON).annotate(count=Count("pk"))
        commonest = counted.order_by("-count", "why")[:SHOWN_REASONS]
        return [(row["why"], f"{row['why']} ({row['count']})") for row in commonest]

    def queryset(self, request, refused):
        why = self.value()
        return refused.filter(Q(reason=why) | Q(reason__startswith=f"{why}:")) if why else refused


def _field(name, required=False, **options):
    noun = Article._meta.get_field(name)
    widget = forms.Textarea(attrs={"rows": 3, "dir": "auto", "class": "vLargeTextField"} | options)
    short = forms.TextInput(attrs={"dir": "auto", "class": "vTextField"})
    is_long = name in ("body", "standfirst")
    return forms.CharField(label=noun.verbose_name, required=required, widget=widget if is_long else short)


class PuttingBackForm(forms.Form):
    """The fields of a record, each as text, as a file would state them."""

    title = _field("title")
    standfirst = _field("standfirst")
    body = _field("body", required=True, rows=16)
    source = _field("source")
    origin = _field("origin")
    byline = _field("byline")
    published = _field("published_at")
    url = address_field(Article._meta.get_field("url").verbose_name)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["url"].required = False


@admin.register(Refused)
class RefusedAdmin(Arrived):
    clearable = True
    change_form_template = "admin/articles/refused_form.html"
    list_display = ["where", "reason", "batch", "refused_at"]
    list_select_related = ["batch"]
    list_filter = [ReasonFilter, ("refused_at", Period)]
    search_fields = ["place", "reason", "excerpt"]

    def get_urls(self):
        view = self.admin_site.admin_view(self.put_back)
        return [path("<int:number>/put-back/", view, name="articles_refused_put_back"), *super().get_urls()]

    def put_back(self, request, number):
        """A form with what the item said of itself; what is put right there comes in as a draft."""
        if not request.user.has_perms(["articles.add_batch", "articles.add_article"]):
            raise PermissionDenied
        refused = get_object_or_404(Refused, pk=number)
        form = PuttingBackForm(request.POST or None, initial=stated(refused))
        if form.is_valid() and self._comes_in(request, refused, form):
            return redirect("admin:articles_refused_changelist")
        context = self.admin_site.each_context(request) | {
            "opts": self.opts,
            "title": _("Put back"),
            "refused": refused,
            "form": form,
            "address": form.initial.get("url", ""),
        }
        return TemplateResponse(request, "admin/articles/put_back.html", context)

    def _comes_in(self, request, refused, form):
        try:
            summary = put_back(refused, form.cleaned_data, request.user)
        except BadRecord as error:
            form.add_error(None, str(error))
            return False
        if summary.skipped:
            form.add_error(None, summary.why[0].reason)
            return False
        messages.success(request, told(summary))
        return True
