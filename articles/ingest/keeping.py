"""What an item was read out of, kept as it came: the bytes among the blobs, a `Capture` that names them."""

import trafilatura
from django.utils import timezone

from articles.models import Capture, blobs
from articles.models.bulk import insert

FIELDS = (
    *("article_id", "batch_id", "url", "place", "sha256", "text_sha256", "size", "media_type", "encoding"),
    *("http_status", "headers", "captured_at", "tool"),
)
TOOL = f"articles.ingest 1, trafilatura {trafilatura.__version__}"


class Keeper:
    """Keeps the bytes of a file or feed once, however many items in a row it holds."""

    def __init__(self):
        self._raw = self._digest = None

    def capture(self, item, article, batch):
        """A `Capture`, not yet saved; its bytes are. In the transaction that saves it, as is `keep`."""
        self._hold()
        return Capture(**dict(zip(FIELDS, self._row(item, article, batch), strict=True)))

    def keep(self, items, articles, batch):
        """Writes the captures of items, each read as the article of its place, and their bytes."""
        self._hold()
        pairs = zip(items, articles, strict=True)
        insert(Capture, FIELDS, [self._row(item, article, batch) for item, article in pairs])

    def _hold(self):
        """From now on no bytes are cleared away; those that were kept before may have been."""
        Capture.objects.hold_bytes()
        if self._digest and not blobs.are_kept(self._digest):
            self._raw = None

    def _row(self, item, article, batch):
        return (
            *(article.pk, batch.pk, item.url, item.place[-300:], self._keep(item), article.text_sha256),
            *(item.size, item.media_type[:100], item.encoding[:80], item.http_status),
            *([list(pair) for pair in item.headers], item.captured_at or timezone.now(), TOOL),
        )

    def _keep(self, item):
        raw = item.body.encode() if item.raw is None else item.raw
        if self._raw is None or raw != self._raw:
            parts = [raw] if isinstance(raw, bytes) else blobs.file_parts(raw)
            self._raw, self._digest = raw, blobs.put(parts)
        return self._digest
