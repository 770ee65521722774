"""The years and months of a list, in place of Django's date hierarchy, which goes through every row to name them."""

from django.contrib.admin import FieldListFilter
from django.contrib.admin.options import IncorrectLookupParameters
from django.db.models import Count, Max, Min
from django.utils.timezone import localtime
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from articles.arabic.dates import written
from articles.arabic.partial_date import PartialDate
from articles.models.moments import span


class Period(FieldListFilter):
    """For a column of moments: its years from the last to the first, and the months of the one that is chosen."""

    def __init__(self, field, request, params, model, model_admin, field_path):
        self.name = f"{field_path}_in"
        super().__init__(field, request, params, model, model_admin, field_path)
        self.chosen = _read(*self.used_parameters.get(self.name, [""])[-1:])
        self.periods = [*_periods(_years(model, field_path), self.chosen)]

    def expected_parameters(self):
        return [self.name]

    def has_output(self):
        return bool(self.periods)

    def queryset(self, request, queryset):
        return queryset.filter(span(self.chosen, self.field_path)) if self.chosen else queryset

    def get_facet_counts(self, pk_attname, filtered_qs):
        return {
            f"{place}__c": Count(pk_attname, filter=span(period, self.field_path))
            for place, period in enumerate(self.periods)
        }

    def choices(self, changelist):
        counts = self.get_facet_queryset(changelist) if changelist.add_facets else {}
        yield {
            "selected": self.chosen is None,
            "query_string": changelist.get_query_string({}, [self.name]),
            "display": _("All"),
        }
        for place, period in enumerate(self.periods):
            count = f" ({counts[f'{place}__c']})" if counts else ""
            yield {
                "selected": self.chosen == period,
                "query_string": changelist.get_query_string({self.name: str(period)}),
                "display": written(period, get_language()) + count,
            }


def _read(text):
    try:
        return PartialDate.parse(text) if text else None
    except ValueError as error:
        raise IncorrectLookupParameters(error) from error


def _years(model, name):
    """From the last to the first, those between that hold nothing included; none for an empty list."""
    found = model._default_manager.aggregate(first=Min(name), last=Max(name))
    if found["first"] is None:
        return ()
    return range(localtime(found["last"]).year, localtime(found["first"]).year - 1, -1)


def _periods(years, chosen):
    for year in years:
        yield PartialDate(year)
        if chosen and chosen.year == year:
            yield from (PartialDate(year, month) for month in range(1, 13))
