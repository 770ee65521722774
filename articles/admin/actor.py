"""Actors with their names and positions."""

from django import forms
from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from articles.models import Actor, ActorName, Mention
from articles.models.merging import merge_actors

from .chosen import ChosenAtHand
from .folded_search import FoldedSearch
from .history import ArchiveAdmin
from .merging import KeepsFormerAddresses, Merging
from .position import PositionInline
from .relation import RelationInline


class ActorForm(KeepsFormerAddresses, forms.ModelForm):
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


class ActorNameInline(ChosenAtHand, admin.TabularInline):
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
class ActorAdmin(Merging, FoldedSearch, ArchiveAdmin):
    merge = staticmethod(merge_actors)
    merge_field = Mention._meta.get_field("actor")
    change_form_template = "admin/articles/actor_form.html"
    form = ActorForm
    inlines = [ActorNameInline, PositionInline, RelationInline]
    history_parts = ("names", "positions", "relations")
    prepopulated_fields = {"slug": ["name_en"]}
    list_display = ["name_ar", "name_en", "kind", "article_count", "wikidata_id"]
    list_filter = ["kind"]
    ordering = ["name_ar"]
    search_fields = ["name_ar"]
    search_help_text = _("In all names, however they are spelt.")
    folded_names = ("name_ar", "name_en", "slug", "names__text")
    most_used = ("-article_count",)

    def get_queryset(self, request):
        return super().get_queryset(request).with_article_counts()

    @admin.display(description=_("published articles"), ordering="article_count")
    def article_count(self, actor):
        return actor.article_count
