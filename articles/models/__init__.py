"""What the archive keeps: one noun a file, its QuerySet beside it, its rules in the database."""

from .actor import Actor
from .actor_name import ActorName
from .article import Article
from .mention import Mention
from .office import Office, OfficeName
from .outbox import OutboxEntry
from .position import Position
from .quote import Quote
from .source import Source, SourceDomain

__all__ = [
    "Actor",
    "ActorName",
    "Article",
    "Mention",
    "Office",
    "OfficeName",
    "OutboxEntry",
    "Position",
    "Quote",
    "Source",
    "SourceDomain",
]
