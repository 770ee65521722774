"""Which change of which row touches which articles in the index.

Haystack's own processor would index inside the transaction and listen to every model; this one only fills the
outbox, in the same transaction, and has it emptied once that has been committed.
"""

from django.db import transaction
from django.db.models.signals import post_delete, post_save
from haystack.signals import BaseSignalProcessor

from articles.models import Actor, Article, Mention, OutboxEntry, Report, Source
from articles.models.outbox import queued
from articles.search import checks  # noqa: F401 (registers itself)
from articles.search.outbox import drain_soon


def of_source(source):
    return [
        number
        for relation in (source.articles, source.credited_articles)
        for number in relation.values_list("pk", flat=True)
    ]


def of_actor(actor):
    return Mention.objects.filter(actor=actor).values_list("article", flat=True)


TOUCHED = {
    Article: lambda article: [article.pk],
    Mention: lambda mention: [mention.article_id],
    Report: lambda report: [report.article_id],
    Source: of_source,
    Actor: of_actor,
}


class OutboxSignalProcessor(BaseSignalProcessor):
    def setup(self):
        for model in TOUCHED:
            post_save.connect(self.put, sender=model)
            post_delete.connect(self.put, sender=model)
        queued.connect(self.drain_after_commit)

    def teardown(self):
        for model in TOUCHED:
            post_save.disconnect(self.put, sender=model)
            post_delete.disconnect(self.put, sender=model)
        queued.disconnect(self.drain_after_commit)

    def put(self, sender, instance, raw=False, created=False, **kwargs):
        """Loading fixtures (`raw`) and a source or actor that nothing can name yet change no document."""
        if not raw and not (created and sender in (Source, Actor)):
            OutboxEntry.objects.put(TOUCHED[sender](instance))

    def drain_after_commit(self, sender, **kwargs):
        transaction.on_commit(drain_soon, robust=True)
