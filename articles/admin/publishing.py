"""Publish, withdraw and send to review: over a list, and beside the button that saves."""

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.template.response import TemplateResponse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from articles.models import Article
from articles.models.publishing import publish, send_to_review, withdraw


class ReasonForm(forms.Form):
    reason = forms.CharField(
        label=_("Reason, which readers will see"),
        max_length=Article._meta.get_field("withdrawal_reason").max_length,
        widget=forms.Textarea(attrs={"rows": 3, "dir": "auto", "autofocus": True}),
    )


class PublishingActions:
    """`save_steps` are the buttons beside "Save", each with what it does once the article is saved."""

    actions = ["send_to_review_action", "publish_action", "withdraw_action"]
    save_steps = {"_review": send_to_review, "_publish": publish}

    def has_publish_permission(self, request):
        return request.user.has_perm("articles.publish_article")

    @admin.action(description=_("Send to review"), permissions=["change"])
    def send_to_review_action(self, request, queryset):
        self._report(request, send_to_review(queryset), queryset)

    @admin.action(description=_("Publish"), permissions=["publish"])
    def publish_action(self, request, queryset):
        self._report(request, publish(queryset), queryset)

    @admin.action(description=_("Withdraw…"), permissions=["publish"])
    def withdraw_action(self, request, queryset):
        """Asks for a reason first, on a page of its own."""
        form = ReasonForm(request.POST if "reason" in request.POST else None)
        if form.is_valid():
            self._report(request, withdraw(queryset, form.cleaned_data["reason"]), queryset)
            return None
        request.current_app = self.admin_site.name
        context = {
            "title": _("Withdraw articles"),
            "form": form,
            "articles": queryset,
            "action": "withdraw_action",
            "opts": self.opts,
        } | self.admin_site.each_context(request)
        return TemplateResponse(request, "admin/articles/withdraw.html", context)

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        """Refuses "Save and publish" before anything is saved."""
        may_publish = self.has_publish_permission(request)
        if {"_publish", "_withdraw"} & request.POST.keys() and not may_publish:
            raise PermissionDenied
        context = {"may_publish": may_publish} | (extra_context or {})
        return super().changeform_view(request, object_id, form_url, context)

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        saved = Article.objects.filter(pk=form.instance.pk)
        for button in self.save_steps.keys() & request.POST.keys():
            self._report(request, self.save_steps[button](saved), saved)

    def response_change(self, request, obj):
        if "_withdraw" in request.POST:
            return self.withdraw_action(request, Article.objects.filter(pk=obj.pk))
        return super().response_change(request, obj)

    def _report(self, request, moved, asked):
        """How many moved, and how many were not in a state to."""
        left = asked.count() - len(moved)
        if moved:
            moved_to = moved[0].get_status_display()
            text = ngettext(
                "%(count)d article is now %(state)s.", "%(count)d articles are now %(state)s.", len(moved)
            )
            messages.success(request, text % {"count": len(moved), "state": moved_to})
        if left > 0:
            text = ngettext(
                "%(count)d article was left as it is.", "%(count)d articles were left as they are.", left
            )
            messages.warning(request, text % {"count": left})
