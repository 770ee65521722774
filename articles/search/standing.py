"""Whether the index can be relied on: codes that `notices.STANDINGS` puts into words."""

from articles.models import Article
from articles.search.backend import backend
from articles.search.engine.notes import WANTED, noted

DAMAGED = "damaged"
EMPTY = "empty"
UNAVAILABLE = "unavailable"


def standing():
    """DAMAGED, EMPTY while there are articles to be found, or ``""``; quick enough for every search."""
    index = backend().opened()
    if index.damage or noted(index.path, WANTED):
        return DAMAGED
    if not index.snapshot().documents and Article.objects.published().exists():
        return EMPTY
    return ""
