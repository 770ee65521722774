"""What a page's head says of its article: JSON-LD before Open Graph before other tags.

read_metadata(tree)  -> {"title": "…", "published": "2024-02-14T10:30:00+02:00", "site": "بوابة الوسط", …}
"""

import html
import json
import re

from articles.ingest.lines import clean

ARTICLE_TYPES = {
    "NewsArticle",
    "Article",
    "ReportageNewsArticle",
    "BlogPosting",
    "LiveBlogPosting",
    "OpinionNewsArticle",
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
    "byline": [
        "//meta[@name='author']/@content",
        "//meta[@property='article:author']/@content",
        "//*[@rel='author']",
    ],
    "site": ["//meta[@property='og:site_name']/@content", "//meta[@name='application-name']/@content"],
    "url": ["//link[@rel='canonical']/@href", "//meta[@property='og:url']/@content"],
    "type": ["//meta[@property='og:type']/@content"],
    "language": ["/html/@lang"],
}
LINES_BELOW, LINES_ABOVE, LINE_LENGTH = 15, 8, 90
UPDATED = r"[،,|-]?\s*(?:آخر تحديث|تحديث|Updated)"
NO_AUTHORS = {"admin", "administrator", "editor", "المحرر", "محرر", "ادمن", "هيئة التحرير", "editorial"}


def read_metadata(tree):
    """The values found, as text; a name is missing when the page is silent on it. `near`: lines by the headline."""
    found = {name: value for name, places in PLACES.items() if (value := _first(tree, places))}
    found |= _linked_data(tree) | {"near": _near_headline(tree)}
    if found.get("byline", "").lower() in NO_AUTHORS or found.get("byline", "").startswith("http"):
        del found["byline"]
    return found


def _first(tree, places):
    for place in places:
        for node in tree.xpath(place):
            text = " ".join((node if isinstance(node, str) else node.text_content()).split())
            if text:
                return clean(html.unescape(text))
    return ""


def _near_headline(tree):
    """Short lines about the headline, those below it first: one of them may be the date."""
    headlines = tree.xpath("//h1")
    if not headlines:
        return []
    above = headlines[-1].xpath(
        "preceding::text()[normalize-space()][not(ancestor::script or ancestor::style)]"
    )
    below = headlines[-1].xpath(
        "following::text()[normalize-space()][not(ancestor::script or ancestor::style)]"
    )
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
        "title": node.get("headline"),
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
