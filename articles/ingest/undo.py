"""Taking a whole import back."""

from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone

from articles.models import Article, OutboxEntry
from articles.stories.leaving import leave


@dataclass(frozen=True)
class Undone:
    """How many articles went, and the codes of those that stayed because an editor has changed them since."""

    removed: int
    kept: tuple[str, ...]


@transaction.atomic
def undo(batch):
    """Removes the articles that a batch brought; those that were changed since stay, and so do new versions.

    What was captured stays among the captures, without an article.
    """
    articles = Article.objects.filter(captures__batch=batch, versions__isnull=True).distinct()
    untouched = [article for article in articles if article.history.count() == 1]
    gone = {article.pk for article in untouched}
    kept = tuple(article.code for article in articles if article.pk not in gone)
    leave(gone)
    Article.objects.filter(pk__in=gone).delete()
    OutboxEntry.objects.put(gone)
    batch.undone_at = timezone.now()
    batch.save()
    return Undone(len(gone), kept)
