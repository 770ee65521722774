"""What was received and what was refused: lists to look at; nobody changes a capture."""

from django.contrib import admin
from django.utils.html import format_html

from articles.models import Capture, Refused


class Unchangeable(admin.ModelAdmin):
    """Rows without an act upon them; `where` shows an address or a path from left to right."""

    show_full_result_count = False

    @admin.display(description=Refused._meta.get_field("place").verbose_name)
    def where(self, row):
        return format_html('<bdi dir="ltr">{}</bdi>', getattr(row, "url", "") or row.place)

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def changelist_view(self, request, extra_context=None):
        return super().changelist_view(
            request, {"title": self.opts.verbose_name_plural} | (extra_context or {})
        )


@admin.register(Capture)
class CaptureAdmin(Unchangeable):
    list_display = ["where", "article", "captured_at", "media_type", "encoding"]
    list_select_related = ["article"]
    list_filter = ["media_type", "encoding"]
    date_hierarchy = "captured_at"
    search_fields = ["url", "place", "sha256"]

    def has_delete_permission(self, request, obj=None):
        return False


@admin.register(Refused)
class RefusedAdmin(Unchangeable):
    list_display = ["where", "reason", "batch", "refused_at"]
    list_select_related = ["batch"]
    list_filter = ["reason"]
    date_hierarchy = "refused_at"
    search_fields = ["place", "reason", "excerpt"]
