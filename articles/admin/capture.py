"""What was received: a list to look at."""

from django.contrib import admin
from django.utils.html import format_html

from articles.models import Capture, Refused

from .recorded import Unchangeable


class Arrived(Unchangeable):
    """`where` shows an address or a path from left to right."""

    @admin.display(description=Refused._meta.get_field("place").verbose_name)
    def where(self, row):
        return format_html('<bdi dir="ltr">{}</bdi>', getattr(row, "url", "") or row.place)


@admin.register(Capture)
class CaptureAdmin(Arrived):
    list_display = ["where", "article", "captured_at", "media_type", "encoding"]
    list_select_related = ["article"]
    list_filter = ["media_type", "encoding"]
    date_hierarchy = "captured_at"
    search_fields = ["url", "place", "sha256"]
