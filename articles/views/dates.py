"""The archive by its dates: all years, a year's months, a month's days, a day."""

import calendar

from django.http import Http404
from django.views.generic import ListView, TemplateView

from articles.arabic.partial_date import PartialDate
from articles.models import Article

from .counting import Counted, CountedList


class YearsView(Counted, TemplateView):
    template_name = "articles/years.html"

    def get_context_data(self, **kwargs):
        published = Article.objects.published()
        span = published.span()
        # The years between that hold nothing are shown too: a gap is a finding.
        years = range(span["last"].year, span["first"].year - 1, -1) if span["first"] else ()
        counts = published.counts_of([PartialDate(year) for year in years], self.unit)
        years = [(period.year, count) for period, count in counts.items()]
        undated = self.unit.total(published.undated())
        most = max([undated, *counts.values()])
        return super().get_context_data(years=years, undated=undated, most=most, **kwargs)


class PeriodView(CountedList, ListView):
    """The articles of a year, a month or a day, the newest first, under what leads further in and on."""

    template_name = "articles/period.html"
    context_object_name = "articles"
    paginate_by = 30

    def get_queryset(self):
        parts = [self.kwargs[name] for name in ("year", "month", "day") if name in self.kwargs]
        try:
            self.period = PartialDate(*parts)
        except ValueError as error:
            raise Http404 from error
        return Article.objects.published().of_period(*parts).newest().select_related("source")

    def get_context_data(self, **kwargs):
        earlier, later = Article.objects.published().neighbours(self.period)
        return super().get_context_data(
            period=self.period, earlier=earlier, later=later, **self.further_in(), **kwargs
        )

    def further_in(self):
        return {}


class YearView(PeriodView):
    def further_in(self):
        months = [PartialDate(self.period.year, month) for month in range(1, 13)]
        counts = self.get_queryset().counts_of(months, self.unit)
        return {
            "months": [(period.month, count) for period, count in counts.items()],
            "coarse": self.unit.total(self.get_queryset().filter(published_precision="year")),
        }


class MonthView(PeriodView):
    def further_in(self):
        year, month = self.period.year, self.period.month
        weeks = calendar.Calendar(calendar.SATURDAY).monthdayscalendar(year, month)
        days = [PartialDate(year, month, day) for week in weeks for day in week if day]
        counts = {
            period.day: count for period, count in self.get_queryset().counts_of(days, self.unit).items()
        }
        return {
            "weekdays": [(calendar.SATURDAY + offset) % 7 for offset in range(7)],
            "weeks": [[(day, counts.get(day, 0)) for day in week] for week in weeks],
            "coarse": self.unit.total(self.get_queryset().filter(published_precision="month")),
        }


class UndatedView(ListView):
    template_name = "articles/undated.html"
    context_object_name = "articles"
    paginate_by = 30

    def get_queryset(self):
        return Article.objects.published().undated().newest().select_related("source")
