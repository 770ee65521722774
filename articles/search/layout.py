"""The words of many articles laid out in the text fields of the index, all of them at once.

    laid_out([("انتخابات ليبيا", "", "قال المبعوث …"), …])["title_stem"]   -> Texts of the titles

What is done to one article after the other costs a dozen calls of NumPy for each field of each; done to hundreds side
by side, next to nothing.
"""

from operator import itemgetter
from types import MappingProxyType

import numpy as np

from articles.arabic.analyzer import FORMS
from articles.arabic.grams import Grams
from articles.arabic.roots import root
from articles.search.analysis import VIEWS, read_together
from articles.search.engine import Texts

INDEXED = ("exact", "folded", "stem")
ROOTS = "roots"
# How a word of an analysis is spelt in each view, and its root.
SPELLING = {view: itemgetter(FORMS.index(VIEWS[view])) for view in INDEXED}
SPELLING[ROOTS] = lambda forms: root(SPELLING["stem"](forms))
IS_SPELT = {
    view: lambda forms, spelling=spelling: bool(spelling(forms)) for view, spelling in SPELLING.items()
}
PARTS = TITLE, STANDFIRST, BODY = range(3)
# Positions at which title, standfirst and body begin: far apart, so that no phrase reaches from one into the other.
BEGINNINGS = (0, 1000, 2000)
GAP = 100  # behind a part that is longer than that
OPENING = 20  # words of the body that belong to the lead
UNITS = ("sentences", "paragraphs")
ALL = slice(None)


def laid_out(articles):
    """{field: Texts} of articles, each given as (title, standfirst, body)."""
    words = _Words(articles)
    is_title, is_standfirst, is_body = (words.parts == part for part in PARTS)
    opening = is_body & (words.places < OPENING)
    paragraph = is_body & (words.ends <= _ends_of_paragraphs(articles)[words.articles])
    whole, lead = words.beginnings(PARTS), words.beginnings((STANDFIRST, BODY))
    return {
        "grams": words.grams(ALL),
        "lead_grams": words.grams(is_title | is_standfirst | opening),
        **words.fields("", ALL, whole, words.units(whole)),
        **words.fields("", ALL, whole, views=(ROOTS,)),
        **words.fields("title_", is_title, words.beginnings((TITLE,))),
        **words.fields("lead_", is_standfirst | paragraph, lead),
    }


def _ends_of_paragraphs(articles):
    """Where the first paragraph of each body ends."""
    ends = (body.find("\n\n") if "\n\n" in body else len(body) for _, _, body in articles)
    return np.fromiter(ends, "i8", len(articles))


class _Words:
    """All words of articles: `numbers`, of which of the `articles` and PARTS each is, and its place and end therein."""

    def __init__(self, articles):
        texts = [text for article in articles for text in article]
        self.count, self.analysis = len(articles), read_together(texts)
        self.numbers, self.vocabulary = self.analysis.numbers, self.analysis.words
        self._reading = self.analysis.reading
        self._texts = self._reading.texts_at(self.analysis.starts)
        self.articles, self.parts = np.divmod(self._texts, len(PARTS))
        counts = np.bincount(self._texts, minlength=len(texts))
        firsts = np.cumsum(counts) - counts
        self.places = np.arange(len(self._texts)) - firsts[self._texts]
        self.ends = self.analysis.ends - self._reading.begins[self._texts]
        # The analysis counts positions through all the texts; here each text counts its own.
        self._zeros = np.append(self.analysis.positions, 0)[firsts].astype("i8")
        self._positions = self.analysis.positions - self._zeros[self._texts]
        self._lasts = np.zeros(len(texts), "i8")
        self._lasts[counts > 0] = self._positions[(firsts + counts - 1)[counts > 0]]

    def beginnings(self, parts):
        """The positions at which these parts of each article begin when they stand one behind the other, by text."""
        lasts, begin, end = self._lasts.reshape(-1, len(PARTS)), np.zeros((self.count, len(PARTS)), "i8"), 0
        for least, part in zip(BEGINNINGS, parts, strict=False):
            begin[:, part] = np.maximum(least, end)
            end = begin[:, part] + lasts[:, part] + GAP
        return begin.ravel()

    def units(self, beginnings):
        """Where sentences and paragraphs begin, as `Texts` has it."""
        return {unit: self._unit(getattr(self._reading, unit), beginnings) for unit in UNITS}

    def _unit(self, tokens, beginnings):
        texts = self._reading.texts_at(self._reading.starts[tokens])
        positions = self.analysis.positions_of(tokens) - self._zeros[texts] + beginnings[texts]
        return np.bincount(texts // len(PARTS), minlength=self.count), positions

    def grams(self, chosen):
        """The runs of letters of the chosen words."""
        runs = self.vocabulary.kept(Grams, SPELLING["folded"])
        counts, grams = runs.of(self.numbers[chosen])
        by_article = np.bincount(self.articles[chosen], counts, self.count).astype("i8")
        return Texts(grams, by_article, runs.terms)

    def fields(self, prefix, chosen, beginnings, units=MappingProxyType({}), views=INDEXED):
        """The chosen words in each view, the parts of an article from these beginnings on."""
        texts, numbers = self._texts[chosen], self.numbers[chosen]
        spread = self.articles[chosen], numbers, beginnings[texts] + self._positions[chosen]
        return {f"{prefix}{view}": Texts(**self._spelt(view, *spread), **units) for view in views}

    def _spelt(self, view, articles, numbers, positions):
        """The parts of a name that is written as one word have no spelling of their own."""
        there = self.vocabulary.column(IS_SPELT[view], bool)[numbers]
        return {
            "words": numbers[there],
            "counts": np.bincount(articles[there], minlength=self.count),
            "terms": self.vocabulary.column(SPELLING[view]),
            "positions": positions[there],
        }
