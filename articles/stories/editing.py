"""What editors decide about stories: each verb is one act, which can be taken back.

What an editor has touched is locked, so that no later arrival undoes it.
"""

from django.db import transaction

from articles.models import Act, FormerStory, Report, Story
from articles.models.journal import Journal


class NothingToDo(Exception):
    """Too few reports or stories were chosen for the act."""


@transaction.atomic
def join(reports, user=None):
    """Put reports, with all the reports of their stories, into one story; the `Act`.

    NothingToDo if they are one story already, or a single report.
    """
    reports = list(reports.select_related("article"))
    stories = list(Story.objects.filter(reports__in=reports).distinct().order_by("pk"))
    lone = [report for report in reports if report.story_id is None]
    if len(stories) + len(lone) < 2:
        raise NothingToDo
    journal = Journal()
    kept, *gone = stories or [journal.create(Story())]
    moved = list(Report.objects.filter(story__in=gone).order_by("-pk"))
    firsts = {report.story_id: report.article_id for report in moved}
    journal.change([*lone, *moved], story_id=kept.pk, held=False)
    journal.change([kept], locked=True)
    for story in gone:
        _end(journal, story, firsts.get(story.pk))
    return _done(Act.Kind.JOIN, journal, reports, user)


@transaction.atomic
def split(reports, user=None):
    """Take reports out of their story into one of their own, a single one to stand alone; the `Act`.

    NothingToDo if they are not of one story, or are the whole of it.
    """
    reports = list(reports.select_related("article", "story"))
    stories = {report.story for report in reports}
    rest = list(Report.objects.filter(story__in=stories - {None}).exclude(pk__in=[row.pk for row in reports]))
    if len(stories) != 1 or not rest:
        raise NothingToDo
    journal = Journal()
    _settle(journal, reports, Story())
    _settle(journal, rest, stories.pop())
    return _done(Act.Kind.SPLIT, journal, reports, user)


@transaction.atomic
def lock(stories, locked, user=None):
    """Close stories to what arrives, or open them again; the `Act`."""
    stories = list(stories)
    journal = Journal()
    journal.change(stories, locked=locked)
    if not journal.steps:
        raise NothingToDo
    first = Report.objects.filter(story__in=stories).select_related("article").order_by("day")
    return _done(Act.Kind.LOCK, journal, list(first[:1]), user)


def _settle(journal, reports, story):
    """One report stands alone, several are a story, which neither grows nor shrinks by itself."""
    if len(reports) == 1:
        journal.change(reports, story_id=None, held=True)
        if story.pk:
            _end(journal, story, reports[0].article_id)
        return
    if story.pk is None:
        journal.create(story)
    journal.change(reports, story_id=story.pk)
    journal.change([story], locked=True)


def _end(journal, story, article):
    """The story is no more, and its address leads to where this article of it is told."""
    journal.create(FormerStory(code=story.code, article_id=article))
    journal.delete(story)


def _done(kind, journal, reports, user):
    about = "، ".join(f"«{report.article.title}»" for report in reports[:3]) or "–"
    return Act.objects.create(kind=kind, about=about[:500], done_by=user, steps=journal.steps)
