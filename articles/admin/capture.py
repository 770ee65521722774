"""What was received: a list to look at."""

from django.contrib import admin

from articles.models import Capture, Refused

from .period import Period
from .recorded import Unchangeable
from .web_address import left_to_right


class Arrived(Unchangeable):
    """`where` shows an address or a path from left to right."""

    @admin.display(description=Refused._meta.get_field("place").verbose_name)
    def where(self, row):
        return left_to_right(getattr(row, "url", "") or row.place)


@admin.register(Capture)
class CaptureAdmin(Arrived):
    list_display = ["where", "article", "captured_at", "media_type", "encoding"]
    list_select_related = ["article"]
    list_filter = ["media_type", "encoding", ("captured_at", Period)]
    ordering = ["-pk"]
    search_fields = ["url", "place", "sha256"]
