"""Merging one actor or source into another, with a reason and a look at what will move."""

from django import forms
from django.contrib import messages
from django.contrib.admin.widgets import AutocompleteSelect
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.models import Act, Merge
from articles.models.merging import CannotMerge

REFUSALS = {
    "same": gettext_lazy("These are one and the same already."),
    "kind": gettext_lazy("These are of two kinds."),
    "sample": gettext_lazy("A sample and a real source cannot be one."),
}


class KeepsFormerAddresses:
    """For a form with a slug: an address that leads to another row since a merge is not given away."""

    def clean_slug(self):
        slug = self.cleaned_data["slug"]
        leads_to = Merge.objects.now_at(self._meta.model, slug)
        if leads_to and slug != self.instance.slug:
            raise forms.ValidationError(_("This address has led to “%s” since a merge.") % leads_to)
        return slug


class Merging:
    """`merge` is the verb, `merge_field` a column that points to such rows, for choosing one by its name."""

    merge = None
    merge_field = None

    def get_urls(self):
        name = f"articles_{self.opts.model_name}_merge"
        view = self.admin_site.admin_view(self.merge_view)
        return [path("<int:pk>/merge/", view, name=name), *super().get_urls()]

    def merge_view(self, request, pk):
        """Asks for the other and the reason, shows what will move, and merges when that is agreed to."""
        if not request.user.has_perm("articles.add_merge"):
            raise PermissionDenied
        kept = get_object_or_404(self.model, pk=pk)
        form = self._merge_form(request.POST or None)
        if form.is_valid() and "agreed" in request.POST and self._merge(request, form, kept):
            return redirect(reverse(f"admin:articles_{self.opts.model_name}_change", args=[pk]))
        absorbed = form.cleaned_data["absorbed"] if form.is_valid() else None
        request.current_app = self.admin_site.name
        context = {
            "title": _("Merge into: %s") % kept,
            "thing": kept,
            "form": form,
            "absorbed": absorbed,
            "moving": absorbed and counts(absorbed),
            "media": self.media + form.media,
            "opts": self.opts,
        } | self.admin_site.each_context(request)
        return TemplateResponse(request, "admin/articles/merge.html", context)

    def _merge(self, request, form, kept):
        try:
            self.merge(kept, form.cleaned_data["absorbed"], form.cleaned_data["reason"], request.user)
        except CannotMerge as error:
            form.add_error("absorbed", REFUSALS[error.args[0]])
            return False
        messages.success(request, _("Merged. It can be undone among the editors' acts."))
        return True

    def _merge_form(self, data):
        widget = AutocompleteSelect(self.merge_field, self.admin_site, {"data-width": "24rem"})
        chosen = forms.ModelChoiceField(
            self.model._default_manager.all(), label=_("The one that goes into it"), widget=widget
        )
        longest = Act._meta.get_field("reason").max_length
        reason = forms.CharField(label=_("reason"), max_length=longest, widget=forms.Textarea({"rows": 2}))
        form_class = type("MergeForm", (forms.Form,), {"absorbed": chosen, "reason": reason})
        return form_class(data)


def counts(thing):
    """What hangs on an actor or source: pairs of a name in the plural and a number, the empty left out."""
    rows = [
        (relation.related_model, relation.related_model._base_manager.filter(**{relation.field.name: thing}))
        for relation in thing._meta.related_objects
    ]
    found = [(model._meta.verbose_name_plural, queryset.count()) for model, queryset in rows]
    return [(name, count) for name, count in found if count]
