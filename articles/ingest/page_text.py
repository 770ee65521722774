"""The text of an HTML page as blocks, by trafilatura; where the page says what its text is, ended where that ends.

read_text(tree, "<html>…", "قال …", rule="")  -> Text([("paragraph", "قال …"), …], end=7)
"""

from copy import deepcopy
from typing import NamedTuple

import trafilatura
from trafilatura.settings import DEFAULT_CONFIG

from articles.ingest.lines import Line, folded
from articles.ingest.markup import EXTRACTED, TAGS, from_fragment, from_tree

LEAST_WORDS = 8
# Captions, and lines for screen readers only, which an extractor takes for short paragraphs.
PRUNED = [
    "//figcaption",
    "//*[contains(@class, 'caption') and string-length(normalize-space()) < 300]",
    "//*[contains(@class, 'sr-only') or contains(@class, 'screen-reader-text')]",
]
# Where it finds less than 250 letters the extractor makes one block of all that stands on the page; news in brief
# has 100.
BRIEF = deepcopy(DEFAULT_CONFIG)
BRIEF["DEFAULT"]["MIN_EXTRACTED_SIZE"] = "60"
# The stated text ends the extracted one if it is found there whole, and what follows is no second half of it.
FOUND_SHARE, REST_SHARE = 0.85, 0.5


class Text(NamedTuple):
    """Pairs of kind and text, and the number of those that are the article's own."""

    blocks: list[tuple[str, str]]
    end: int


def read_text(tree, text, stated, rule=""):
    """The `Text` by the source's rule, else as extracted, else as the page's JSON-LD states it (`stated`), else
    of its article element.
    """
    if rule:
        return _all([block for element in tree.cssselect(rule) for block in from_tree(element, TAGS)])
    stated_blocks = from_fragment(stated.replace("\n", "<br>"))
    blocks = _extracted(text)
    if _words(blocks) >= LEAST_WORDS:
        return Text(blocks, _end(blocks, stated_blocks))
    articles = tree.xpath("//article | //main")
    return _all(stated_blocks or [block for element in articles for block in from_tree(element, TAGS)])


def _all(blocks):
    return Text(blocks, len(blocks))


def _extracted(text):
    blocks = _blocks(text, DEFAULT_CONFIG)
    return (len(blocks) == 1 and _blocks(text, BRIEF)) or blocks


def _blocks(text, settings):
    found = trafilatura.bare_extraction(
        text,
        include_comments=False,
        include_formatting=True,
        with_metadata=False,
        prune_xpath=PRUNED,
        config=settings,
    )
    if found is None or found.body is None:
        return []
    for paragraph in list(found.body.iterchildren("p"))[1:-1]:
        if _is_heading(paragraph):
            paragraph.tag = "head"
    return from_tree(found.body, EXTRACTED)


def _is_heading(paragraph):
    """A short paragraph between others that is bold throughout, as editors set headings without a tag for them."""
    parts = [paragraph.text, *(child.tail for child in paragraph)]
    bold = len(paragraph) and all(child.tag == "hi" and child.get("rend") == "#b" for child in paragraph)
    return bold and not any(part and part.strip() for part in parts) and _line(paragraph).is_short


def _line(element):
    return Line(0, " ".join(" ".join(element.itertext()).split()))


def _end(blocks, stated):
    """How many blocks there are up to the last one that is in the stated text."""
    whole = f" {folded(' '.join(text for _kind, text in stated))} "
    lines = [folded(text) for _kind, text in blocks]
    found = [at for at, line in enumerate(lines) if line and f" {line} " in whole]
    words = sum(len(lines[at].split()) for at in found)
    rest = sum(len(line.split()) for line in lines[found[-1] + 1 :]) if found else 0
    length = len(whole.split())
    is_whole = words >= LEAST_WORDS and words >= FOUND_SHARE * length and rest <= REST_SHARE * length
    return found[-1] + 1 if is_whole else len(blocks)


def _words(blocks):
    return sum(len(text.split()) for _kind, text in blocks)
