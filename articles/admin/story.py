"""Stories and their reports: editors join, split and lock what the machine has grouped."""

from django.contrib import admin, messages
from django.db.models import Count
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from articles.models import Report, Story
from articles.stories.editing import NothingToDo, join, lock, split

from .recorded import Recorded

CHOOSE = _("Choose reports of different stories to join, or some of one to split.")
ALREADY = _("What was chosen is so already.")


class GroupedAdmin(Recorded):
    """Nothing is typed here: acts alone change what is grouped, and each can be undone among the editors' acts."""

    list_per_page = 50

    def act(self, request, verb, *args):
        try:
            act = verb(*args, request.user)
        except NothingToDo:
            messages.error(request, ALREADY if verb is lock else CHOOSE)
        else:
            messages.success(request, _("Done, and can be undone among the editors' acts: %s") % act)


@admin.register(Story)
class StoryAdmin(GroupedAdmin):
    list_display = ["first_headline", "report_count", "locked", "made_at"]
    list_filter = ["locked"]
    search_fields = ["reports__article__title", "code"]
    fields = readonly_fields = ["code", "made_at", "locked", "its_reports"]
    actions = ["join_action", "lock_action", "open_action"]

    def get_queryset(self, request):
        stories = super().get_queryset(request).annotate(size=Count("reports"))
        return stories.prefetch_related("reports__article")

    @admin.display(description=_("headline"))
    def first_headline(self, story):
        reports = sorted(story.reports.all(), key=lambda report: (report.day == 0, report.day, report.pk))
        return reports[0].article.title if reports else story.code

    @admin.display(description=_("reports"), ordering="size")
    def report_count(self, story):
        return story.size

    @admin.display(description=_("reports"))
    def its_reports(self, story):
        address = reverse("admin:articles_report_changelist")
        return format_html('<a href="{}?story__id__exact={}">{}</a>', address, story.pk, story.size)

    @admin.action(description=_("Join into one story"), permissions=["change"])
    def join_action(self, request, queryset):
        self.act(request, join, Report.objects.filter(story__in=queryset.values("pk")))

    @admin.action(description=_("Lock"), permissions=["change"])
    def lock_action(self, request, queryset):
        self.act(request, lock, Story.objects.filter(pk__in=queryset.values("pk")), True)

    @admin.action(description=_("Open again"), permissions=["change"])
    def open_action(self, request, queryset):
        self.act(request, lock, Story.objects.filter(pk__in=queryset.values("pk")), False)


@admin.register(Report)
class ReportAdmin(GroupedAdmin):
    list_display = ["article", "source", "published", "story_code", "is_copy", "held"]
    list_filter = ["held", ("story", admin.EmptyFieldListFilter), "article__source__kind"]
    list_select_related = ["article__source", "story"]
    search_fields = ["article__title"]
    fields = readonly_fields = ["article", "story", "original", "held"]
    ordering = ["-day", "-pk"]
    actions = ["join_action", "split_action"]

    def lookup_allowed(self, lookup, value, request):
        return lookup == "story__id__exact" or super().lookup_allowed(lookup, value, request)

    @admin.display(description=_("source"))
    def source(self, report):
        return report.article.source

    @admin.display(description=_("published"), ordering="day")
    def published(self, report):
        return report.article.published_at

    @admin.display(description=_("story"), empty_value="–")
    def story_code(self, report):
        return report.story and report.story.code

    @admin.display(description=_("copy"), boolean=True)
    def is_copy(self, report):
        return report.original_id not in (None, report.pk)

    @admin.action(description=_("Join into one story"), permissions=["change"])
    def join_action(self, request, queryset):
        self.act(request, join, queryset)

    @admin.action(description=_("Split off as a story of their own"), permissions=["change"])
    def split_action(self, request, queryset):
        self.act(request, split, queryset)
