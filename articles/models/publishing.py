"""The acts that bring an article before the public and take it away again; each is one transaction.

Who may do them is asked at the door, by the permission ``articles.publish_article``.
"""

from django.db import transaction

from .article import Article

Status = Article.Status


def send_to_review(articles):
    """Drafts of a QuerySet go to the reviewers; returns the articles that moved."""
    return _move(articles, [Status.DRAFT], status=Status.REVIEW)


def publish(articles):
    """All that is not yet public and has a text; a withdrawn article comes back without its reason."""
    with_text = articles.exclude(title="").exclude(body="")
    origins = [Status.DRAFT, Status.REVIEW, Status.WITHDRAWN]
    return _move(with_text, origins, status=Status.PUBLISHED, withdrawal_reason="")


def withdraw(articles, reason):
    """Published articles answer 410 from now on, with the reason, which readers see.

    ValueError without a reason.
    """
    if not reason.strip():
        raise ValueError("an article is withdrawn with a reason")
    return _move(articles, [Status.PUBLISHED], status=Status.WITHDRAWN, withdrawal_reason=reason.strip())


@transaction.atomic
def _move(articles, origins, **fields):
    # Asked for again by key: a list of the admin carries annotations that cannot be locked.
    moving = Article.objects.filter(pk__in=articles.values("pk"), status__in=origins).order_by("pk")
    moved = list(moving.select_for_update())
    for article in moved:
        for name, value in fields.items():
            setattr(article, name, value)
        article.save(update_fields=list(fields))
    return moved
