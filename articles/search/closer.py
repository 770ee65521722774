"""The closer look at the best of what was found; `ranking` says what it weighs."""

from dataclasses import replace

from articles.arabic.grams import grams
from articles.arabic.roots import root
from articles.search import ranking
from articles.search.engine.rescoring import rescored
from articles.search.layout import BEGINNINGS

MOST_WORDS = 24


def closer(finder, hits, made):
    """The engine's hits in a better order, for a plan; those beyond ranking.DEPTH keep their places behind."""
    best, rest = hits[: ranking.DEPTH], hits[ranking.DEPTH :]
    words = made.words[:MOST_WORDS]
    if not words or len(best) < 2:
        return hits
    scores = rescored(
        finder,
        best,
        terms_of(finder, words),
        pairs_of(words),
        early_of(words),
        ranking.REACH,
        BEGINNINGS,
        ranking.FADING,
    )
    again = [replace(hit, score=float(score)) for hit, score in zip(best, scores, strict=True)]
    return [*sorted(again, key=lambda hit: (-hit.score, hit.number)), *rest]


def terms_of(finder, words):
    """A gram or a root that several words share counts once."""
    for gram in dict.fromkeys(gram for word in words for gram in grams(word.surface)):
        for field, weight in (("grams", ranking.GRAMS), ("lead_grams", ranking.LEAD_GRAMS)):
            yield field, gram, weight * ranking.rarity_boost(finder, field, gram)
    for term in roots_of(words):
        yield "roots", term, ranking.ROOTS * ranking.rarity_boost(finder, "roots", term)


def pairs_of(words):
    """Each word with the next MEETING_WORDS."""
    for place, word in enumerate(words):
        for other in words[place + 1 : place + 1 + ranking.MEETING_WORDS]:
            if word.stem != other.stem:
                yield "roots", root(word.stem), root(other.stem), ranking.MEETINGS


def early_of(words):
    return [("roots", term, ranking.EARLY) for term in roots_of(words)]


def roots_of(words):
    return dict.fromkeys(root(word.stem) for word in words)
