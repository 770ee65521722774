"""A corpus of any size out of real articles.

    python -m bench.make_corpus real.jsonl.gz more.jsonl --n 1000000 --out corpus.jsonl

Input: JSONL, plain or gzipped, with `title`, `source`, `date` and `body`; output: the same with `id` and `actors`.
The real articles come first. A further one has as many sentences as some real article, but no fewer than three, each
with equal chance its own or one of another article of the same source, three to a paragraph; its title begins as one
real title and ends as another. No text comes twice. Vocabulary grows as Heaps' law says it would (V = K · N^b, fitted
on the real articles): where it lags, rare words are re-used with one letter changed. Dates are spread over fifteen
years, and one to five of 500 actors are named, as unevenly as Zipf has it. What such a text does not have is one topic
throughout; conjunctions and phrases are therefore only about as rare as in life.
"""

import argparse
import gzip
import json
import random
import re
from collections import Counter
from datetime import date, timedelta
from itertools import chain, islice
from math import log

SENTENCE = re.compile(r"(?<=[.!؟?\n])\s+")
LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"
FIRST_DAY, DAYS = date(2011, 2, 17), 15 * 365
ACTORS = 500
RARE = 2
IN_PARAGRAPH = 3
FEWEST = 3


def read(paths):
    """The articles of all files, one after the other."""
    for path in paths:
        with (gzip.open if path.endswith(".gz") else open)(path, "rt", encoding="utf-8") as lines:
            yield from map(json.loads, lines)


def derive(articles, number, seed=1):
    """So many articles as dicts, the given ones first; the same for the same seed.

    >>> [article["id"] for article in derive(real, 3)]
    ['1', '2', '3']
    """
    chance = random.Random(seed)
    articles = list(islice(articles, number))
    growth = Growth([article["body"] for article in articles])
    for identity, article in enumerate(islice(_texts(articles, growth, chance), number), 1):
        yield {
            "id": str(identity),
            "title": article["title"],
            "source": article["source"],
            "date": (FIRST_DAY + timedelta(days=chance.randrange(DAYS))).isoformat(),
            "body": article["body"],
            "actors": _actors(chance),
        }


def _texts(articles, growth, chance):
    """Without end; those seen before are left out."""
    seen = set()
    for article in chain(_real(articles), _mixed(articles, growth, chance)):
        known = len(seen)
        seen.add(hash(article["body"]))
        if len(seen) > known:
            yield article


def _real(articles):
    return (article | {"body": body(SENTENCE.split(article["body"]))} for article in articles)


def _mixed(articles, growth, chance):
    sentences = [SENTENCE.split(article["body"]) for article in articles]
    by_source = {}
    for place, article in enumerate(articles):
        by_source.setdefault(article["source"], []).append(place)
    while True:
        place = chance.randrange(len(articles))
        others = by_source[articles[place]["source"]]
        own = sentences[place] + [None] * (FEWEST - len(sentences[place]))
        mixed = [
            sentence
            if sentence and chance.random() < 0.5
            else chance.choice(sentences[chance.choice(others)])
            for sentence in own
        ]
        titles = articles[place]["title"], articles[chance.choice(others)]["title"]
        made = {"title": _joined(*titles), "body": body([growth.grown(text, chance) for text in mixed])}
        yield articles[place] | made


def _joined(one, other):
    """The first half of one title and the second of the other."""
    one, other = one.split(), other.split()
    return " ".join(one[: (len(one) + 1) // 2] + other[len(other) // 2 :])


def body(sentences):
    paragraphs = range(0, len(sentences), IN_PARAGRAPH)
    return "\n\n".join(" ".join(sentences[begin : begin + IN_PARAGRAPH]) for begin in paragraphs)


def _actors(chance):
    ranks = {min(ACTORS, int(chance.paretovariate(1))) for _ in range(chance.randint(1, 5))}
    return sorted(f"actor-{rank}" for rank in ranks)


class Growth:
    """Keeps the number of different words on the curve of the real texts."""

    def __init__(self, texts):
        self.frequencies = Counter()
        halfway = None
        for place, text in enumerate(texts):
            if place == len(texts) // 2:
                halfway = self.frequencies.total(), len(self.frequencies)
            self.frequencies.update(text.split())
        self.words, self.known = self.frequencies.total(), set(self.frequencies)
        vocabulary = len(self.known)
        self.exponent = log(vocabulary / halfway[1]) / log(self.words / halfway[0])
        self.factor = vocabulary / self.words**self.exponent

    def wanted(self):
        """How many different words a text of that length has."""
        return self.factor * self.words**self.exponent

    def grown(self, text, chance):
        """The text, with rare words made new ones where the vocabulary lags behind."""
        words = text.split()
        self.words += len(words)
        missing = int(self.wanted() - len(self.known))
        for place, word in enumerate(words if missing > 0 else ()):
            if missing > 0 and len(word) > 3 and self.frequencies[word] <= RARE:
                letter = chance.randrange(1, len(word) - 1)
                words[place] = word[:letter] + chance.choice(LETTERS) + word[letter + 1 :]
                self.known.add(words[place])
                missing -= 1
        return " ".join(words)


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("paths", nargs="+")
    parser.add_argument("--n", type=int, required=True)
    parser.add_argument("--out", required=True)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    with open(options.out, "w", encoding="utf-8") as out:
        for article in derive(read(options.paths), options.n, options.seed):
            out.write(json.dumps(article, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
