"""The one way in: items of any reader to articles, in batches, so that loading twice adds nothing.

An item is known by its address; without one by its source and the SHA-256 of its text.
"""

from itertools import islice

from django.db import DatabaseError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from simple_history.utils import bulk_create_with_history

from articles.actors.linking import link_new
from articles.ingest.item import Refusal
from articles.ingest.register import UNKNOWN, Register
from articles.ingest.stamp import at_noon
from articles.ingest.summary import Summary
from articles.models import Article, OutboxEntry, Source
from articles.models.fields import text_digest

BATCH = 500


def load(items, *, status, source=None, register=None, dry_run=False):
    """Brings items in with `status` and returns the `Summary`; refusals among them are counted and listed.

    `source` is taken for items that name none. Each batch is one transaction; a row that the database
    refuses is skipped alone. With `dry_run` nothing is written.
    """
    loading = Loading(register or Register(), status, source, dry_run)
    items = iter(items)
    while batch := list(islice(items, BATCH)):
        loading.take(batch)
    return loading.summary


class Loading:
    """One import on its way."""

    def __init__(self, register, status, source, dry_run):
        self.register, self.status, self.source = register, status, source
        self.summary = Summary(dry_run=dry_run)
        self._dry_run, self._tried = dry_run, {}

    def take(self, batch):
        for refusal in (row for row in batch if isinstance(row, Refusal)):
            self.summary.skip(refusal)
        pairs = [(item, self._article(item)) for item in batch if not isinstance(item, Refusal)]
        self._save_new_sources()
        self._write(self._unseen(pairs))

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
        kind = Source.Kind.AGGREGATOR if item.origin else Source.Kind.OUTLET
        if item.source:
            source = self.register.source(item.source, kind)
        else:
            source = self.source or (item.url and self.register.find(item.url)) or self.register.unknown()
        return source, self.register.source(item.origin) if item.origin else None

    def _save_new_sources(self):
        for source in self.register.take_created():
            if not self._dry_run:
                source.save()
            self.summary.new_sources.append({"slug": source.slug, "name": source.name_ar})

    def _unseen(self, pairs):
        """Those pairs that are neither in the archive nor twice in this import."""
        there = self._in_archive([article for _item, article in pairs]) | self._tried
        new = []
        for item, article in pairs:
            key, digest = _key(article), article.text_sha256
            if key not in there:
                there[key] = digest
                new.append((item, article))
            elif there[key] == digest:
                self.summary.unchanged += 1
            else:
                reason = _("This address is in the archive with another text.")
                self.summary.skip(Refusal(item.place, reason, item.size))
        if self._dry_run:
            self._tried |= {_key(article): article.text_sha256 for _item, article in new}
        return new

    def _in_archive(self, articles):
        """Key and digest of those articles of the archive that any of these may be."""
        urls = {article.url for article in articles} - {""}
        digests = {article.text_sha256 for article in articles if not article.url}
        same_url = Article.objects.filter(url__in=urls).values_list("url", "text_sha256")
        same_text = Article.objects.filter(text_sha256__in=digests).values_list("source__slug", "text_sha256")
        return dict(same_url) | {key: key[1] for key in same_text}

    def _write(self, pairs):
        try:
            with transaction.atomic():
                self._create([article for _item, article in pairs])
        except (DatabaseError, ValueError):
            if len(pairs) == 1:
                self.summary.skip(Refusal(pairs[0][0].place, _("The database refuses it."), pairs[0][0].size))
            else:
                for pair in pairs:
                    self._write([pair])
            return
        for item, article in pairs:
            self.summary.add(item, article.source.slug == UNKNOWN)

    def _create(self, articles):
        if articles and not self._dry_run:
            made = bulk_create_with_history(articles, Article, batch_size=BATCH, default_date=timezone.now())
            link_new(made)
            OutboxEntry.objects.put(article.pk for article in made)


def _key(article):
    return article.url or (article.source.slug, article.text_sha256)
