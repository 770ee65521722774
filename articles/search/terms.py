"""A word, a pattern or a row of words as a query of the engine's, and as what to mark, at one level."""

from whoosh import query as ask

from articles.arabic.confusions import consonants_apart, respelt
from articles.arabic.normalizer import exact, fold
from articles.search import ranking
from articles.search.analysis import VIEWS, asked
from articles.search.asking import VIEW, Asked, Row
from articles.search.directory import directory
from articles.search.engine.queries import Near
from articles.search.engine.queries import Row as Line
from articles.search.ranking import rarity_boost

# Letters of a word that another may come close to: by a usual mistake in a name, by any letter, by any two.
SHORTEST_RESPELT, SHORTEST_NEAR, SHORTEST_FAR = 4, 5, 8
MOST_CONSONANTS_APART = 2  # one exchanged for another, of the words two letters away
NEAR_WORDS = 4
LITTLE_KNOWN, MUCH_RARER = 2, 10  # articles that have a word, times
LEAST_LETTERS = 2  # beside the article, of a word with a * in it: «ال*» would be a third of all words
ARTICLE = "ال"
MOST_SHAPED = 300  # words that one with a * in it stands for, the commonest
MOST_OTHER_NAMES = 40  # of the actors that one word or phrase names
MOST_NAMES = 120  # of a whole search


class Room:
    """How many other names a search may still be widened by, and whether there were more."""

    def __init__(self):
        self.left, self.is_short = MOST_NAMES, False

    def take(self, names):
        kept = names[: min(MOST_OTHER_NAMES, self.left)]
        self.left -= len(kept)
        self.is_short |= not self.left and len(kept) < len(names)
        return kept


class Terms:
    """`prefix` is that of the fields asked: ``""`` for the whole text, ``"title_"``, ``"lead_"``."""

    def __init__(self, level, finder, prefix="", room=None):
        self.level, self.finder, self.prefix, self.room = level, finder, prefix, room or Room()
        self._near = {}

    def at(self, level):
        return Terms(level, self.finder, self.prefix, self.room)

    def within(self, prefix):
        return Terms(self.level, self.finder, prefix, self.room)

    @property
    def field(self):
        """The field whose terms decide what this level finds."""
        return self.prefix + VIEW[self.level]

    def term(self, word):
        return getattr(word, VIEWS[VIEW[self.level]])

    def weights(self):
        """Fields and what they add; a field asked by its prefix is alone."""
        if self.prefix:
            return [(self.field, ranking.WORD)]
        return [(name, weight) for name, weight in ranking.fields(self.level).items() if weight]

    def word(self, word):
        """The query of a word of `analysis.asked`."""
        parts = [
            ask.Term(name, term, boost=weight * rarity_boost(self.finder, name, term))
            for name, weight in self.weights()
            for term in [getattr(word, VIEWS[name.rsplit("_", 1)[-1]])]
        ]
        near = [
            ask.Term(f"{self.prefix}folded", spelling, boost=ranking.NEAR_SPELLING)
            for spelling in self.near(word)
        ]
        if self.level == "wide" and not self.prefix:
            near.append(ask.Term("names", word.surface, boost=ranking.OTHER_NAMES))
        return ask.Or(parts + near)

    def near(self, word):
        """Folded spellings of the archive that come close, for the wide level, the likeliest first."""
        surface = word.surface
        if self.level != "wide" or len(surface) < SHORTEST_RESPELT or not surface.isalpha():
            return []
        if surface not in self._near:
            self._near[surface] = self.close_to(word, surface)
        return self._near[surface]

    def close_to(self, word, surface):
        found = self.respelt(word)
        # The letters of the article are no beginning by which words are told apart.
        head = 1 + (len(ARTICLE) if surface.startswith(ARTICLE) else 0)
        other = self.spellings(surface, 1, head) if len(surface) >= SHORTEST_NEAR else []
        other += self.far(surface, head + 1) if len(word.bare) >= SHORTEST_FAR else []
        found += filter(self.rarer_than(surface), other)
        return list(dict.fromkeys(found))[: 2 * NEAR_WORDS]

    def rarer_than(self, surface):
        """Whether a spelling is a slip for a word, and no other that is well known: not «الطبيبة» for «الدبيبة»."""
        own = self.finder.frequency("folded", surface)

        def is_slip(other):
            is_rare = self.finder.frequency("folded", other) * MUCH_RARER <= own
            return own <= LITTLE_KNOWN or is_rare or not consonants_apart(surface, other)

        return is_slip

    def respelt(self, word):
        """By a mistake of the usual kinds; a short word only if it is of an actor's name before or after."""
        spelt = {spelling: self.finder.frequency("folded", spelling) for spelling in respelt(word.surface)}
        found = sorted(filter(spelt.get, spelt), key=spelt.get, reverse=True)
        if len(word.surface) < SHORTEST_NEAR:
            names = directory().words
            found = found if word.bare in names else [spelling for spelling in found if spelling in names]
        return found[:NEAR_WORDS]

    def far(self, surface, head):
        """Two letters away, but with nearly all its consonants: a foreign name in another's ear."""
        found = self.spellings(surface, 2, head)
        return [other for other in found if consonants_apart(surface, other) <= MOST_CONSONANTS_APART]

    def spellings(self, surface, letters, head=1):
        """Those of the archive that differ by so many letters behind the first `head`."""
        found = self.finder.suggest(
            "folded", surface, furthest=letters, head=head, limit=NEAR_WORDS * letters + 1
        )
        return [spelling for spelling, _ in found if spelling != surface]

    def mark(self, word, **fields):
        return Asked.of(word, self.level, near=frozenset(self.near(word)), **fields)

    def fuzzy(self, word, letters):
        """A word of which so many letters may differ."""
        near = self.spellings(word.surface, letters)
        parts = [ask.Term(f"{self.prefix}folded", spelling) for spelling in near]
        return ask.Or([self.word(word), *parts]), Asked.of(word, self.level, near=frozenset(near))

    def shaped(self, text):
        """(spellings, whether there are more) of a word with ``*`` in it; None if too few of its letters are given.

        The spellings are of the view "exact" at that level, else of "folded". Which are the commonest is decided in
        the latter, so that no level has a word that a wider one lacks.
        """
        if len(fold(text).replace("*", "").removeprefix(ARTICLE)) < LEAST_LETTERS:
            return None
        found = self.finder.matching(f"{self.prefix}folded", fold(text), MOST_SHAPED + 1)
        kept = frozenset(spelling for spelling, _ in found[:MOST_SHAPED])
        if self.level == "exact":
            exactly = self.finder.matching(f"{self.prefix}exact", exact(text), 2 * MOST_SHAPED)
            kept = frozenset(spelling for spelling, _ in exactly if fold(spelling) in kept)
        return kept, len(found) > MOST_SHAPED

    def any_of(self, text, spellings):
        """What `shaped` found for a text, as a query that scores every spelling alike, and as a mark."""
        view = self.shaped_view
        terms = [ask.Term(self.prefix + view, spelling) for spelling in sorted(spellings)]
        return ask.ConstantScoreQuery(ask.Or(terms), 1.0), Asked(text, shaped={view: spellings})

    @property
    def shaped_view(self):
        return "exact" if self.level == "exact" else "folded"

    def row(self, words, slop=0):
        """Words in this order, or with some slop within so many words of each other."""
        terms = [self.term(word) for word in words]
        mark = Row(tuple(self.mark(word) for word in words), slop + 1, ordered=not slop)
        if slop:
            return Near(self.field, terms, slop + len(words) - 1), mark
        return ask.Phrase(self.field, terms), mark

    def called(self, words):
        """At the wide level, the stretches of the words that name actors, and what else these are called.

        Yields (first, end, slugs, [(name, its words)]).
        """
        if self.level != "wide":
            return
        known = directory()
        for first, end, slugs in known.named([word.bare for word in words]):
            names = self.room.take([name for slug in sorted(slugs) for name in known.names[slug]])
            yield first, end, sorted(slugs), [(name, found) for name in names if (found := asked(name))]

    def other_names(self, words):
        """The same as (first, end, queries, marks, names); who is named answers too, however that is written."""
        for first, end, slugs, names in self.called(words):
            queries = [self.other_name(found) for _, found in names]
            queries += [
                ask.Term(directory().field_of(slug), slug, boost=ranking.OTHER_NAMES) for slug in slugs
            ]
            yield (
                first,
                end,
                queries,
                [self.name_row(found) for _, found in names],
                [name for name, _ in names],
            )

    def other_name(self, words):
        line = self.name_line(words)
        if len(words) == 1:
            return ask.Term(line.field, line.words[0], boost=ranking.OTHER_NAMES)
        return ask.Phrase(line.field, list(line.words), boost=ranking.OTHER_NAMES)

    def name_line(self, words):
        """A name of one word in all its forms, a longer one as it is."""
        if len(words) == 1:
            return Line(self.field, (self.term(words[0]),))
        return Line(f"{self.prefix}folded", tuple(word.surface for word in words))

    def name_row(self, words):
        return Row(tuple(Asked.of(word, "stem") for word in words), widest="wide")
