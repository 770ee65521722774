"""HTML to blocks of text: what a reader of the page sees as headings, items, quotes and paragraphs.

from_fragment("<p>نص</p><script>alert(1)</script>")  -> [("paragraph", "نص")]
"""

import re

import nh3
from lxml import etree, html

from articles.ingest.lines import clean

# What may stand in a fragment from a feed or a table; all else goes, scripts and styles with their content.
TAGS = {
    "p": "paragraph",
    "div": "paragraph",
    "section": "paragraph",
    "article": "paragraph",
    "td": "paragraph",
    "br": "paragraph",
    **{f"h{level}": "heading" for level in range(1, 7)},
    "li": "item",
    "blockquote": "quote",
}
# The elements of trafilatura's own XML.
EXTRACTED = {"p": "paragraph", "head": "heading", "item": "item", "quote": "quote", "cell": "paragraph"}
SILENT = {"graphic", "figure", "script", "style"}
LOOKS_LIKE_HTML = re.compile(
    r"</?(?:p|br|div|h[1-6]|ul|li|blockquote|span|a|strong|b|em|script|img)\b[^<>]{0,2000}>", re.I
)
MARKERS = {"heading": "## ", "item": "- ", "quote": "> ", "paragraph": ""}


def from_fragment(text):
    """Blocks of an HTML fragment, as pairs of kind and text; it is sanitised before anything looks at it."""
    safe = nh3.clean(text, tags=set(TAGS), attributes={}, strip_comments=True)
    return from_tree(html.fragment_fromstring(safe or "<p></p>", create_parent="div"), TAGS)


def from_tree(tree, kinds):
    """Blocks of an element: each named in `kinds` opens one, a line break opens another of its kind."""
    blocks = [["paragraph", ""]]
    for event, element in etree.iterwalk(tree, events=("start", "end", "comment", "pi")):
        if event in ("comment", "pi"):
            blocks[-1][1] += element.tail or ""
        elif event == "start":
            _enter(element, kinds, blocks)
        else:
            _leave(element, kinds, blocks)
    lines = ((kind, " ".join(clean(text).split())) for kind, text in blocks)
    return [(kind, text) for kind, text in lines if text]


def written(blocks):
    """Blocks in the light markup of `Article.body`."""
    text = ""
    for before, (kind, line) in zip([None, *blocks], blocks, strict=False):
        if before:
            text += "\n" if before[0] == kind == "item" else "\n\n"
        text += MARKERS[kind] + line
    return text


def plain(text):
    """Text of a value that may be HTML: tags off, entities read."""
    return " ".join(line for _kind, line in from_fragment(text)) if "<" in text or "&" in text else text


def _enter(element, kinds, blocks):
    kind = kinds.get(element.tag)
    if kind:
        # A paragraph within a quote or an item is part of it.
        inherited = _around(element, kinds)
        blocks.append([inherited if kind == "paragraph" and inherited else kind, ""])
    elif element.tag == "lb":
        blocks.append([blocks[-1][0], ""])
    if element.tag not in SILENT:
        blocks[-1][1] += element.text or ""


def _leave(element, kinds, blocks):
    if element.tag in kinds:
        blocks.append([_around(element, kinds) or "paragraph", ""])
    blocks[-1][1] += element.tail or ""


def _around(element, kinds):
    around = (kinds.get(parent.tag) for parent in element.iterancestors())
    return next((kind for kind in around if kind in ("item", "quote")), None)
