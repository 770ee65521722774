"""What one actor is to another."""

from django.contrib import admin

from articles.models import Relation

from .chosen import ChosenAtHand


class RelationInline(ChosenAtHand, admin.TabularInline):
    model = Relation
    fk_name = "actor"
    extra = 0
    fields = ["kind", "other", "started", "ended", "note", "confidence", "evidence_article", "evidence_url"]
    autocomplete_fields = ["other", "evidence_article"]
