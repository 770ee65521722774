"""One analysis for index, query and marking: `words` for a text, `asked` for what is searched for.

A text is read in several views of the same words, from close to wide; all but `bare` are fields of the index:

    exact    as it is spelt, tashkeel and hamza included
    folded   one spelling for all spellings
    bare     without what is written onto a word: و ف ب ك ل ال
    stem     without endings too
"""

from whoosh.analysis import Analyzer as WhooshAnalyzer
from whoosh.analysis import Token

from articles.arabic.analyzer import Analyzer, shipped_analyzer
from articles.arabic.reading import Joined, readings
from articles.search import own_words

# The name of each view, and of the attribute of `articles.arabic.analyzer.Word` that has it.
VIEWS = {"exact": "exact", "folded": "surface", "bare": "bare", "stem": "stem"}


_used = {}


def use(edition):
    """From now on, read with this edition of the archive's own words; see `own_words`."""
    if _used.get("edition") != edition:
        _used.update(analyzer=_of(edition), edition=edition)


def _of(edition):
    if not edition:
        return shipped_analyzer()
    return Analyzer(own_words.lexicon(edition), own_words.protected(edition))


def forget():
    """To begin with the newest edition again."""
    _used.clear()


def analyzer():
    """That of the edition in use; unless told otherwise, of the newest."""
    if not _used:
        use(own_words.newest())
    return _used["analyzer"]


def edition():
    analyzer()
    return _used["edition"]


def version():
    """Changes with the rules of the analysis, its word lists and its lexicon; an index keeps that of its making."""
    return analyzer().version


def words(text):
    """The words of a text; the parts of a compound name stand at its position."""
    return analyzer().words(text)


def asked(text):
    """The words of a search, compound names whole."""
    return analyzer().asked(text)


def read(*texts):
    """Each text as an `articles.arabic.analyzer.Analysis`, all in one vocabulary."""
    return [analyzer().read(reading) for reading in readings(*texts)]


def read_together(texts):
    """Many texts as one Analysis of a `Joined` reading."""
    return analyzer().read(Joined(texts))


class ViewAnalyzer(WhooshAnalyzer):
    """A view as Whoosh takes it, for what Haystack analyses itself."""

    def __init__(self, view):
        self.view = view

    def __call__(self, value, positions=False, chars=False, keeporiginal=False, mode="", **kwargs):
        made = Token(positions, chars, removestops=False, mode=mode, **kwargs)
        for word in asked(value) if mode == "query" else words(value):
            made.text = getattr(word, VIEWS[self.view])
            made.pos, made.startchar, made.endchar = word.position, word.start, word.end
            made.stopped, made.boost = False, 1.0
            yield made
