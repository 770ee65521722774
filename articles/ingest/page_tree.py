"""The tree of an HTML page, made only of pages that could hold an article.

read_tree("<p>نص</p>")  -> <Element html>
"""

import re

from django.utils.translation import gettext as _
from lxml import etree, html

from articles.ingest.encoding import NotText
from articles.ingest.limits import ATTRIBUTES, ELEMENTS, LONG_TAG, TAGS
from articles.ingest.sorting import NoArticle

LONG_TAGS = re.compile(rf"<[^<>]{{{LONG_TAG},}}")
QUOTED = re.compile(r"""=\s*(?:"[^"]*"|'[^']*')""")


def read_tree(text):
    """The root element; NotText for no HTML at all, NoArticle, before time is spent, for markup beyond measure."""
    if text.count("<") > TAGS or any(_attributes(tag[0]) > ATTRIBUTES for tag in LONG_TAGS.finditer(text)):
        raise NoArticle(_("More markup than any article has."))
    try:
        tree = html.document_fromstring(text.encode(), parser=html.HTMLParser(encoding="utf-8"))
    except (etree.LxmlError, ValueError) as error:
        raise NotText("no HTML") from error
    if sum(1 for _element in tree.iter()) > ELEMENTS:
        raise NoArticle(_("More markup than any article has."))
    return tree


def _attributes(tag):
    """How many there are, whatever stands in their values: a picture may be written out in one."""
    return len(QUOTED.sub(" ", tag).split())
