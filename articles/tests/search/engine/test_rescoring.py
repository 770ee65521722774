"""The closer look adds the same to a document whatever segment it lies in."""

import numpy as np
import pytest
from whoosh import query
from whoosh.fields import ID, TEXT, Schema

from articles.search.engine import Text, create
from articles.search.engine.rescoring import rescored
from articles.tests.search.engine.corpus import VOCABULARY, make_documents, make_index

DOCUMENTS = make_documents(60)
FOUND = query.Term("words", VOCABULARY[0])


def scores(folder, batches):
    """What is added to each of the documents found, by its id; terms and pairs are given as they are made."""
    finder = make_index(folder / "index", DOCUMENTS, batches=batches).finder()
    hits = finder.find(FOUND, limit=60).hits
    terms = (("stems", stem, 1.0) for stem in ("طر", "بل"))
    pairs = (("words", one, other, 1.0) for one, other in [(VOCABULARY[0], VOCABULARY[1])])
    early = [("words", VOCABULARY[1], 1.0)]
    added = rescored(finder, hits, terms, pairs, early) - np.array([hit.score for hit in hits])
    return {hit.stored["id"]: score for hit, score in zip(hits, added, strict=True)}


def test_every_segment_is_looked_at(tmp_path):
    whole = scores(tmp_path / "whole", 1)
    assert scores(tmp_path / "parted", 3) == pytest.approx(whole)
    assert sum(score > 0 for score in whole.values()) > 20


def test_a_word_counts_the_more_the_nearer_it_stands_to_a_beginning(tmp_path):
    schema = Schema(id=ID(stored=True, unique=True), words=TEXT(phrase=True))
    index = create(str(tmp_path / "index"), schema)
    with index.writer() as writer:
        for number, positions in {
            "first": [0, 7],
            "later": [60],
            "of the body": [100],
            "no such word": [],
        }.items():
            words = [*("word" for _ in positions), "all"]
            writer.add_document(id=number, words=Text(words, [*positions, 200]))
    finder = index.finder()
    hits = finder.find(query.Term("words", "all")).hits
    added = rescored(finder, hits, [], early=[("words", "word", 1.0)], beginnings=(0, 100), fading=60)
    added -= np.array([hit.score for hit in hits])
    rarity = np.log(1 + 1.5 / 3.5)
    wanted = {"first": 1, "later": np.exp(-1), "of the body": 1, "no such word": 0}
    found = {hit.stored["id"]: score for hit, score in zip(hits, added, strict=True)}
    assert found == pytest.approx({number: part * rarity for number, part in wanted.items()})
