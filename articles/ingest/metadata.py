"""What a page's head says of its article: JSON-LD before Open Graph before other tags.

read_metadata(tree)  -> {"title": "…", "published": "2024-02-14T10:30:00+02:00", "site": "بوابة الوسط", …}
"""

import html
import json
import re

from articles.ingest.lines import clean, folded

ARTICLE_TYPES = {
    "NewsArticle",
    "Article",
    "ReportageNewsArticle",
    "BlogPosting",
    "LiveBlogPosting",
    "OpinionNewsArticle",
    "AnalysisNewsArticle",
    "BackgroundNewsArticle",
    "ReviewNewsArticle",
    "Report",
    "ClaimReview",
}
# Each value from the first place that has one: XPath expressions in order.
PLACES = {
    "title": [
        "//meta[@property='og:title']/@content",
        "//meta[@name='twitter:title']/@content",
        "//h1[@itemprop='headline']",
        "//article//h1",
        "//h1",
        "//title",
    ],
    "published": [
        "//meta[@property='article:published_time']/@content",
        "//meta[@itemprop='datePublished']/@content",
        "//*[@itemprop='datePublished']/@datetime",
        "//meta[@name='pubdate' or @name='publishdate' or @name='date' or @name='DC.date.issued']/@content",
        "//meta[@property='og:published_time' or @name='article:published_time']/@content",
        "//article//time[@datetime][1]/@datetime",
        "//time[@datetime][@pubdate or contains(@class,'publish') or contains(@class,'entry-date')]/@datetime",
    ],
    "head": ["//title"],
    "site": ["//meta[@property='og:site_name']/@content", "//meta[@name='application-name']/@content"],
    "url": ["//link[@rel='canonical']/@href", "//meta[@property='og:url']/@content"],
    "type": ["//meta[@property='og:type']/@content"],
    "language": ["/html/@lang"],
}
BYLINES = [
    "//meta[@name='author']/@content",
    "//meta[@property='article:author']/@content",
    "//*[@rel='author']",
    "//*[@itemprop='author']",
]
LINES_BELOW, LINES_ABOVE, LINE_LENGTH = 15, 8, 90
# A quotation has a date of its own.
VISIBLE = "[normalize-space()][not(ancestor::script or ancestor::style or ancestor::blockquote)]"
UPDATED = r"[،,|-]?\s*(?:آخر تحديث|تحديث|Updated)"
NO_AUTHOR = re.compile(r"https?://|\S+@|[\d\W]*$")
NO_AUTHORS = {"admin", "administrator", "editor", "المحرر", "محرر", "ادمن", "هيئة التحرير", "editorial"}


def read_metadata(tree):
    """The values found, as text; a name is missing when the page is silent on it.

    `near` holds the lines by the headline, `displayed` the headlines on the page itself.
    """
    found = {name: value for name, places in PLACES.items() if (value := next(_all(tree, places), ""))}
    found |= _linked_data(tree)
    site = folded(found.get("site", ""))
    names = (name for name in [found.get("byline", ""), *_all(tree, BYLINES)] if _is_author(name, site))
    return found | {
        "byline": next(names, ""),
        "near": _near_headline(tree),
        "displayed": [" ".join(" ".join(headline.itertext()).split()) for headline in tree.xpath("//h1")],
    }


def _all(tree, places):
    for place in places:
        for node in tree.xpath(place):
            text = " ".join((node if isinstance(node, str) else node.text_content()).split())
            if text:
                yield clean(html.unescape(text))


def _is_author(name, site):
    """Whether a byline names someone: not an address, a number, a role, nor the site itself."""
    own = folded(name)
    is_site = bool(site) and (own.startswith(site) or site.startswith(own))
    return bool(own) and not NO_AUTHOR.match(name) and name.lower() not in NO_AUTHORS and not is_site


def _near_headline(tree):
    """Short lines about the headline, those below it first: one of them may be the date."""
    headlines = tree.xpath("//h1")
    if not headlines:
        return []
    above, below = (headlines[-1].xpath(f"{side}::text(){VISIBLE}") for side in ("preceding", "following"))
    lines = [" ".join(text.split()) for text in below[:LINES_BELOW] + above[-LINES_ABOVE:]]
    return [part for line in lines if len(line) <= LINE_LENGTH for part in (line, re.split(UPDATED, line)[0])]


def _linked_data(tree):
    """Of the page's schema.org article; scripts that are no JSON are passed over."""
    for script in tree.xpath("//script[@type='application/ld+json']/text()"):
        try:
            nodes = list(_nodes(json.loads(script, strict=False)))
        except (ValueError, RecursionError):
            continue
        for node in nodes:
            if ARTICLE_TYPES.intersection(_as_list(node.get("@type"))):
                return _of_article(node)
    return {}


def _nodes(data):
    for node in _as_list(data):
        if isinstance(node, dict):
            yield node
            yield from _nodes(node.get("@graph"))


def _of_article(node):
    values = {
        "title": node.get("headline") or node.get("name"),
        "published": node.get("datePublished"),
        "byline": "، ".join(filter(None, (_name(author) for author in _as_list(node.get("author"))))),
        "site": _name(node.get("publisher")),
        "body": node.get("articleBody"),
        "type": "article",
    }
    text = {name: value for name, value in values.items() if isinstance(value, str) and value.strip()}
    return {name: clean(html.unescape(value)).strip() for name, value in text.items()}


def _name(thing):
    thing = thing[0] if isinstance(thing, list) and thing else thing
    name = thing.get("name") if isinstance(thing, dict) else thing
    return name if isinstance(name, str) else ""


def _as_list(value):
    if value is None:
        return []
    return value if isinstance(value, list) else [value]
