"""The decisions of editors, and their undoing."""

from django.contrib import admin, messages
from django.utils.translation import gettext_lazy as _

from articles.actors.reviewing import take_back
from articles.models import Act
from articles.models.journal import CannotUndo

from .recorded import Unchangeable


@admin.register(Act)
class ActAdmin(Unchangeable):
    list_display = ["about", "kind", "reason", "done_by", "done_at", "undone_at"]
    list_filter = ["kind", ("undone_at", admin.EmptyFieldListFilter)]
    list_select_related = ["done_by"]
    date_hierarchy = "done_at"
    search_fields = ["about", "reason"]
    fields = ["kind", "about", "reason", "done_by", "done_at", "undone_by", "undone_at"]
    actions = ["undo_action"]

    def has_undo_permission(self, request):
        return request.user.has_perm("articles.add_act")

    @admin.action(description=_("Undo"), permissions=["undo"])
    def undo_action(self, request, queryset):
        """The newest first, since a later act may rest on an earlier one."""
        for act in queryset.standing().order_by("-pk"):
            try:
                take_back(act, request.user)
            except CannotUndo:
                messages.error(request, _("This can no longer be undone: %s") % act)
            else:
                messages.success(request, _("Undone: %s") % act)
