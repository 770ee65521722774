"""From the outbox into the index: by the process that saved, else by the next, else by `index_worker`."""

from articles.models import Article, OutboxEntry
from articles.search.backend import LockError, backend, index_of
from articles.search.upkeep import note_error

BATCH = 1000
WAIT = 5.0  # seconds for another process to let go of the index


def drain():
    """Brings the index up to the database; returns how many articles were looked at.

    A row goes only when the index has been committed, so what a dying process leaves is taken by the next.
    If another process holds the index's lock for longer than WAIT, that one or a later one will do it.
    """
    looked_at = 0
    while rows := list(OutboxEntry.objects.values_list("pk", "article")[:BATCH]):
        try:
            replace({article for _, article in rows})
        except LockError:
            break
        except Exception as error:
            note_error(error)
            raise
        OutboxEntry.objects.filter(pk__in=[pk for pk, _ in rows]).delete()
        looked_at += len(rows)
    return looked_at


def replace(numbers):
    """Puts the published among the articles into the index anew and takes the others out, in one commit."""
    index = index_of(Article)
    present = list(index.index_queryset().filter(pk__in=numbers))
    backend().replace(index, present, numbers - {article.pk for article in present}, WAIT)
