"""What actors are reported to have said: suggestions until an editor confirms them."""

from django.contrib import admin, messages
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from articles.actors.reviewing import accept, reject
from articles.models import Quote
from articles.templatetags.sentences import fragment

from .history import ArchiveAdmin


@admin.register(Quote)
class QuoteAdmin(ArchiveAdmin):
    list_display = ["passage", "actor", "verb", "direct", "status", "of_article"]
    list_filter = ["status", "direct", "verb"]
    list_select_related = ["actor", "article"]
    search_fields = ["sentence", "actor__name_ar", "article__title"]
    search_help_text = _("In the sentences, the speakers' names and the titles of articles.")
    autocomplete_fields = ["actor"]
    readonly_fields = ["of_article", "passage", "verb", "direct", "status"]
    fields = ["of_article", "passage", "actor", "verb", "direct", "status"]
    actions = ["confirm_action", "reject_action"]

    def has_add_permission(self, request):
        """They are found in the articles."""
        return False

    @admin.action(description=_("Confirm"), permissions=["change"])
    def confirm_action(self, request, queryset):
        messages.success(request, str(accept(queryset, request.user)))

    @admin.action(description=_("Reject"), permissions=["change"])
    def reject_action(self, request, queryset):
        messages.success(request, str(reject(queryset, request.user)))

    @admin.display(description=Quote._meta.get_field("sentence").verbose_name)
    def passage(self, quote):
        """The sentence with what was said marked in it."""
        start, end, sentence = quote.speech_start, quote.speech_end, quote.sentence
        said = sentence[:start], sentence[start:end], sentence[end:]
        return format_html('<span class="said" dir="auto">{}<mark>{}</mark>{}</span>', *said)

    @admin.display(description=Quote._meta.get_field("article").verbose_name, ordering="article__title")
    def of_article(self, quote):
        """Leads to the sentence in it, as readers see or will see it."""
        preview = reverse("admin:articles_article_preview", args=[quote.article_id])
        address = preview + fragment(quote.sentence)
        return format_html('<a href="{}" target="_blank"><bdi>{}</bdi></a>', address, quote.article.title)
