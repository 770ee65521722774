"""Taking a whole import back: its articles, the versions that it added, what was captured and whom it made."""

from dataclasses import dataclass

from django.db import transaction
from django.db.models import Count, Q
from django.utils import timezone

from articles.models import Article, Capture, OutboxEntry, Source, Version
from articles.models.removing import remove
from articles.models.version import TEXT
from articles.stories.leaving import leave

AT_ONCE = 500


@dataclass(frozen=True)
class Undone:
    """How many articles went, how many texts are again what they were before, and the codes of the articles that
    stayed because an editor has changed them since.
    """

    removed: int
    back: int
    kept: tuple[str, ...]


@transaction.atomic
def undo(batch):
    """Removes the articles that a batch brought, and gives those that it changed their former text.

    What an editor has changed since stays, and so does an address of which a later import has a newer text. The
    captures go with their articles, and the sources that it made when nothing else is theirs; the import itself,
    its refused items and the history remain.
    """
    brought = Article.objects.filter(captures__batch=batch, versions__isnull=True).distinct()
    numbers = list(brought.values_list("pk", flat=True))
    kept, removed, sources = [], 0, set()
    for start in range(0, len(numbers), AT_ONCE):
        some = numbers[start : start + AT_ONCE]
        changed = set(_changed_since(some))
        kept += Article.objects.filter(pk__in=changed).values_list("code", flat=True)
        gone = [number for number in some if number not in changed]
        sources |= _remove(gone)
        removed += len(gone)
    back = _take_versions_back(batch)
    _remove_sources(sources, batch)
    batch.undone_at = timezone.now()
    batch.save()
    return Undone(removed, back, tuple(kept))


def _changed_since(numbers):
    """Those that have more history than their arrival."""
    counted = (
        Article.history.filter(id__in=numbers).order_by().values("id").annotate(rows=Count("history_id"))
    )
    return counted.filter(rows__gt=1).values_list("id", flat=True)


def _remove(numbers):
    """Takes articles away with all that speaks of them; returns the numbers of their sources."""
    articles = Article.objects.filter(pk__in=numbers)
    sources = {number for pair in articles.values_list("source", "origin") for number in pair if number}
    leave(numbers)
    _forget(Capture.objects.filter(article__in=numbers))
    remove(articles)
    OutboxEntry.objects.put(numbers)
    return sources


def _take_versions_back(batch):
    """Gives articles the text they had before this batch, where its version is still the newest."""
    back = 0
    for version in Version.objects.filter(capture__batch=batch).select_related("article"):
        article, versions = version.article, version.article.versions
        before = versions.filter(number__lt=version.number).last()
        if before is None or versions.filter(number__gt=version.number).exists():
            continue
        if article.text_sha256 == version.text_sha256:
            for name in TEXT:
                setattr(article, name, getattr(before, name))
            article.save()
        _forget(Capture.objects.filter(pk=version.capture_id))
        version.delete()
        if before.number == 1:
            before.delete()
        back += 1
    return back


def _forget(captures):
    """Removes captures, and after that the bytes that no other capture has."""
    digests = set(captures.values_list("sha256", flat=True))
    captures.delete()
    transaction.on_commit(lambda: Capture.objects.clear_bytes(digests))


def _remove_sources(numbers, batch):
    """Removes of these sources those made by the batch that nobody has changed and nothing belongs to."""
    made = Source.history.filter(id__in=numbers).order_by().values("id").annotate(rows=Count("history_id"))
    made = made.filter(rows=1, history_date__gte=batch.started_at).values_list("id", flat=True)
    used = Article.objects.filter(Q(source__in=numbers) | Q(origin__in=numbers)).values_list(
        "source", "origin"
    )
    free = set(made) - {number for pair in used for number in pair}
    Source.objects.filter(pk__in=free, feeds=None).delete()
