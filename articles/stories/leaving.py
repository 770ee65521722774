"""Takes articles that are to be deleted out from among their likes, so that nothing speaks of them afterwards."""

from collections import Counter

from django.db import connection, transaction

from articles.models import Article, FormerStory, Report, TermCount, Trace

from .grouping import ALL_ARTICLES, dissolve, head_again
from .profile import Profile

AT_ONCE = 500


def leave_deleted(sender, instance, **signal):
    """Receiver for Article's pre_delete: one that a verb has taken out already asks for nothing more."""
    if Report.objects.filter(article=instance).exists():
        leave([instance.pk])


@transaction.atomic
def leave(articles):
    """End what articles, given by their numbers, are among the others: traces, groups of copies, stories, word counts.

    A story that loses all but one of its reports is no more; its address leads to that one.
    """
    articles = sorted(articles)
    for start in range(0, len(articles), AT_ONCE):
        _leave(articles[start : start + AT_ONCE])


def _leave(articles):
    reports = Report.objects.filter(article__in=articles)
    stories = reports.exclude(story=None).values_list("story", flat=True).distinct()
    gone = dict.fromkeys(stories)
    originals = set(reports.exclude(original=None).values_list("original", flat=True))
    _uncount(articles)
    _lead_on(articles, gone)
    Trace.objects.filter(article__in=articles).delete()
    reports.delete()
    head_again(originals)
    dissolve(gone)


def _lead_on(articles, stories):
    """Former addresses that rest on what goes rest on another report of the same story."""
    rest = Report.objects.filter(story__in=stories).exclude(article__in=articles)
    others = dict(rest.values_list("story", "article"))
    told_by = dict(Report.objects.filter(article__in=articles).values_list("article", "story"))
    former = list(FormerStory.objects.filter(article__in=articles))
    for row in former:
        row.article_id = others.get(told_by.get(row.article_id))
    FormerStory.objects.bulk_update(former, ["article"])


def _uncount(articles):
    """Take their words off the frequencies; a text that changed since it was counted may take a word too many."""
    counted = Article.objects.filter(pk__in=articles, report__isnull=False).select_related("source")
    counts = Counter(term for article in counted for term in Profile.of(article).terms)
    counts[ALL_ARTICLES] = len(counted)
    table = connection.ops.quote_name(TermCount._meta.db_table)
    with connection.cursor() as cursor:
        cursor.executemany(
            f"UPDATE {table} SET articles = CASE WHEN articles > %s THEN articles - %s ELSE 0 END WHERE term = %s",
            [(count, count, term) for term, count in sorted(counts.items())],
        )
    TermCount.objects.filter(articles=0).delete()
