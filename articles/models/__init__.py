"""What the archive keeps: one noun a file, its QuerySet beside it, its rules in the database."""

from .actor import Actor
from .actor_name import ActorName
from .article import Article
from .batch import Batch
from .capture import Capture
from .feed import Feed
from .mention import Mention
from .office import Office, OfficeName
from .outbox import OutboxEntry
from .position import Position
from .quote import Quote
from .refused import Refused
from .source import Source, SourceDomain
from .version import Version

__all__ = [
    "Actor",
    "ActorName",
    "Article",
    "Batch",
    "Capture",
    "Feed",
    "Mention",
    "Office",
    "OfficeName",
    "OutboxEntry",
    "Position",
    "Quote",
    "Refused",
    "Source",
    "SourceDomain",
    "Version",
]
