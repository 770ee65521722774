"""Who held which office: beside the actor or the office, and all of them."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from articles.models import Position

from .chosen import ChosenAtHand
from .history import ArchiveAdmin


class PositionInline(ChosenAtHand, admin.TabularInline):
    model = Position
    extra = 0
    fields = [
        "office",
        "gender",
        "acting",
        "started",
        "ended",
        "note",
        "confidence",
        "evidence_article",
        "evidence_url",
    ]
    autocomplete_fields = ["office", "evidence_article"]


@admin.register(Position)
class PositionAdmin(ArchiveAdmin):
    list_display = ["actor", "office", "started", "ended", "acting", "confidence", "rests_on"]
    list_filter = ["acting", "confidence", "office__single_holder"]
    list_select_related = ["actor", "office", "evidence_article"]
    search_fields = ["actor__name_ar", "actor__name_en", "office__title_ar", "office__title_en", "note"]
    search_help_text = _("In the names of actors and offices.")
    autocomplete_fields = ["actor", "office", "evidence_article"]

    @admin.display(description=_("rests on"))
    def rests_on(self, position):
        return position.evidence_article or position.evidence_url or None
