"""How one text stands to another that tells the same: how much later, how long, who else has it."""

from django import template
from django.utils.translation import get_language_bidi, ngettext
from django.utils.translation import gettext as _

from articles.stories.folding import Row, folded
from articles.stories.tellings import telling_of

from .numbers import plain_number

register = template.Library()
MINUTE, HOUR, DAY = 60, 3600, 86_400
COLUMN = 12


@register.filter
def after(delay):
    """A `timedelta` in its largest unit: ``3 hours later``, ``the same day`` for none, ``earlier`` below it."""
    if delay is None:
        return _("date unknown")
    seconds = delay.total_seconds()
    if seconds < 0:
        return _("earlier")
    if seconds < MINUTE:
        return _("the same day")
    if seconds < HOUR:
        return _minutes(int(seconds // MINUTE))
    return _hours(int(seconds // HOUR)) if seconds < DAY else _days(int(seconds // DAY))


def _minutes(count):
    return ngettext("%(shown)s minute later", "%(shown)s minutes later", count) % {
        "shown": plain_number(count)
    }


def _hours(count):
    return ngettext("%(shown)s hour later", "%(shown)s hours later", count) % {"shown": plain_number(count)}


def _days(count):
    return ngettext("%(shown)s day later", "%(shown)s days later", count) % {"shown": plain_number(count)}


@register.filter
def words_counted(count):
    return ngettext("%(shown)s word", "%(shown)s words", count) % {"shown": plain_number(count)}


@register.filter
def weeks_counted(count):
    return ngettext("%(shown)s week", "%(shown)s weeks", count) % {"shown": plain_number(count)}


@register.filter
def texts_counted(count):
    """``3`` → ``3 different texts``."""
    return ngettext("%(shown)s text", "%(shown)s different texts", count) % {"shown": plain_number(count)}


@register.simple_tag
def fold(articles, each=False):
    """Articles as rows, in which those that carry one text are folded under the first; or `each` in its own."""
    return [Row(article, ()) for article in articles] if each else folded(list(articles), itself)


def itself(article):
    return article


@register.simple_tag
def story_of(article):
    """The article's story, its other reports and the copies of its own text; None where it stands alone."""
    telling = telling_of(article)
    report = getattr(article, "report", None)
    carried = {article.pk, telling.article.pk, *(carrier.article.pk for carrier in telling.carriers)}
    others = []
    if report and report.story:
        others = [other for other in report.story.articles() if other.pk not in carried]
    if not (telling.carriers or others):
        return None
    return {"story": report.story if report else None, "telling": telling, "others": others}


@register.simple_tag
def drawn_weeks(weeks, most):
    """Columns of a drawing 100 high, one a week from the reader's first side: ``x``, ``y``, ``height``, ``week``."""
    columns = []
    for place, week in enumerate(weeks):
        height = max(2, round(100 * week.count / most)) if week.count else 100
        at = len(weeks) - 1 - place if get_language_bidi() else place
        columns.append({"x": at * COLUMN, "y": 100 - height, "height": height, "week": week})
    return {"columns": columns, "width": max(1, len(weeks)) * COLUMN, "bar": COLUMN - 2}
