"""Imports: what each brought, and taking one back."""

from django.contrib import admin, messages
from django.utils.translation import gettext_lazy as _

from articles.ingest.undo import undo
from articles.models import Batch

from .bringing import COUNTED, Bringing
from .recorded import Recorded
from .web_address import left_to_right

# Articles; these take about ten seconds, and a server ends what takes thirty.
MOST_UNDONE = 4_000
TOO_MUCH = _(
    "%(batch)s: too much for a browser to wait for; an operator runs: manage.py undo_import %(number)d"
)


@admin.register(Batch)
class BatchAdmin(Bringing, Recorded):
    change_list_template = "admin/articles/batches.html"
    list_display = ["what", "user", "started_at", "brought", "undone_at"]
    list_select_related = ["user"]
    date_hierarchy = "started_at"
    search_fields = ["label"]
    readonly_fields = ["label", "user", "started_at", "finished_at", "undone_at", "brought"]
    fields = readonly_fields
    actions = ["undo"]

    @admin.display(description=Batch._meta.get_field("label").verbose_name, ordering="label")
    def what(self, batch):
        return left_to_right(batch.label)

    @admin.display(description=_("summary"))
    def brought(self, batch):
        if not batch.summary:
            return _("broken off")
        return COUNTED % batch.summary

    @admin.action(description=_("Take back"), permissions=["change"])
    def undo(self, request, batches):
        for batch in batches.filter(undone_at__isnull=True):
            if batch.summary.get("added", 0) > MOST_UNDONE:
                messages.warning(request, TOO_MUCH % {"batch": batch, "number": batch.pk})
                continue
            undone = undo(batch)
            told = _("%(count)d articles removed.") % {"count": undone.removed}
            messages.success(request, f"{batch}: {told}")
            if undone.back:
                back = _("%(count)d texts are again as they were.") % {"count": undone.back}
                messages.success(request, f"{batch}: {back}")
            for code in undone.kept:
                messages.warning(request, _("Kept, since it was changed: %(code)s") % {"code": code})
