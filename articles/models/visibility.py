"""Who sees what."""

from django.db.models import Q


def public(path=""):
    """The condition that an article is open to all, for filters from elsewhere: ``public("articles__")``."""
    return Q(**{f"{path}status": "published"})
