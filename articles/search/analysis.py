"""One analysis for index, query and marking.

A text is read in several views of the same words, each a field of the index:

    exact    as it is spelt, tashkeel and hamza included
    folded   one spelling for all spellings
"""

from functools import lru_cache

from whoosh.analysis import Analyzer
from whoosh.analysis import Token as WhooshToken

from articles.arabic.normalizer import exact, fold
from articles.arabic.tokenizer import tokens

VIEWS = {"exact": exact, "folded": fold}


@lru_cache(maxsize=1 << 17)
def term(view, word):
    """The word as the view has it: ``term("folded", "أُمّة")`` → ``"امه"``."""
    return VIEWS[view](word)


def terms(view, text):
    return [term(view, token.surface) for token in tokens(text)]


def views(text):
    """The words of a text in each view, the text read once: ``{"exact": [...], "folded": [...]}``."""
    surfaces = [token.surface for token in tokens(text)]
    return {view: [term(view, surface) for surface in surfaces] for view in VIEWS}


class ViewAnalyzer(Analyzer):
    """A view as Whoosh takes it."""

    def __init__(self, view):
        self.view = view

    def __call__(self, value, positions=False, chars=False, keeporiginal=False, mode="", **kwargs):
        made = WhooshToken(positions, chars, removestops=False, mode=mode, **kwargs)
        for place, token in enumerate(tokens(value)):
            made.text = term(self.view, token.surface)
            made.pos, made.startchar, made.endchar = place, token.start, token.end
            made.stopped, made.boost = False, 1.0
            yield made
