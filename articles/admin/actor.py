"""Actors with their names and positions."""

from django import forms
from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from articles.models import Actor, ActorName

from .folded_search import FoldedSearch
from .history import ArchiveAdmin
from .position import PositionInline


class ActorForm(forms.ModelForm):
    class Meta:
        model = Actor
        fields = ["name_ar", "name_en", "slug", "kind", "description_ar", "description_en", "wikidata_id"]
        widgets = {
            "name_en": forms.TextInput(attrs={"class": "vTextField", "dir": "ltr"}),
            "slug": forms.TextInput(attrs={"class": "vTextField", "dir": "ltr"}),
            "description_ar": forms.Textarea(attrs={"rows": 3, "dir": "rtl"}),
            "description_en": forms.Textarea(attrs={"rows": 3, "dir": "ltr"}),
            "wikidata_id": forms.TextInput(attrs={"size": 12, "dir": "ltr"}),
        }


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
    form = ActorForm
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
