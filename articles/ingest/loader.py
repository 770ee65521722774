"""The one way in: what any reader found to articles, in batches, so that loading twice adds nothing.

An item is known by its address; without one by its source and the SHA-256 of its text. The same address with
another text is a new version of the article.
"""

from collections import deque
from contextlib import contextmanager
from itertools import chain, islice

from django.db import DatabaseError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.actors.linking import link_new
from articles.ingest.crew import crew
from articles.ingest.item import Refusal
from articles.ingest.keeping import Keeper
from articles.ingest.parts import Unread
from articles.ingest.register import Register
from articles.ingest.stamp import at_noon
from articles.ingest.study import Text
from articles.ingest.summary import Summary
from articles.ingest.tried import Tried
from articles.ingest.versions import add_version, known_before, known_texts
from articles.models import Article, Batch, OutboxEntry, Refused, Source
from articles.models.fields import text_digest
from articles.models.recording import record
from articles.models.source import keep_home_domain
from articles.stories.arrival import place_new

SIZE = 500
# Transactions whose texts are studied meanwhile: two, so that nobody waits while another fills the index.
WAITING = 2


def load(
    parts,
    *,
    status,
    label,
    source=None,
    register=None,
    user=None,
    dry_run=False,
    only=False,
    told=None,
    passed=None,
    processes=1,
):
    """Brings items in with `status` and returns the `Summary`; refusals among them are counted and listed.

    `parts` are Items, Refusals and `Unread` parts of files; `source` is taken for items that name none. Five
    hundred rows are one transaction; one that the database refuses is skipped alone. With `dry_run` nothing is
    written; with `only` actors and stories are left to be found later, which is several times as fast. `told` is
    called with each refusal as it happens, `passed` with the size of each row. Several `processes` share the work
    where there is enough for more than one transaction.
    """
    batch = None if dry_run else Batch(label=label[:300], user=user)
    parts, many = _looked_into(parts)
    with crew(processes if many else 1) as hands:
        loading = Loading(register or Register(), status, source, batch, hands, only, told)
        loading.take_all(_counted(hands.rows(parts), passed))
    return loading.summary


def _looked_into(parts):
    """The parts, and whether they may hold enough for a transaction."""
    parts, first, rows = iter(parts), [], 0
    while rows < SIZE and (part := next(parts, None)) is not None:
        first.append(part)
        rows += part.most if isinstance(part, Unread) else 1
    return chain(first, parts), rows >= SIZE


def _counted(rows, passed):
    for row in rows:
        yield row
        if passed:
            passed(row.size)


class Loading:
    """One import on its way; without a batch it is a dry run.

    The batch is written in the transaction of the first that it brings, so that a killed import leaves no empty one.
    While `hands` study the texts of some items, those before them are written.
    """

    def __init__(self, register, status, source, batch, hands, only=False, told=None):
        self.register, self.status, self.source, self.batch = register, status, source, batch
        self._hands, self._only, self._waiting = hands, only, deque()
        self.summary = Summary(dry_run=batch is None)
        self._keeper, self._tried, self._told = Keeper(), Tried(), told

    def take_all(self, rows):
        while some := list(islice(rows, SIZE)):
            self.take(some)
        self.finish()

    def take(self, some):
        self._refuse([row for row in some if isinstance(row, Refusal)])
        pairs = [(item, self._article(item)) for item in some if not isinstance(item, Refusal)]
        self._save_new_sources()
        new, changed = self._unseen(pairs)
        studies = self._study(new)
        self._waiting.append((new, changed, studies))
        if len(self._waiting) > WAITING:
            self._write_next()

    def finish(self):
        """Writes what waits and closes the batch, if it has brought anything."""
        while self._waiting:
            self._write_next()
        if self.batch and self.batch.pk:
            self.summary.batch = self.batch.pk
            self.batch.finished_at, self.batch.summary = timezone.now(), self.summary.counts()
            self.batch.save()

    @contextmanager
    def _writing(self):
        """A transaction that knows the batch."""
        begun = self.batch.pk is not None
        try:
            with transaction.atomic():
                if not begun:
                    self.batch.save(force_insert=True)
                yield
        except BaseException:
            if not begun:
                self.batch.pk = None
            raise

    def _refuse(self, refusals):
        for refusal in refusals:
            self.summary.skip(refusal)
            if self._told:
                self._told(refusal)
        if not self.batch or not refusals:
            return
        with self._writing():
            Refused.objects.bulk_create(
                Refused(
                    place=row.place[:1000], reason=row.reason[:300], excerpt=row.excerpt, batch=self.batch
                )
                for row in refusals
            )

    def _article(self, item):
        source, origin = self._sources(item)
        at, precision = at_noon(item.published, timezone.get_current_timezone())
        article = Article(
            title=item.title,
            title_is_suggested=item.title_is_suggested,
            standfirst=item.standfirst,
            body=item.body,
            language=item.language,
            source=source,
            origin=origin if origin != source else None,
            byline=item.byline,
            dateline=item.dateline[:120],
            published_at=at,
            published_precision=precision,
            url=item.url,
            captured_at=item.captured_at,
            status=self.status,
        )
        article.text_sha256 = text_digest((item.title, item.standfirst, item.body))
        return article

    def _sources(self, item):
        """Where it was read: by the domain, the name on the page, the one given, in this order."""
        kind = Source.Kind.AGGREGATOR if item.origin else Source.Kind.OUTLET
        source = self.register.of_address(item.url) if item.url else None
        if not source and item.source:
            source = self.register.source(item.source, kind, item.url)
        source = source or self.source
        if not source:
            source = self.register.at_domain(item.url) if item.url else self.register.unknown()
        return source, self.register.source(item.origin) if item.origin else None

    def _save_new_sources(self):
        for source in self.register.take_created():
            if self.batch:
                source.save()
                keep_home_domain(source)
            self.summary.new_sources.append({"slug": source.slug, "name": source.name_ar})

    def _unseen(self, pairs):
        """Those pairs that are not in the archive, and those with another text there: the new versions."""
        keys = [_key(article) for _item, article in pairs]
        there = known_texts([article for _item, article in pairs]) | self._tried.of(keys)
        waiting = (pair for new, changed, _studies in self._waiting for pair in (*new, *changed))
        there |= {_key(article): article.text_sha256 for _item, article in waiting}
        before = known_before([article for _item, article in pairs])
        new, changed = [], []
        for key, (item, article) in zip(keys, pairs, strict=True):
            if key not in there:
                new.append((item, article))
            elif item.is_summary or (key, article.text_sha256) in before:
                self.summary.unchanged += 1
                continue
            elif there[key] == article.text_sha256:
                self.summary.unchanged += 1
            else:
                changed.append((item, article))
            there[key] = article.text_sha256
        if self.batch is None:
            self._tried.keep({key: there[key] for key in keys})
        return new, changed

    def _study(self, pairs):
        """A function that gives the `Study` of each pair, None where none is wanted."""
        if self._only or self.batch is None:
            return lambda: [None] * len(pairs)
        return self._hands.study([Text.of(article) for _item, article in pairs])

    def _write_next(self):
        new, changed, studies = self._waiting.popleft()
        self._write([(*pair, study) for pair, study in zip(new, studies(), strict=True)])
        for item, article in changed:
            self.summary.changed += 1
            if self.batch:
                with self._writing():
                    add_version(article, self._keeper.capture(item, article, self.batch))

    def _write(self, studied):
        """Writes triples of item, article and study."""
        if not studied:
            return
        try:
            if self.batch:
                with self._writing():
                    self._create(studied)
        except (DatabaseError, ValueError):
            self._write_apart(studied)
            return
        for item, article, _study in studied:
            self.summary.add(item, article.source.slug == Source.UNKNOWN)

    def _write_apart(self, studied):
        if len(studied) > 1:
            for one in studied:
                self._write([one])
        else:
            item = studied[0][0]
            self._refuse([Refusal(item.place, _("The database refuses it."), item.size, item.body[:2000])])

    def _create(self, studied):
        items, articles, studies = zip(*studied, strict=True)
        made = Article.objects.bulk_create(articles, batch_size=SIZE)
        record(Article.objects.filter(pk__in=[article.pk for article in made]), "+")
        self._keeper.keep(items, made, self.batch)
        if not self._only:
            link_new(made, [study.findings for study in studies])
            place_new(made, [study.traits for study in studies])
        OutboxEntry.objects.put(article.pk for article in made)


def _key(article):
    """What an article is known by: its address, else its source and text."""
    return article.url or (article.source.slug, article.text_sha256)
