"""A story's articles as the texts that they really are: each told once, with those who carried it."""

from dataclasses import dataclass, field
from datetime import timedelta
from functools import cached_property

from articles.arabic.text_diff import text_diff
from articles.models import Article, Report

from .carrying import in_order
from .shingles import overlap, shingles
from .wording import own_words


@dataclass
class Carrier:
    """An article that has another's text: `overlap` in whole per cent of the first text, `delay` None if unknown."""

    article: Article
    first: Article

    @cached_property
    def overlap(self):
        return round(100 * overlap(*(shingles(own_words(one.body)) for one in (self.first, self.article)))[0])

    @property
    def delay(self):
        """A `timedelta`, of whole days where either hour is unknown."""
        if not (self.article.days() and self.first.days()):
            return None
        if {self.article.published_precision, self.first.published_precision} == {"minute"}:
            return self.article.published_at - self.first.published_at
        return timedelta((self.article.days()[0] - self.first.days()[0]).days)

    @cached_property
    def headline(self):
        """What it changed in the headline, as stretches of `text_diff`; empty if nothing.

        A headline made anew stands whole: word by word the two would only be torn apart.
        """
        stretches = text_diff(self.first.title, self.article.title)
        kept = sum(len(text) for kind, text in stretches if kind == "same")
        if 2 * kept < len(self.article.title):
            return [("same", self.article.title)]
        return [] if self.first.title == self.article.title else stretches


@dataclass(eq=False)
class Telling:
    """One text of a story: the article that had it first, and its carriers in order."""

    article: Article
    carriers: list = field(default_factory=list)

    @cached_property
    def words(self):
        return len(own_words(self.article.body))

    @property
    def text(self):
        return "\n\n".join(filter(None, (self.article.standfirst, self.article.body)))


def tellings(articles):
    """The texts that articles with their `report` tell, in the order of publication."""
    groups = {}
    for article in articles:
        groups.setdefault(article.report.original_id or article.pk, []).append(article)
    return [_telling(in_order(group)) for group in groups.values()]


def telling_of(article):
    """The text of one public article with all who are open to the public and carry it; one query, two for a copy."""
    report = Report.objects.filter(article=article).first()
    if report is None or report.original_id is None:
        return Telling(article)
    same = Article.objects.published().filter(report__original=report.original_id).select_related("source")
    return _telling(in_order(same) or [article])


def copies_of(articles):
    """For the numbers of articles, those that carry the same text: number → list of public articles in order.

    One query, whatever the length, two where there are copies; an article whose text stands once is left out.
    """
    # Fetched by itself: within the other query it leads SQLite to go through all that is published.
    copied = Report.objects.filter(article__in=articles, original__isnull=False)
    originals = set(copied.values_list("original", flat=True))
    if not originals:
        return {}
    same = Article.objects.published().filter(report__original__in=originals)
    groups = {}
    for article in same.select_related("source", "report"):
        groups.setdefault(article.report.original_id, []).append(article)
    ordered = [in_order(group) for group in groups.values() if len(group) > 1]
    wanted = set(articles)
    return {article.pk: group for group in ordered for article in group if article.pk in wanted}


def _telling(group):
    first, *others = group
    return Telling(first, [Carrier(article, first) for article in others])
