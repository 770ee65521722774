"""The words that set one text apart from others on the same event."""

import math
from collections import Counter
from dataclasses import dataclass

from articles.arabic.analyzer import shipped_analyzer
from articles.arabic.sentences import sentence_at
from articles.arabic.stopwords import STOPWORDS

from .rarity import WORDS_AN_ARTICLE
from .terms import key
from .wording import without_and

# The prior weighs as much as this many words of text; a word must then stand out by so many standard deviations.
PRIOR_WORDS = 1000
LEAST = 0.6
MOST = 6


@dataclass(frozen=True)
class Distinct:
    word: str
    score: float
    sentence: str


def distinct_words(texts, rarity):
    """For each named text its most telling words against all the others: name → list of `Distinct`.

    Log-odds with an informative Dirichlet prior (Monroe, Colaresi, Quinn 2008): what is rare in the archive has to
    be said less often to stand out, and a chance difference of frequent words is discounted.
    """
    found = {name: _first_places(text) for name, text in texts.items()}
    everywhere = sum((counts for counts, _words in found.values()), Counter())
    answer = {}
    for name, (counts, words) in found.items():
        rest = everywhere - counts
        scores = sorted(((_score(stem, counts, rest, rarity), stem) for stem in counts), reverse=True)
        answer[name] = [
            Distinct(without_and(words[stem].surface), score, _sentence(texts[name], words[stem]))
            for score, stem in scores[:MOST]
            if score >= LEAST
        ]
    return answer


@dataclass(frozen=True)
class _Place:
    surface: str
    start: int


def _first_places(text):
    """How often each stem stands in a text, and where first."""
    counts, first = Counter(), {}
    for word in shipped_analyzer().words(text):
        if not word.part and len(word.stem) > 2 and word.surface not in STOPWORDS and not word.stem.isdigit():
            counts[word.stem] += 1
            first.setdefault(word.stem, _Place(text[word.start : word.end], word.start))
    return counts, first


def _sentence(text, place):
    start, end = sentence_at(text, place.start)
    return text[start:end]


def _score(stem, counts, rest, rarity):
    prior = PRIOR_WORDS * math.exp(-rarity[key(stem)]) / WORDS_AN_ARTICLE
    odds = [
        math.log((some[stem] + prior) / (some.total() + PRIOR_WORDS - some[stem] - prior))
        for some in (counts, rest)
    ]
    spread = 1 / (counts[stem] + prior) + 1 / (rest[stem] + prior)
    return (odds[0] - odds[1]) / math.sqrt(spread)
