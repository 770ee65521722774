"""What an item was read out of, kept as it came: the bytes among the blobs, a `Capture` that names them."""

import trafilatura
from django.utils import timezone

from articles.models import Capture, blobs

TOOL = f"articles.ingest 1, trafilatura {trafilatura.__version__}"


class Keeper:
    """Keeps the bytes of a file or feed once, however many items in a row it holds."""

    def __init__(self):
        self._raw = self._digest = None

    def capture(self, item, article, batch):
        """A `Capture`, not yet saved; its bytes are."""
        return Capture(
            article=article if article.pk else None,
            batch=batch,
            url=item.url,
            place=item.place[-300:],
            sha256=self._keep(item),
            text_sha256=article.text_sha256,
            size=item.size,
            media_type=item.media_type[:100],
            encoding=item.encoding[:80],
            http_status=item.http_status,
            headers=[list(pair) for pair in item.headers],
            captured_at=item.captured_at or timezone.now(),
            tool=TOOL,
        )

    def _keep(self, item):
        raw = item.body.encode() if item.raw is None else item.raw
        if self._raw is None or raw != self._raw:
            parts = [raw] if isinstance(raw, bytes) else blobs.file_parts(raw)
            self._raw, self._digest = raw, blobs.put(parts)
        return self._digest
