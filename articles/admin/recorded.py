"""Lists under the plural of what they hold, and rows that the archive writes by itself."""

from django.contrib import admin
from django.utils.text import capfirst


class UnderPlural:
    """A list is headed by the plural alone: Django's "Select … to change" cannot know an Arabic noun's gender."""

    show_full_result_count = False

    def changelist_view(self, request, extra_context=None):
        return super().changelist_view(
            request, {"title": capfirst(self.opts.verbose_name_plural)} | (extra_context or {})
        )


class Recorded(UnderPlural, admin.ModelAdmin):
    """Nobody adds a row by hand; one is deleted only where a list is `clearable`, by who has the right."""

    clearable = False

    def has_add_permission(self, request):
        return False

    def has_delete_permission(self, request, obj=None):
        return self.clearable and super().has_delete_permission(request, obj)


class Unchangeable(Recorded):
    """Rows to look at."""

    def has_change_permission(self, request, obj=None):
        return False
