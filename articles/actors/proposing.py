"""Keeps whom the articles name and the register lacks, article by article; editors decide in `reviewing`."""

from articles.models import Proposal
from articles.models.bulk import insert

from .proposals import proposals

PLACE = ("part", "start", "end", "surface", "key", "title")
FIELDS = ("article_id", *PLACE)


def rows_of(article, found):
    """The unknown persons that `proposals` found in an article, as values of FIELDS."""
    return [(article.pk, *_identity(one)) for one in found]


def propose(article, resolved):
    """Bring the article's proposals up to its text, within the caller's transaction."""
    wanted = {row[1:]: row for row in rows_of(article, proposals(resolved))}
    standing = {_identity(row): row.pk for row in article.proposals.all()}
    stale = [pk for identity, pk in standing.items() if identity not in wanted]
    if stale:
        Proposal.objects.filter(pk__in=stale).delete()
    insert(Proposal, FIELDS, [row for identity, row in wanted.items() if identity not in standing])


def _identity(row):
    return tuple(getattr(row, name) for name in PLACE)
