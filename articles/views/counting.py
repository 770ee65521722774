"""Views whose numbers count articles, or stories where the address says ``?count=stories``."""

from django.utils.functional import cached_property

from articles.models import Unit


class Counted:
    """Gives a view its `unit`, and the page `unit` with `kept`, what links to other such pages carry on."""

    @cached_property
    def unit(self):
        return Unit.asked(self.request.GET.get("count"))

    def get_context_data(self, **kwargs):
        kept = "?count=stories" if self.unit is Unit.STORIES else ""
        return super().get_context_data(unit=self.unit, kept=kept, **kwargs)


class CountedList(Counted):
    """A list of articles, with the `total` of them or of their stories."""

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        of_stories = self.unit is Unit.STORIES
        context["total"] = self.unit.total(self.object_list) if of_stories else context["paginator"].count
        return context
