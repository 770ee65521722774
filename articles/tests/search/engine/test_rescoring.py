"""The closer look adds the same to a document whatever segment it lies in."""

import numpy as np
import pytest
from whoosh import query

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
    added = rescored(finder, hits, terms, pairs) - np.array([hit.score for hit in hits])
    return {hit.stored["id"]: score for hit, score in zip(hits, added, strict=True)}


def test_every_segment_is_looked_at(tmp_path):
    whole = scores(tmp_path / "whole", 1)
    assert scores(tmp_path / "parted", 3) == pytest.approx(whole)
    assert sum(score > 0 for score in whole.values()) > 20
