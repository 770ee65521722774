"""What the benchmark of search asks, what an answer is, and the one marking of hits that all engines share."""

import random
import re
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from articles.arabic.normalizer import fold

WORD = re.compile(r"\w+")
PASSAGE = 200
PASSAGES = 3
HITS = 20
PAIRS = 500
FACETS = {"source": 10, "actors": 10, "year": 20}
STEADY = 1_000
STEADILY = f"about {STEADY:,} matches"


@dataclass(frozen=True)
class Asked:
    """One query. `how` is all, any, phrase or beginning; `source` narrows to one source."""

    name: str
    how: str
    words: tuple
    source: str = ""

    def wants(self):
        """A function that says of a folded word whether it is to be marked."""
        if self.how == "beginning":
            return lambda word: word.startswith(self.words)
        return frozenset(self.words).__contains__


class Sample:
    """What words, pairs of neighbours and sources the first documents of a corpus have, and in how many."""

    def __init__(self):
        self.documents = 0
        self.words, self.pairs, self.sources = Counter(), Counter(), Counter()

    def add(self, words, source):
        self.documents += 1
        self.words.update(set(words))
        self.pairs.update(set(pairwise(words)))
        self.sources[source] += 1

    def near(self, share):
        """The words that about this share of the documents has, in order of the alphabet."""
        least, most = 0.7 * share * self.documents, 1.4 * share * self.documents
        return sorted(word for word, n in self.words.items() if least < n < most and len(word) > 2)


@dataclass(frozen=True)
class Answer:
    """Total, numbers of the hits, [(value, count)] of each facet and [(month, count)]; an engine's own order."""

    total: int
    hits: tuple
    facets: dict
    histogram: list

    def outline(self):
        """What has to be alike whichever engine answers: how much there is of everything.

        Not what it is called, for engines write months in their own ways and cut off ties where they like.
        """
        counted = self.facets | {"month": self.histogram}
        counts = {name: sorted(count for _, count in values) for name, values in counted.items()}
        return {"total": self.total, "hits": len(self.hits)} | counts


@lru_cache(1 << 18)
def folded(word):
    return fold(word)


def words_of(text):
    """The folded words of a text; every engine indexes these and nothing else."""
    return [folded(word) for word in WORD.findall(text)]


def marked(text, wants):
    """Up to three passages with the wanted words between asterisks.

    >>> marked("قال حفتر أمس", {"حفتر"}.__contains__)
    ['قال *حفتر* أمس']
    """
    passages, last = [], -PASSAGE
    for match in WORD.finditer(text):
        if match.start() - last >= PASSAGE and wants(folded(match[0])):
            last = max(0, match.start() - PASSAGE // 2)
            passages.append(_mark(text[last : last + PASSAGE], wants))
            if len(passages) == PASSAGES:
                break
    return passages


def _mark(passage, wants):
    return WORD.sub(lambda match: f"*{match[0]}*" if wants(folded(match[0])) else match[0], passage)


def make_queries(sample, each=6, seed=1):
    """Queries of each class, their words picked by how many of the documents have them."""
    chance = random.Random(seed)
    common, tenth, twentieth, rare = (
        [chance.choice(near) for _ in range(each)] for near in map(sample.near, (0.6, 0.1, 0.05, 0.01))
    )
    made = [Asked("one word, 60 %", "all", (word,)) for word in common]
    made += [Asked("one word, 10 %", "all", (word,)) for word in tenth]
    made += [Asked("one word, 1 %", "all", (word,)) for word in rare]
    made += [Asked("two words, both", "all", pair) for pair in zip(tenth, twentieth, strict=True)]
    made += [Asked("three words, any", "any", three) for three in zip(tenth, twentieth, rare, strict=True)]
    often = [pair for pair, _ in sample.pairs.most_common(PAIRS)]
    made += [Asked("a phrase", "phrase", chance.choice(often)) for _ in range(each)]
    made += [Asked("a beginning", "beginning", (word[:3],)) for word in tenth]
    return made + [
        Asked("one source", "all", (word,), sample.sources.most_common(1)[0][0]) for word in common
    ]


def steady_queries(sample, documents, each=6, seed=1):
    """Words with about `STEADY` matches among so many documents: the same work, however large the archive."""
    near = sample.near(STEADY / documents)
    chance = random.Random(seed)
    return [Asked(STEADILY, "all", (word,)) for word in chance.sample(near, min(each, len(near)))]
