"""Who changed what and when, and the way back, over a thing and its parts together."""

from django.contrib import messages
from django.core.exceptions import ObjectDoesNotExist, PermissionDenied
from django.core.paginator import Paginator
from django.db import IntegrityError
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from simple_history.admin import SimpleHistoryAdmin

from articles.models.restoring import restore

from .recorded import UnderPlural
from .revisions import moment, revisions


class ArchiveAdmin(UnderPlural, SimpleHistoryAdmin):
    """`history_parts` are the related names of rows that belong to the thing; `history_keeps` the fields

    that the way back leaves alone, since changing them is an act of its own.
    """

    history_parts = ()
    history_keeps = ()
    history_list_per_page = 25

    def history_view(self, request, object_id, extra_context=None):
        thing = self._thing(request, object_id)
        if not self.has_view_history_or_change_history_permission(request, thing):
            raise PermissionDenied
        pages = Paginator(revisions(thing, self.history_parts), self.history_list_per_page)
        page = pages.get_page(request.GET.get("p"))
        may_restore = self.has_change_permission(request, thing)
        context = {"title": _("History: %s") % thing, "page": page, "may_restore": may_restore}
        return self._respond(request, "history", thing, context | (extra_context or {}))

    def history_form_view(self, request, object_id, version_id, extra_context=None):
        """Asks on GET, goes back on POST to the state just after the revision `version_id`."""
        thing = self._thing(request, object_id)
        if not self.has_change_permission(request, thing):
            raise PermissionDenied
        when = self._moment(thing, version_id)
        if request.method == "POST":
            return self._restore(request, thing, when)
        undone = [revision for revision in revisions(thing, self.history_parts) if revision.when > when]
        return self._respond(
            request, "restore", thing, {"title": _("Go back"), "when": when, "undone": undone}
        )

    def _restore(self, request, thing, when):
        try:
            then = restore(thing, when, self.history_parts, self.history_keeps)
        except IntegrityError:
            messages.error(request, _("It cannot go back: another entry has taken its place since."))
            return redirect(self._address("history", thing))
        self.after_restoring(then)
        self.log_change(request, then, _("Went back to an earlier state."))
        messages.success(request, _("It is as it was then; what stood since is kept in the history."))
        return redirect(self._address("change", thing))

    def after_restoring(self, thing):
        """For what has to follow each change of a thing."""

    def _thing(self, request, object_id):
        return get_object_or_404(self.get_queryset(request), pk=object_id)

    def _moment(self, thing, version):
        try:
            return moment(thing, self.history_parts, version)
        except (ValueError, LookupError, ObjectDoesNotExist) as error:
            raise Http404 from error

    def _address(self, page, thing):
        return reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_{page}", args=[thing.pk])

    def _respond(self, request, page, thing, context):
        request.current_app = self.admin_site.name
        context |= {"opts": self.opts, "thing": thing} | self.admin_site.each_context(request)
        return TemplateResponse(request, f"admin/articles/{page}.html", context)
