"""Actors with their names and positions."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from articles.models import Actor, ActorName

from .folded_search import FoldedSearch
from .history import ArchiveAdmin
from .position import PositionInline


class ActorNameInline(admin.TabularInline):
    model = ActorName
    extra = 0
    fields = [
        "text",
        "script",
        "kind",
        "valid_from",
        "valid_to",
        "confidence",
        "evidence_article",
        "evidence_url",
    ]
    autocomplete_fields = ["evidence_article"]


@admin.register(Actor)
class ActorAdmin(FoldedSearch, ArchiveAdmin):
    inlines = [ActorNameInline, PositionInline]
    history_parts = ("names", "positions")
    prepopulated_fields = {"slug": ["name_en"]}
    list_display = ["name_ar", "name_en", "kind", "article_count", "wikidata_id"]
    list_filter = ["kind"]
    ordering = ["name_ar"]
    search_fields = ["name_ar"]
    search_help_text = _("In all names, however they are spelt.")
    folded_names = ("name_ar", "name_en", "slug", "names__text")

    def get_queryset(self, request):
        return super().get_queryset(request).with_article_counts()

    @admin.display(description=_("published articles"), ordering="article_count")
    def article_count(self, actor):
        return actor.article_count
