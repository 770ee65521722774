"""What the numbers on a page count: articles, or the stories that articles tell."""

from django.db import models
from django.db.models import Count, F
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _


class Unit(models.TextChoices):
    """One choice for every number on a page, as its address says it: ``?count=stories``."""

    ARTICLES = "articles", _("articles")
    STORIES = "stories", _("stories")

    @classmethod
    def asked(cls, value):
        """The unit of that name; articles for any other."""
        return cls(value) if value in cls.values else cls.ARTICLES

    def each(self, article="pk"):
        """What is told apart in rows that lead to articles: the article, or the story it tells.

        An article of no story is one by itself, and so is a text that several carry. `article` is the path to its
        number: ``Unit.STORIES.each("mentions__article")``.
        """
        if self is Unit.ARTICLES:
            return F(article)
        path = "" if article == "pk" else f"{article}__"
        return Coalesce(f"{path}report__story", -F(f"{path}report__original"), -F(article))

    def counted(self, article="pk", repeated=False, **options):
        """An aggregate of them, each counted once; `repeated` if several rows may lead to one article."""
        return Count(self.each(article), distinct=repeated or self is Unit.STORIES, **options)

    def total(self, articles):
        """How many there are in a queryset of articles."""
        if self is Unit.ARTICLES:
            return articles.count()
        return articles.order_by().aggregate(total=self.counted())["total"]
