"""Articles: the list, the form, and the acts upon them."""

from django.conf import settings
from django.contrib import admin
from django.db.models import Count, OuterRef, Subquery
from django.utils.html import format_html
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy as _

from articles.actors.linking import link
from articles.arabic.dates import written, written_time
from articles.arabic.partial_date import PartialDate
from articles.models import Article, Mention

from .article_form import ArticleForm
from .history import ArchiveAdmin
from .mention import MentionInline
from .period import Period
from .preview import Preview
from .publishing import PublishingActions
from .resting import Resting

COLUMN = {field.name: field.verbose_name for field in Article._meta.fields}
SUGGESTED = (
    Mention.objects.filter(article=OuterRef("pk"), status=Mention.Status.SUGGESTED)
    .order_by()
    .values("article")
    .annotate(count=Count("pk"))
    .values("count")
)


@admin.register(Article)
class ArticleAdmin(PublishingActions, Preview, Resting, ArchiveAdmin):
    form = ArticleForm
    inlines = [MentionInline]
    history_keeps = ("status", "withdrawal_reason")
    change_form_template = "admin/articles/article_form.html"
    list_display = ["headline", "state", "read_in", "dated", "to_review", "added_at"]
    list_filter = [
        "status",
        "title_is_suggested",
        ("source", admin.RelatedOnlyFieldListFilter),
        "language",
        ("published_at", Period),
        "published_precision",
    ]
    list_select_related = ["source", "origin"]
    list_per_page = 50
    # As they came in: the newest first without sorting all.
    ordering = ["-pk"]
    search_fields = ["title", "standfirst", "code", "url"]
    search_help_text = _("In title, standfirst, permanent code and address.")
    autocomplete_fields = ["source", "origin"]
    readonly_fields = ["state", "withdrawal_reason", "code", "added_at", "text_sha256"]
    fieldsets = [
        (
            None,
            {"fields": ["opened_at", "keep_duplicate", "title", "title_is_suggested", "standfirst", "body"]},
        ),
        (
            _("Where it was read"),
            {"fields": ["source", "origin", "url", "byline", "dateline", "language", "captured_at"]},
        ),
        (_("When it was published"), {"fields": ["published_at", "published_precision"]}),
        (_("Record"), {"fields": readonly_fields}),
    ]

    def get_queryset(self, request):
        return super().get_queryset(request).annotate(suggestions=Subquery(SUGGESTED))

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        # Once more after an editor's own mentions, which the linker gives way to.
        link(form.instance)

    @admin.display(description=COLUMN["title"], ordering="title")
    def headline(self, article):
        mark = format_html('<span class="mark">{}</span> ', _("suggested"))
        return format_html("{}<bdi>{}</bdi>", mark if article.title_is_suggested else "", article.title)

    @admin.display(description=COLUMN["status"], ordering="status")
    def state(self, article):
        return format_html('<span class="state {}">{}</span>', article.status, article.get_status_display())

    @admin.display(description=COLUMN["source"], ordering="source__name_ar")
    def read_in(self, article):
        """The source, and below it whom that one credits."""
        credited = format_html("<br><small><bdi>{}</bdi></small>", article.origin) if article.origin else ""
        return format_html("<bdi>{}</bdi>{}", article.source, credited)

    @admin.display(description=COLUMN["published_at"], ordering="published_at")
    def dated(self, article):
        """As precisely as it is known and no more: «14 فبراير 2024, 09:30», «فبراير 2024», «2024»."""
        if article.published_at is None:
            return None
        when, precision = localtime(article.published_at), article.published_precision
        known = precision if precision in ("year", "month") else "day"
        day = written(PartialDate.of(when.date(), known), digits=settings.ARCHIVE_DIGITS)
        if precision != Article.Precision.MINUTE:
            return day
        return format_html("{} <bdi>{}</bdi>", day, written_time(when.time(), settings.ARCHIVE_DIGITS))

    @admin.display(description=_("to review"), ordering="suggestions")
    def to_review(self, article):
        return article.suggestions
