"""Feeds and their schedules."""

from django import forms
from django.contrib import admin, messages
from django.utils.translation import gettext_lazy as _

from articles.ingest.polling import Polling
from articles.models import Feed

from .finding import Finding
from .recorded import UnderPlural
from .web_address import left_to_right


class FeedForm(forms.ModelForm):
    class Meta:
        model = Feed
        fields = ["source", "url", "kind", "every_minutes", "status", "is_active"]
        widgets = {"url": forms.URLInput(attrs={"class": "vURLField", "dir": "ltr"})}


@admin.register(Feed)
class FeedAdmin(Finding, UnderPlural, admin.ModelAdmin):
    change_list_template = "admin/articles/feeds.html"
    form = FeedForm
    list_display = ["address", "source", "every_minutes", "is_active", "polled_at", "next_at", "last_error"]
    list_select_related = ["source"]
    list_filter = ["is_active", "kind"]
    search_fields = ["url", "source__name_ar"]
    autocomplete_fields = ["source"]
    readonly_fields = ["polled_at", "next_at", "failures", "last_error"]
    fields = ["source", "url", "kind", "every_minutes", "status", "is_active", *readonly_fields]
    actions = ["look_now"]

    def get_readonly_fields(self, request, feed=None):
        """Whether what comes is published unseen is for those who may publish."""
        may_publish = request.user.has_perm("articles.publish_article")
        return self.readonly_fields if may_publish else [*self.readonly_fields, "status"]

    @admin.display(description=Feed._meta.get_field("url").verbose_name, ordering="url")
    def address(self, feed):
        return left_to_right(feed.url)

    @admin.action(description=_("Look now"), permissions=["change"])
    def look_now(self, request, feeds):
        polling = Polling()
        for feed in feeds:
            summary = polling.poll(feed)
            if feed.last_error:
                messages.error(request, f"{feed.source}: {feed.last_error}")
            else:
                counts = summary.counts() if summary else {"added": 0, "skipped": 0}
                told = _("%(added)d added, %(skipped)d refused.") % counts
                messages.success(request, f"{feed.source}: {told}")
