"""What an item was read out of, kept as it came: the bytes among the blobs, a `Capture` that names them."""

import trafilatura
from django.utils import timezone

from articles.models import Capture, blobs

TOOL = f"articles.ingest 1, trafilatura {trafilatura.__version__}"


class Keeper:
    """Keeps the bytes of each file once, however many items it holds."""

    def __init__(self):
        self._path = self._digest = None

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
        if isinstance(item.raw, bytes):
            return blobs.put([item.raw])
        if item.raw is None:
            return blobs.put([item.body.encode()])
        if item.raw != self._path:
            self._path, self._digest = item.raw, blobs.put(blobs.file_parts(item.raw))
        return self._digest
