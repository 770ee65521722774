"""How the index stands to the database, and how it is made anew from it.

status()                      Status(generation=7, documents=145, pending=0, …)
differences()                 Differences(missing=(12,), stale=(), surplus=())
rebuild(processes=2)          beside the one in use, which is searched until the moment the new one is whole
"""

from dataclasses import dataclass
from itertools import chain
from threading import Thread

from django.db import connections, transaction
from django.utils import timezone
from haystack.constants import DJANGO_ID

from articles.models import Article, OutboxEntry
from articles.models.planner import learn_sizes
from articles.search import own_words
from articles.search.analysis import edition, use, version
from articles.search.backend import LockError, backend, follow, index_of, keep_version
from articles.search.engine import query
from articles.search.engine.building import (
    aside,
    build,
    overdue,
    segments_of,
    stretches,
    tidy,
    whole,
    worth_merging,
)
from articles.search.engine.notes import ANALYSIS, ERROR, WANTED, forget, note, noted, watching
from articles.search.phrases import learn_if_grown
from articles.search.schema import digest, documents, schema
from articles.search.standing import EMPTY, standing

CHUNK = 500
WAIT = 60.0  # seconds for another process to let go of the index


@dataclass(frozen=True)
class Status:
    """`size` in bytes; `pending` rows in the outbox; `error` and `damage` as found, or empty.

    `overdue`: groups of segments so large that they are put together aside, by the next that saves or `index_worker`.
    """

    generation: int
    documents: int
    deleted: int
    segments: int
    overdue: int
    size: int
    pending: int
    damage: str
    error: str


@dataclass(frozen=True)
class Differences:
    """Numbers of articles that the index lacks, has otherwise, or should not have."""

    missing: tuple[int, ...]
    stale: tuple[int, ...]
    surplus: tuple[int, ...]

    def __bool__(self):
        return bool(self.missing or self.stale or self.surplus)

    def all(self):
        return {*self.missing, *self.stale, *self.surplus}


def status():
    index = backend().opened()
    segments = segments_of(index)
    error = noted(index.path, ERROR)
    return Status(
        generation=index.snapshot().generation,
        documents=sum(segment.doc_count() for segment in segments),
        deleted=sum(segment.deleted_count() for segment in segments),
        segments=len(segments),
        overdue=len(overdue(index)),
        size=index.size(),
        pending=OutboxEntry.objects.count(),
        damage=why_rebuild() or "",
        error=f"{error['when']} {error['what']}" if error else "",
    )


def why_rebuild():
    """What speaks against the index as it is, or None; with a look at the database, too."""
    empty = "empty while the database has articles" if standing() == EMPTY else None
    return what_is_wrong() or empty


def what_is_wrong():
    """What speaks against the index as it is, or None."""
    index = backend().opened()
    wanted = noted(index.path, WANTED)
    if index.damage or wanted:
        return index.damage or wanted["what"]
    follow(index.path)
    kept = noted(index.path, ANALYSIS)
    if kept and kept["what"] != version():
        return "made by another version of the analysis"
    if kept and edition() != own_words.newest():
        return "made before the archive's words were counted anew"
    missing = set(schema().names()) - set(index.kept_schema().names())
    return f"made before there were the fields {', '.join(sorted(missing))}" if missing else None


def note_error(error):
    """Keep an error for `index_status`."""
    note(backend().opened().path, ERROR, error, timezone.localtime().isoformat(timespec="seconds"))


def differences():
    """Every published article prepared anew and compared with what the index has of it."""
    kept = dict(_in_index())
    missing, stale = [], []
    for prepared in chain.from_iterable(_prepared(_published())):
        number = int(prepared[DJANGO_ID])
        if number not in kept:
            missing.append(number)
        elif kept.pop(number) != digest(prepared):
            stale.append(number)
    return Differences(tuple(missing), tuple(stale), tuple(sorted(kept)))


def repair(found):
    """Queue what differs; whoever drains the outbox puts it right."""
    OutboxEntry.objects.put(found.all())


def rebuild(processes=1):
    """Makes the index anew from the database; returns how many documents it has then.

    What is saved meanwhile goes into the old index and, being noted, into the new one afterwards. Raises LockError
    while another process is at it.
    """
    index = backend().opened()
    index.adopt(schema())
    use(own_words.newest())
    shares = list(stretches(_published(), processes))
    if processes > 1:
        connections.close_all()
    # Whoever comes second is refused before he touches what the first is told meanwhile.
    with aside(index) as folder, watching(index.path) as changed:
        segments = build(folder, index, shares, _batches)
        with index.writer(timeout=WAIT) as writer:
            writer.delete_everything()
            writer.add_segments(segments, folder)
            # In the outbox before the new index shows itself: if this process dies between, they are only done twice.
            with transaction.atomic():
                OutboxEntry.objects.bulk_create([OutboxEntry(article=number) for number in sorted(changed())])
        keep_version(index.path)
    forget(index.path, WANTED)
    own_words.clear_away()
    learn_sizes()
    tidy(index, groups=whole)
    learn_if_grown(index.doc_count())
    return index.doc_count()


def _published():
    return list(Article.objects.published().order_by("pk").values_list("pk", flat=True))


def _prepared(numbers):
    """Lists of CHUNK articles at a time, as they are prepared for the index."""
    for begin in range(0, len(numbers), CHUNK):
        yield index_of(Article).prepared(numbers[begin : begin + CHUNK])


def _batches(numbers):
    """Runs in the process of its share."""
    return map(documents, _prepared(numbers))


def _in_index():
    """(number, digest) of every document."""
    finder = backend().opened().finder()
    for number in finder.numbers(query.Every()).tolist():
        stored = finder.stored(number)
        yield int(stored[DJANGO_ID]), stored.get("digest")


def tidy_up(groups=worth_merging):
    """Put small segments together, unless another process is at it; returns how many merges that took."""
    try:
        return tidy(backend().opened(), groups=groups)
    except LockError:
        return 0


def tidy_soon():
    """In a thread, what is overdue: so an archive that runs no `index_worker` stays quick, and no editor waits.

    Nothing is lost if the process ends meanwhile; another begins anew.
    """
    if overdue(backend().opened()):
        Thread(target=tidy_up, args=(overdue,), name="tidying", daemon=True).start()


def damaged_arrays():
    """Names of the arrays whose content is not what was written; reads the whole index."""
    return [f"{segment} {name}" for segment, name in backend().opened().damaged_arrays()]
