"""Mentions: beside their article, and all of them."""

import re

from django import forms
from django.contrib import admin
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from articles.models import Mention

from .chosen import ChosenAtHand, ChosenFormSet
from .history import ArchiveAdmin
from .review import ReviewDesk

PLACE = {"part", "surface"}


class MentionForm(forms.ModelForm):
    """An editor gives the words as they stand; where they stand is found."""

    class Meta:
        model = Mention
        fields = ["part", "surface", "actor", "office", "status"]

    def __init__(self, *args, article=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.article = article or self.instance.article
        if self.instance.pk is None:
            self.initial["status"] = Mention.Status.CONFIRMED

    def clean(self):
        fields = super().clean()
        # A row that was found before keeps its place, even where the text is being changed around it.
        if PLACE & set(self.changed_data) and fields.keys() >= PLACE:
            self._find_place(fields["part"], fields["surface"])
        if not (fields.get("actor") or fields.get("office")):
            self.add_error("actor", _("Say which actor or office is meant."))
        elif self.instance.pk and self.has_changed() and self._rivals(fields).exists():
            self.add_error("actor", _("This place is already given to that actor or office."))
        return fields

    def _post_clean(self):
        """A row that was left as it is was looked at when it was written."""
        if self.instance.pk is None or self.has_changed():
            super()._post_clean()

    def _find_place(self, part, surface):
        text = getattr(self.article, part)
        places = [match.start() for match in re.finditer(re.escape(surface), text)]
        if not places:
            self.add_error("surface", _("These words do not stand there in the article."))
            return
        others = Mention.objects.filter(article=self.article.pk, part=part, status=Mention.Status.CONFIRMED)
        taken = set(others.exclude(pk=self.instance.pk).values_list("start", flat=True))
        start = next((place for place in places if place not in taken), places[0])
        self.instance.start, self.instance.end = start, start + len(surface)

    def _rivals(self, fields):
        place = {name: getattr(self.instance, name) for name in ("start", "end")}
        meant = {name: fields.get(name) for name in ("part", "actor", "office")}
        return Mention.objects.filter(article=self.article.pk, **place, **meant).exclude(pk=self.instance.pk)


class MentionFormSet(ChosenFormSet):
    """Its forms read the text as it is being saved, not as the database still has it.

    The article is saved first and linked anew with it, so a row may have been found, or have gone, meanwhile.
    """

    def get_form_kwargs(self, index):
        return super().get_form_kwargs(index) | {"article": self.instance}

    def save_new(self, form, commit=True):
        mention = super().save_new(form, commit=False)
        same = {name: getattr(mention, name) for name in ("part", "start", "end", "actor", "office")}
        found = Mention.objects.filter(article=self.instance, **same).first()
        mention.pk = found and found.pk
        mention.save(force_update=bool(found))
        return mention

    def save_existing(self, form, obj, commit=True):
        if Mention.objects.filter(pk=obj.pk).exists():
            return super().save_existing(form, obj, commit)
        return obj


class MentionInline(ChosenAtHand, admin.TabularInline):
    model = Mention
    form = MentionForm
    formset = MentionFormSet
    fields = ["part", "surface", "actor", "office", "status", "method", "confidence"]
    readonly_fields = ["method", "confidence"]
    autocomplete_fields = ["actor", "office"]
    ordering = ["part", "start"]
    extra = 0
    can_delete = False


@admin.register(Mention)
class MentionAdmin(ReviewDesk, ArchiveAdmin):
    form = MentionForm
    list_display = ["surface", "actor", "office", "status", "method", "of_article"]
    list_filter = ["status", "method", "part"]
    list_select_related = ["actor", "office", "article"]
    ordering = ["-pk"]
    search_fields = ["surface", "article__title"]
    search_help_text = _("In the words found and the titles of articles.")
    autocomplete_fields = ["actor", "office"]
    readonly_fields = ["of_article", "start", "end", "method", "confidence"]
    fields = [
        "of_article",
        "part",
        "surface",
        "start",
        "end",
        "actor",
        "office",
        "status",
        "method",
        "confidence",
    ]

    def has_add_permission(self, request):
        """A mention is added beside its article."""
        return False

    @admin.display(description=Mention._meta.get_field("article").verbose_name, ordering="article__title")
    def of_article(self, mention):
        return format_html("<bdi>{}</bdi>", mention.article.title)
