"""What a new text says, found without the database: whom it names, who speaks in it, and what it is compared by."""

from dataclasses import dataclass

from articles.actors.linking import PARTS, Findings, find
from articles.arabic.reading import Joined
from articles.stories.traits import Traits, traits_of


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


def study(texts, names):
    """The `Study` of each `Text`, all of them read at once; `names` is the gazetteer."""
    read = Joined([part for text in texts for part in (text.title, text.standfirst, text.body)])
    each = read.split()
    of_each = [dict(zip(PARTS, each[first : first + 3], strict=True)) for first in range(0, len(each), 3)]
    found = [find(parts, names, text.days, text.country) for text, parts in zip(texts, of_each, strict=True)]
    traits = traits_of(read, range(0, len(each), 3), range(2, len(each), 3))
    return [Study(*both) for both in zip(found, traits, strict=True)]
