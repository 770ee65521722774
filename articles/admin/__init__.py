"""The editors' desk: one noun a file; what several share: `history`, `recorded`, `folded_search`, `publishing`."""

from .act import ActAdmin
from .actor import ActorAdmin
from .article import ArticleAdmin
from .batch import BatchAdmin
from .capture import CaptureAdmin
from .feed import FeedAdmin
from .mention import MentionAdmin
from .office import OfficeAdmin
from .position import PositionAdmin
from .proposal import ProposalAdmin
from .quote import QuoteAdmin
from .refused import RefusedAdmin
from .source import SourceAdmin
from .story import ReportAdmin, StoryAdmin

__all__ = [
    "ActAdmin",
    "ActorAdmin",
    "ArticleAdmin",
    "BatchAdmin",
    "CaptureAdmin",
    "FeedAdmin",
    "MentionAdmin",
    "OfficeAdmin",
    "PositionAdmin",
    "ProposalAdmin",
    "QuoteAdmin",
    "RefusedAdmin",
    "ReportAdmin",
    "SourceAdmin",
    "StoryAdmin",
]
