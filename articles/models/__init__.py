"""What the archive keeps: one noun a file, its QuerySet beside it, its rules in the database."""

from .act import Act
from .actor import Actor
from .actor_name import ActorName
from .among import Among
from .article import Article
from .batch import Batch
from .capture import Capture
from .counting import Unit
from .feed import Feed
from .mention import Mention
from .merge import Merge
from .office import Office, OfficeName
from .outbox import OutboxEntry
from .position import Position
from .proposal import DismissedName, Proposal
from .quote import Quote
from .refused import Refused
from .relation import Relation
from .source import Source, SourceDomain
from .story import FormerStory, Report, Story, TermCount, Trace
from .version import Version

__all__ = [
    "Act",
    "Actor",
    "ActorName",
    "Among",
    "Article",
    "Batch",
    "Capture",
    "DismissedName",
    "Feed",
    "FormerStory",
    "Mention",
    "Merge",
    "Office",
    "OfficeName",
    "OutboxEntry",
    "Position",
    "Proposal",
    "Quote",
    "Refused",
    "Relation",
    "Report",
    "Source",
    "SourceDomain",
    "Story",
    "TermCount",
    "Trace",
    "Unit",
    "Version",
]
