"""The sample articles and their invented outlets, and how they go."""

from django.db import transaction
from django.db.models import Q

from .article import Article
from .source import Source


class SamplesInUse(Exception):
    """Articles of the archive's own were read in, or credit, a sample source: ``error.articles``."""

    def __init__(self, articles):
        super().__init__(", ".join(article.code for article in articles))
        self.articles = articles


@transaction.atomic
def remove_samples():
    """Delete every sample article and source, and nothing else; returns how many of each.

    SamplesInUse, and nothing is deleted, if an article that is no sample depends on a sample source.
    """
    depends = Q(source__is_sample=True) | Q(origin__is_sample=True)
    kept = list(Article.objects.filter(depends, is_sample=False).select_related("source", "origin"))
    if kept:
        raise SamplesInUse(kept)
    articles = Article.objects.filter(is_sample=True)
    sources = Source.objects.filter(is_sample=True)
    counts = articles.count(), sources.count()
    articles.delete()
    sources.delete()
    return counts
