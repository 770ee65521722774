"""An editor's ways in: an address that is fetched, shown and confirmed, and a file that is read and loaded."""

import base64
import tempfile
from dataclasses import replace
from pathlib import Path

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.ingest import awaiting
from articles.ingest.address import read_fetched
from articles.ingest.columns import columns_of
from articles.ingest.fetching import FetchError, fetch
from articles.ingest.files import READERS, read_file
from articles.ingest.item import Refusal
from articles.ingest.loader import load
from articles.ingest.records import ALIASES
from articles.ingest.register import Register
from articles.models import Article, Source

from .web_address import address_field, left_to_right

ERRORS_LENGTH = 1_000_000
COUNTED = _(
    "Read %(read)d: %(added)d added, %(changed)d with a new version, "
    "%(unchanged)d unchanged, %(skipped)d skipped."
)
STATUSES = [choice for choice in Article.Status.choices if choice[0] in ("draft", "review")]


class AddressForm(forms.Form):
    url = address_field(_("Address of the article"))


class FileForm(forms.Form):
    file = forms.FileField(label=_("File"), help_text=left_to_right(", ".join(READERS)))
    columns = forms.CharField(
        label=_("columns under other names"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2, "dir": "auto"}),
        help_text=_("One a line, as the file’s own name, =, and a field: %(fields)s")
        % {"fields": ", ".join(ALIASES)},
    )
    source = forms.ModelChoiceField(Source.objects.all(), label=_("source"), required=False)
    status = forms.ChoiceField(label=_("status"), choices=STATUSES)
    dry_run = forms.BooleanField(label=_("only try it: write nothing"), required=False, initial=True)

    def clean_columns(self):
        """The lines as a dictionary of the file's names and the archive's: ``{"Texte": "body"}``."""
        pairs = [line.rpartition("=") for line in self.cleaned_data["columns"].splitlines() if line.strip()]
        wrong = [field for name, _sign, field in pairs if not name.strip() or field.strip() not in ALIASES]
        if wrong:
            raise forms.ValidationError(_("No field of the archive: %(name)s") % {"name": "، ".join(wrong)})
        return {name.strip(): field.strip() for name, _sign, field in pairs}


class Bringing:
    """Adds both ways to the admin of imports."""

    def get_urls(self):
        wrap = self.admin_site.admin_view
        own = [
            path("address/", wrap(self.bring_address), name="articles_batch_address"),
            path("file/", wrap(self.bring_file), name="articles_batch_file"),
        ]
        return own + super().get_urls()

    def bring_address(self, request):
        """Fetches and shows on the first POST, takes in what was shown on the second."""
        self._may_bring(request)
        if "fetched" in request.POST:
            return self._take_in(request)
        form = AddressForm(request.POST or None, initial={"url": request.GET.get("url", "")})
        context = {"form": form, "title": _("Bring in an address")}
        if form.is_valid():
            context |= self._shown(form)
        here = request.build_absolute_uri(reverse("admin:articles_batch_address"))
        context["bookmarklet"] = f"javascript:location.href='{here}?url='+encodeURIComponent(location.href)"
        return self._respond(request, "bring_address", context)

    def _shown(self, form):
        url, register = form.cleaned_data["url"], Register()
        try:
            fetched = fetch(url)
        except FetchError as error:
            form.add_error("url", str(error))
            return {}
        source = register.of_address(fetched.url)
        item = read_fetched(url, fetched, register.known, source.text_rule if source else "")
        if isinstance(item, Refusal):
            form.add_error("url", item.reason)
            return {}
        known = Article.objects.of_addresses([item.url]).first()
        return {"item": item, "source": source, "known": known, "fetched": awaiting.keep(url, fetched)}

    def _take_in(self, request):
        waited = awaiting.take(request.POST["fetched"])
        if waited is None:
            messages.error(request, _("It was fetched too long ago; fetch it again."))
            return redirect("admin:articles_batch_address")
        (url, fetched), register = waited, Register()
        source = register.of_address(fetched.url)
        item = read_fetched(url, fetched, register.known, source.text_rule if source else "")
        summary = load([item], status="draft", label=url, register=register, user=request.user)
        article = (
            Article.objects.of_addresses([item.url]).order_by("pk").first()
            if not isinstance(item, Refusal)
            else None
        )
        messages.success(request, told(summary))
        return redirect("admin:articles_article_change", article.pk) if article else redirect("..")

    def bring_file(self, request):
        self._may_bring(request)
        form = FileForm(request.POST or None, request.FILES or None)
        context = {"form": form, "title": _("Bring in a file")}
        if form.is_valid():
            errors = _ErrorFile()
            summary, columns = self._read(request, form.cleaned_data, errors)
            told = {"summary": summary, "counted": COUNTED % summary.counts(), "errors": errors}
            context |= told | {"columns": columns, "encodings": list(summary.encodings)}
        return self._respond(request, "bring_file", context)

    def _read(self, request, given, errors):
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / Path(given["file"].name).name
            with file.open("wb") as copy:
                copy.writelines(given["file"].chunks())
            register = Register()
            rows = read_file(file, register.known, timezone.get_current_timezone(), given["columns"])
            summary = load(
                (_without_folder(row, folder) for row in rows),
                status=given["status"],
                label=file.name,
                source=given["source"],
                register=register,
                user=request.user,
                dry_run=given["dry_run"],
                told=errors.take,
            )
            return summary, columns_of(file, given["columns"])

    def _may_bring(self, request):
        if not request.user.has_perms(["articles.add_batch", "articles.add_article"]):
            raise PermissionDenied

    def _respond(self, request, name, context):
        whole = self.admin_site.each_context(request) | {"opts": self.opts} | context
        return TemplateResponse(request, f"admin/articles/{name}.html", whole)


class _ErrorFile:
    """What was refused, to be mended and fed back, as an address that holds the file itself; nothing is kept here."""

    def __init__(self):
        self._lines, self._left = [], ERRORS_LENGTH
        self.is_whole = True

    def take(self, refusal):
        written = refusal.written()
        self._left -= len(written)
        if self._left >= 0:
            self._lines.append(written)
        self.is_whole = self._left >= 0

    @property
    def address(self):
        data = base64.b64encode("".join(self._lines).encode()).decode()
        return f"data:application/x-ndjson;base64,{data}" if data else ""


def told(summary):
    """What became of the one item of an import, in words."""
    if summary.added:
        return _("It is in the archive, as a draft.")
    return (
        _("A new version was kept.") if summary.changed else _("The archive has it already, with this text.")
    )


def _without_folder(row, folder):
    """The place as the editor knows it, without the folder in which the upload lies for a moment."""
    return replace(row, place=row.place.replace(f"{folder}/", ""))
