"""What a new text says, found without the database: whom it names, who speaks in it, and what it is compared by."""

from dataclasses import dataclass

from articles.actors.linking import PARTS, Findings, find
from articles.arabic.reading import readings
from articles.stories.profile import Traits, traits


@dataclass(frozen=True)
class Text:
    """All that a study needs of an article; `days` as `Article.days` gives them, `country` that of its source."""

    title: str
    standfirst: str
    body: str
    days: tuple | None
    country: str

    @classmethod
    def of(cls, article):
        return cls(article.title, article.standfirst, article.body, article.days(), article.source.country)


@dataclass(frozen=True)
class Study:
    """Plain values, so that another process may find them."""

    findings: Findings
    traits: Traits


def study(text, names):
    """The `Study` of a `Text`, each part of it read once; `names` is the gazetteer."""
    parts = dict(zip(PARTS, readings(text.title, text.standfirst, text.body), strict=True))
    return Study(find(parts, names, text.days, text.country), traits(parts["title"], parts["body"]))
