"""What the measurements of an archive ask it for: the queries of `bench.search`, as a reader types them."""

import json
from itertools import islice

from django.utils.text import slugify

from bench.search_queries import WORD, Sample, make_queries

SAMPLE = 5_000
SHAPES = {
    "all": " ".join,
    "any": " أو ".join,
    "phrase": lambda words: f"«{' '.join(words)}»",
    "beginning": lambda words: f"{words[0]}*",
}


def sample_of(corpus):
    """A `Sample` of the corpus's first articles, their words as they are written."""
    sample = Sample()
    with open(corpus, encoding="utf-8") as lines:
        for document in map(json.loads, islice(lines, SAMPLE)):
            sample.add(WORD.findall(document["body"]), document["source"])
    return sample


def parameters(sample):
    """(class, what stands in the address of the search page) of every query."""
    for asked in make_queries(sample):
        source = {"source": slugify(asked.source)} if asked.source else {}
        yield asked.name, {"q": SHAPES[asked.how](asked.words)} | source
