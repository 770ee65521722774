"""Haystack's Whoosh engine with our schema: the place where Haystack and the index meet."""

from time import monotonic, sleep

from haystack import connections
from haystack.backends.whoosh_backend import WhooshEngine, WhooshSearchBackend
from haystack.utils import get_model_ct
from whoosh.index import LockError

from articles.search.schema import document, schema

__all__ = ["ArabicWhooshEngine", "LockError", "backend", "index_of"]


class ArabicBackend(WhooshSearchBackend):
    def build_schema(self, fields):
        return "folded", schema()

    def opened(self):
        """The index as it now is."""
        if not self.setup_complete:
            self.setup()
        self.index = self.index.refresh()
        return self.index

    def update(self, index, iterable, commit=True):
        self.replace(index, iterable, ())

    def replace(self, index, present, gone, wait=30.0):
        """Puts objects in anew and takes out those whose numbers are given, all in one commit.

        Raises LockError when another process holds the index for longer than `wait` seconds.
        """
        writer = self._writer(wait)
        try:
            for number in gone:
                writer.delete_by_term("id", f"{get_model_ct(index.get_model())}.{number}")
            for item in present:
                writer.update_document(**document(index.full_prepare(item)))
        except BaseException:
            writer.cancel()
            raise
        writer.commit()

    def _writer(self, wait):
        until = monotonic() + wait
        while True:
            try:
                return self.opened().writer()
            except LockError:
                if monotonic() > until:
                    raise
                sleep(0.05)


class ArabicWhooshEngine(WhooshEngine):
    backend = ArabicBackend


def backend():
    return connections["default"].get_backend()


def index_of(model):
    """The SearchIndex of a model."""
    return connections["default"].get_unified_index().get_index(model)
