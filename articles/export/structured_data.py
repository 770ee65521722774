"""What an article is, in the words of schema.org."""

from django.utils import timezone


def news_article(article, address, image):
    """A schema.org ``NewsArticle`` as a dict; what is not known is left out."""
    described = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": article.title,
        "description": article.standfirst,
        "inLanguage": article.language,
        "url": address,
        "identifier": article.code,
        "image": image,
        "datePublished": _published(article),
        "dateCreated": timezone.localtime(article.added_at).isoformat(timespec="seconds"),
        "author": _person(article.byline),
        "publisher": _organisation(article.source),
        "sourceOrganization": _organisation(article.origin or article.source),
        "locationCreated": _place(article.dateline),
        "isBasedOn": article.url,
    }
    return {name: value for name, value in described.items() if value}


def _published(article):
    """ISO 8601 at the precision that is known; schema.org takes ``2019-04`` and ``2019`` too."""
    if article.published_precision == article.Precision.MINUTE:
        return timezone.localtime(article.published_at).isoformat(timespec="minutes")
    return str(article.date) if article.date else None


def _person(name):
    return {"@type": "Person", "name": name} if name else None


def _place(name):
    return {"@type": "Place", "name": name} if name else None


def _organisation(source):
    return {"@type": "NewsMediaOrganization", "name": source.name_ar, "url": source.homepage}
