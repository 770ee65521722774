"""From a tree and a level to a query of the engine's, and to what marking shall look for.

Results are nested: what a level finds, the wider ones find too. What is excluded is therefore excluded at every
level as the default level reads it, for otherwise a wider level would exclude more.
"""

from dataclasses import dataclass, field
from datetime import datetime, time, timedelta

from whoosh import query as ask

from articles.arabic.stopwords import STOPWORDS
from articles.models import Actor
from articles.search import ranking
from articles.search.analysis import asked
from articles.search.directory import directory
from articles.search.elements import elements
from articles.search.engine.queries import AtLeast, Near
from articles.search.engine.queries import Often as OftenEnough
from articles.search.engine.queries import Together as InOneUnit
from articles.search.syntax import (
    Bag,
    Both,
    Dated,
    Either,
    Field,
    Nothing,
    Often,
    Phrase,
    Together,
    Without,
    Word,
)
from articles.search.terms import Terms

DEFAULT = "stem"
PREFIXES = {"title": "title_", "lead": "lead_"}


@dataclass
class Plan:
    """A query for the engine, and what to tell and mark.

    `needed`: how many of how many plain words, when not all; `some`: a query for what has only some of them, where all
    are required without having been demanded; `names`: an actor's other names that were added;
    `words`: those that carry meaning, in their order, for the closer look.
    """

    wanted: object = None
    marks: list = field(default_factory=list)
    notices: list = field(default_factory=list)
    needed: tuple[int, int] | None = None
    some: object = None
    names: list = field(default_factory=list)
    words: list = field(default_factory=list)


def plan(read, level, finder, every_word=False):
    """The Plan of a Reading at a level; `finder` knows the archive's words."""
    planner = Planner(Terms(level, finder), every_word, read.is_question)
    made = planner.made
    made.wanted = planner.query_of(read.tree)
    made.notices += ["names"] if planner.terms.room.is_short else []
    is_all_plain = all(is_plain(part) for part in getattr(read.tree, "parts", (read.tree,)))
    made.some = ask.AndNot(made.some, made.wanted) if is_all_plain and made.some is not None else None
    return made


class Planner:
    """One method for each kind of node; each returns a query and notes its marks by the way."""

    def __init__(self, terms, every_word=True, is_question=False, made=None):
        self.terms, self.every_word, self.is_question = terms, every_word, is_question
        self.made = made or Plan()

    def query_of(self, node):
        return getattr(self, METHODS[type(node)])(node)

    def nothing(self, node):
        return ask.Every()

    def bag(self, node):
        plain = [part for part in node.parts if is_plain(part)]
        parts = [self.side_by_side(plain)] if plain else []
        parts += [self.query_of(part) for part in node.parts if not is_plain(part)]
        return all_of(parts)

    def word(self, node):
        if "*" in node.text:
            return self.shaped(node)
        if is_plain(node):
            return self.side_by_side([node])
        terms = self.terms.at("exact") if node.exact else self.terms
        [word, *_] = asked(node.text)
        if node.near:
            query, mark = terms.fuzzy(word, node.near)
        else:
            query, mark = terms.word(word), terms.mark(word)
        self.made.marks.append(mark)
        return query

    def shaped(self, node):
        terms = self.terms.at("exact") if node.exact else self.terms
        found = terms.shaped(node.text)
        if found is None:
            self.made.notices.append("wild")
            bare = node.text.replace("*", "")
            return self.side_by_side([Word(bare)]) if bare else ask.Every()
        spellings, is_cut = found
        self.made.notices += ["cut"] if is_cut else []
        query, mark = terms.any_of(node.text, spellings)
        self.made.marks.append(mark)
        return query

    def side_by_side(self, nodes):
        """Plain words: all of up to three as typed, else the stated minimum of those that carry meaning."""
        text = " ".join(node.text for node in nodes)
        words = asked(text)
        if not words:
            return ask.Every()
        meant = [word for word in words if word.surface not in STOPWORDS] or words
        queries = [self.terms.word(word) for word in meant]
        self.made.marks += [
            self.terms.mark(word, plain=True, typed=text[word.start : word.end]) for word in meant
        ]
        self.made.words += meant
        for first, end, alternatives, marks, names in self.terms.other_names(meant):
            queries[first:end] = [ask.Or([query, *alternatives]) for query in queries[first:end]]
            self.made.marks += marks
            self.made.names += names
        return all_of(queries) if self.every_word else self.enough_of(queries, len(words))

    def enough_of(self, queries, typed):
        """Queries of meaningful words, as many as `ranking` states; `typed` counts the others too."""
        least = ranking.least(len(queries), self.is_question)
        if least == len(queries):
            return all_of(queries)
        if typed <= ranking.ALL_OF and not self.is_question:
            self.made.some = AtLeast(queries, least)
            return all_of(queries)
        self.made.needed = least, len(queries)
        return AtLeast(queries, least)

    def phrase(self, node):
        terms = self.terms.at("exact") if node.exact else self.terms
        words = asked(" ".join(node.words))
        if len(words) == 1:
            query, mark = terms.word(words[0]), terms.mark(words[0])
        else:
            query, mark = terms.row(words, node.slop)
        self.made.words += words
        self.made.marks.append(mark)
        return self.or_other_names(terms, words, query)

    def or_other_names(self, terms, words, query):
        """A phrase that is an actor's name is answered by its other names too, at the wide level."""
        for first, end, alternatives, marks, names in terms.other_names(words):
            if (first, end) == (0, len(words)):
                self.made.marks += marks
                self.made.names += names
                return ask.Or([query, *alternatives])
        return query

    def both(self, node):
        return all_of([self.query_of(part) for part in node.parts])

    def either(self, node):
        return ask.Or([self.query_of(part) for part in node.parts])

    def without(self, node):
        excluding = Planner(Terms(DEFAULT, self.terms.finder, self.terms.prefix))
        query = ask.Not(excluding.query_of(node.part))
        self.made.notices += excluding.made.notices
        return query

    def field(self, node):
        if node.name in PREFIXES:
            terms = self.terms.within(PREFIXES[node.name])
            return Planner(terms, self.every_word, self.is_question, self.made).query_of(node.part)
        slugs = slugs_of(node.name, node.part)
        if slugs:
            return silent(ask.Or([ask.Term(node.name, slug) for slug in sorted(slugs)]))
        self.made.notices.append("unknown")
        return self.query_of(node.part)

    def dated(self, node):
        return silent(all_of(within(node.since, node.until)))

    def together(self, node):
        """What already stands together in itself does so in the text, too."""
        lines = [element.lines for element in self.elements(node)]
        if node.unit.isdigit():
            query = Near(self.terms.field, lines, int(node.unit))
        else:
            query = InOneUnit(self.terms.field, lines, node.unit)
        inner = [part for part in node.parts if isinstance(part, Together) or getattr(part, "slop", 0)]
        return all_of([query, *map(self.query_of, inner)])

    def elements(self, node):
        found = elements(node, self.terms)
        for element in found:
            self.made.marks += element.marks
            self.made.names += element.names
            self.made.notices += ["cut"] if element.is_cut else []
        return found

    def often(self, node):
        """Several words are each asked for so many times."""
        found = self.elements(node.part)
        return all_of([OftenEnough(self.terms.field, element.lines, node.times) for element in found])


METHODS = {
    Nothing: "nothing",
    Bag: "bag",
    Word: "word",
    Phrase: "phrase",
    Both: "both",
    Either: "either",
    Without: "without",
    Field: "field",
    Dated: "dated",
    Together: "together",
    Often: "often",
}


def is_plain(node):
    return isinstance(node, Word) and not node.exact and not node.near and "*" not in node.text


def texts_of(node):
    """The words of a node of any kind, signs left out."""
    if isinstance(node, (Word, Phrase)):
        return node.words if isinstance(node, Phrase) else (node.text.replace("*", ""),)
    inner = getattr(node, "parts", None) or (getattr(node, "part", None),)
    return tuple(text for part in inner if part is not None for text in texts_of(part))


def slugs_of(name, node):
    """The sources or actors that the words name; of alternatives all."""
    if isinstance(node, Either):
        return {slug for part in node.parts for slug in slugs_of(name, part)}
    words = [word.bare for word in asked(" ".join(texts_of(node)))]
    known = directory()
    if name in ("source", "origin"):
        return known.matching(known.sources, words)
    is_place = name == "place"
    slugs = known.matching(known.actors, words)
    return {slug for slug in slugs if (known.kinds[slug] == Actor.Kind.PLACE) == is_place}


def within(since, until):
    """Conditions that the whole of the stated date lies between two partial dates; either may be open."""
    conditions = []
    if since:
        conditions.append(ask.DateRange("published", datetime.combine(since.earliest(), time.min), None))
    if until:
        conditions.append(ask.DateRange("ends", None, datetime.combine(until.latest(), time.max)))
    return conditions


def newer_first(query, today):
    """The query with what `ranking.RECENT` adds to the newer of what it finds."""
    since = (datetime.combine(today - timedelta(days=days), time.min) for days in ranking.RECENT)
    spans = [ask.DateRange("published", day, None) for day in since]
    scored = zip(spans, ranking.RECENT.values(), strict=True)
    return ask.AndMaybe(query, ask.Or([ask.ConstantScoreQuery(span, added) for span, added in scored]))


def silent(query):
    """It restricts and does not score."""
    return ask.ConstantScoreQuery(query, 0.0)


def all_of(queries):
    queries = [query for query in queries if query is not None]
    return ask.And(queries) if len(queries) > 1 else queries[0]
