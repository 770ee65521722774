"""The form in which an article is typed."""

from datetime import time

from django import forms
from django.contrib.admin.widgets import AdminSplitDateTime
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from articles.models import Article
from articles.models.fields import text_digest

PROSE = ("title", "standfirst", "body")
NOON = time(12)


class ProseField(forms.CharField):
    """A text whose lines end as the archive's do: browsers send CR LF, which would shift every mention."""

    def to_python(self, value):
        return super().to_python((value or "").replace("\r\n", "\n").replace("\r", "\n"))


class PublicationField(forms.SplitDateTimeField):
    """A day, and a time if it is known; without one, noon, which is the same day in every time zone."""

    def clean(self, value):
        day, clock = value or (None, None)
        return super().clean([day, clock or (NOON.isoformat() if day else None)])


class ArticleForm(forms.ModelForm):
    body = ProseField(
        label=capfirst(Article._meta.get_field("body").verbose_name),
        help_text=Article._meta.get_field("body").help_text,
        widget=forms.Textarea(attrs={"rows": 24, "class": "prose", "dir": "auto"}),
    )
    standfirst = ProseField(
        label=capfirst(Article._meta.get_field("standfirst").verbose_name),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3, "class": "prose", "dir": "auto"}),
    )
    published_at = PublicationField(
        label=capfirst(Article._meta.get_field("published_at").verbose_name),
        required=False,
        widget=AdminSplitDateTime,
        help_text=_("Leave the time empty if it is not known."),
    )
    # The newest entry of the history when the form was opened, by which two editors at once are told apart.
    opened_at = forms.IntegerField(required=False, widget=forms.HiddenInput)
    keep_duplicate = forms.BooleanField(label=_("Save it although it is there already"), required=False)

    class Meta:
        model = Article
        # Neither the status nor the reason for withdrawal: changing those is an act of its own.
        fields = [
            *PROSE,
            "title_is_suggested",
            "language",
            "source",
            "origin",
            "byline",
            "dateline",
            "published_at",
            "published_precision",
            "url",
            "captured_at",
        ]
        widgets = {
            "title": forms.TextInput(attrs={"class": "vTextField", "dir": "auto"}),
            "url": forms.URLInput(attrs={"class": "vURLField", "dir": "ltr"}),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.initial["opened_at"] = self._newest_entry()

    def _newest_entry(self):
        newest = self.instance.history.first()
        return newest and newest.history_id

    def clean(self):
        fields = super().clean()
        opened_at = fields.get("opened_at")
        if self.instance.pk and opened_at and opened_at != self._newest_entry():
            raise ValidationError(
                _("Somebody changed this article while you had it open. Open it again, and see its changes.")
            )
        self._agree_on_date(fields)
        if "title" in self.changed_data and self.instance.title:
            fields["title_is_suggested"] = False
        twins = self._twins(fields)
        if twins and not fields.get("keep_duplicate"):
            self.add_error("keep_duplicate", _already_there(twins))
        return fields

    def _agree_on_date(self, fields):
        if not fields.get("published_at"):
            fields["published_precision"] = Article.Precision.UNKNOWN
        elif fields.get("published_precision") == Article.Precision.UNKNOWN:
            self.add_error("published_precision", _("Say how precisely the date is known."))

    def _twins(self, fields):
        """Other articles of this address or this very text, looked for where either changed."""
        if not {*PROSE, "url"} & set(self.changed_data):
            return []
        digest = text_digest(fields.get(name, "") for name in PROSE)
        others = Article.objects.exclude(pk=self.instance.pk)
        return list(others.same_as(fields.get("url", ""), digest)[:5])


def _already_there(twins):
    """The error that shows each twin with a link to it."""
    links = format_html_join(
        "، ",
        '<a href="{}" target="_blank">{}</a>',
        ((reverse("admin:articles_article_change", args=[twin.pk]), twin.title) for twin in twins),
    )
    return ValidationError(
        format_html("{} {}", _("An article of this address or text is there already:"), links)
    )
