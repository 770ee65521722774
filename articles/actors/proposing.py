"""Keeps whom the articles name and the register lacks, article by article; editors decide in `reviewing`."""

from articles.models import Proposal

from .proposals import proposals

FIELDS = ("part", "start", "end", "surface", "key", "title")


def rows_of(article, found):
    """The unknown persons that `proposals` found in an article, as unsaved rows."""
    return [Proposal(article=article, **{name: getattr(one, name) for name in FIELDS}) for one in found]


def propose(article, resolved):
    """Bring the article's proposals up to its text, within the caller's transaction."""
    wanted = {_identity(row): row for row in rows_of(article, proposals(resolved))}
    standing = {_identity(row): row.pk for row in article.proposals.all()}
    stale = [pk for identity, pk in standing.items() if identity not in wanted]
    if stale:
        Proposal.objects.filter(pk__in=stale).delete()
    Proposal.objects.bulk_create(row for identity, row in wanted.items() if identity not in standing)


def _identity(row):
    return tuple(getattr(row, name) for name in FIELDS)
