"""Who sees what."""

from django.db.models import Q

# Mentions that the public reads as fact: found with high confidence, or confirmed by an editor.
SHOWN_MENTIONS = ("automatic", "confirmed")


def public(path=""):
    """The condition that an article is open to all, for filters from elsewhere: ``public("articles__")``."""
    return Q(**{f"{path}status": "published"})
