"""Offices, their wordings and their holders."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from articles.models import Office, OfficeName, Position

from .chosen import ChosenAtHand
from .folded_search import FoldedSearch
from .history import ArchiveAdmin


class OfficeNameInline(admin.TabularInline):
    model = OfficeName
    extra = 0


class HolderInline(ChosenAtHand, admin.TabularInline):
    model = Position
    extra = 0
    fields = ["actor", "gender", "acting", "started", "ended", "note"]
    autocomplete_fields = ["actor"]
    show_change_link = True
    verbose_name = _("holder")
    verbose_name_plural = _("holders")


@admin.register(Office)
class OfficeAdmin(FoldedSearch, ArchiveAdmin):
    inlines = [OfficeNameInline, HolderInline]
    history_parts = ("names", "positions")
    prepopulated_fields = {"slug": ["title_en"]}
    list_display = ["title_ar", "title_en", "organisation", "single_holder"]
    list_filter = ["single_holder"]
    list_select_related = ["organisation"]
    autocomplete_fields = ["organisation"]
    ordering = ["title_ar"]
    search_fields = ["title_ar"]
    search_help_text = _("In all wordings, however they are spelt.")
    folded_names = ("title_ar", "title_ar_feminine", "title_en", "slug", "names__text")
