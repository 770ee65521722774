"""Haystack's engine with our schema: the place where Haystack and the index meet."""

from django.utils import timezone
from haystack import connections
from haystack.constants import ID
from haystack.utils import get_model_ct

from articles.search import own_words
from articles.search.analysis import edition, use, version
from articles.search.engine import Damaged, LockError, Missing
from articles.search.engine.haystack import ArrayBackend, ArrayEngine
from articles.search.engine.notes import ANALYSIS, note, noted, tell_changed, written_at
from articles.search.ranking import weighting
from articles.search.schema import documents, schema

__all__ = ["ArabicEngine", "LockError", "Unavailable", "backend", "finder", "index_of"]


class ArabicBackend(ArrayBackend):
    def build_schema(self, fields):
        return "folded", schema()

    def opened(self):
        """The index; each search of it sees its newest state."""
        if not self.setup_complete:
            self.setup()
        return self.index

    def update(self, index, iterable, commit=True):
        self.replace(index, [item.pk for item in iterable])

    def replace(self, index, numbers, wait=30.0):
        """Puts the published among these objects in anew and takes the others out, all in one commit.

        Raises LockError when another process holds the index for longer than `wait` seconds.
        """
        follow(self.opened().path)
        keep_version(self.index.path, is_new=False)
        prepared = index.prepared(numbers)
        present = {one[ID] for one in prepared}
        with self.writer(wait) as writer:
            for number in numbers:
                name = f"{get_model_ct(index.get_model())}.{number}"
                if name not in present:
                    writer.delete_by_term(ID, name)
            writer.update_documents(*documents(prepared))
            tell_changed(self.index.path, numbers)


class ArabicEngine(ArrayEngine):
    backend = ArabicBackend


def keep_version(path, is_new=True):
    """Notes beside the index by which version of the analysis it is made; once, unless it is made anew."""
    if is_new or noted(path, ANALYSIS) is None:
        when = timezone.localtime().isoformat(timespec="seconds")
        note(path, ANALYSIS, version(), when, edition=edition())


_followed = {}


def follow(path):
    """Reads from now on with the edition of words that the index was made with, so that both speak alike."""
    written = written_at(path, ANALYSIS)
    if _followed.get("written") != (path, written):
        kept = noted(path, ANALYSIS) or {"edition": own_words.newest()}
        _followed.update(written=(path, written), edition=kept.get("edition", own_words.SHIPPED_ALONE))
    use(_followed["edition"])


def backend():
    return connections["default"].get_backend()


_finders = {}


class Unavailable(Exception):
    """The index cannot be opened: its directory is not to be read or written, or was taken away this moment."""


def finder():
    """The newest state of the index, with our ranking; kept until there is a newer one. May raise Unavailable."""
    try:
        index = backend().opened()
        follow(index.path)
        snapshot = index.snapshot()
    except (OSError, Damaged, Missing) as error:
        raise Unavailable from error
    if _finders.get("snapshot") is not snapshot:
        _finders.update(snapshot=snapshot, finder=index.finder(weighting=weighting()))
    return _finders["finder"]


def index_of(model):
    """The SearchIndex of a model."""
    return connections["default"].get_unified_index().get_index(model)
