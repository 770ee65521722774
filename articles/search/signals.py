"""Which change of which row touches which articles in the index.

Haystack's own processor would index inside the transaction and listen to every model; this one only fills the
outbox, in the same transaction, and has it emptied once that has been committed.
"""

from operator import attrgetter

from django.db import transaction
from django.db.models.signals import post_delete, post_save, pre_save
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
# What documents hold of those whom very many articles may name; for nothing else of theirs are those made anew.
HELD = {Source: ("slug", "kind"), Actor: ("slug", "kind", "name_ar")}


class OutboxSignalProcessor(BaseSignalProcessor):
    def setup(self):
        for model in TOUCHED:
            post_save.connect(self.put, sender=model)
            post_delete.connect(self.put, sender=model)
        for model in HELD:
            pre_save.connect(self.compare, sender=model)
        queued.connect(self.drain_after_commit)

    def teardown(self):
        for model in TOUCHED:
            post_save.disconnect(self.put, sender=model)
            post_delete.disconnect(self.put, sender=model)
        for model in HELD:
            pre_save.disconnect(self.compare, sender=model)
        queued.disconnect(self.drain_after_commit)

    def compare(self, sender, instance, raw=False, **kwargs):
        """Before a source or an actor is saved: note whether documents that hold something of it are to follow."""
        if not raw:
            stored = sender.objects.filter(pk=instance.pk).values_list(*HELD[sender]).first()
            instance.documents_follow = stored not in (None, attrgetter(*HELD[sender])(instance))

    def put(self, sender, instance, signal, raw=False, **kwargs):
        """Loading fixtures (`raw`) changes no document."""
        stay = signal is post_save and sender in HELD and not raw and not instance.documents_follow
        if not raw and not stay:
            OutboxEntry.objects.put(TOUCHED[sender](instance))

    def drain_after_commit(self, sender, **kwargs):
        transaction.on_commit(drain_soon, robust=True)
