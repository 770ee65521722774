"""The same documents found, with the same scores, as by Whoosh's own codec and searcher."""

from datetime import datetime

import pytest
from whoosh import query
from whoosh.query.spans import SpanFirst, SpanNear, SpanNear2, SpanOr

from articles.tests.search.engine.corpus import VOCABULARY, make_documents, make_index, make_whoosh_index

COMMON, MIDDLE, OTHER, RARE = VOCABULARY[0], VOCABULARY[4], VOCABULARY[9], VOCABULARY[-1]


def term(word, field="words", boost=1.0):
    return query.Term(field, word, boost=boost)


SCORED = [
    term(COMMON),
    term(RARE),
    term(MIDDLE, boost=2.5),
    term("لا", "stems"),
    term("ليس هنا"),
    term("lana", "source"),
    term("haftar", "actors"),
    query.And([term(COMMON), term(MIDDLE)]),
    query.And([term(COMMON), term(MIDDLE), term(OTHER)], boost=3.0),
    query.And([term(COMMON), query.Not(term(MIDDLE))]),
    query.Or([term(COMMON), term(RARE)]),
    query.Or([term(MIDDLE), term(RARE)], boost=0.5),
    query.Or([term(MIDDLE), term(MIDDLE[:2], "stems", boost=0.5)]),
    query.And([query.Or([term(COMMON), term(OTHER)]), query.Or([term(MIDDLE), term(RARE)])]),
    query.Not(term(COMMON)),
    query.AndNot(term(COMMON), term(MIDDLE)),
    query.AndMaybe(term(MIDDLE), term(RARE)),
    query.Otherwise(term("ليس هنا"), term(MIDDLE)),
    query.Phrase("words", [COMMON, MIDDLE]),
    query.Phrase("words", [COMMON, COMMON]),
    query.Phrase("words", [COMMON, MIDDLE, OTHER], slop=4, boost=2.0),
    query.Phrase("words", [COMMON, "ليس"]),
    SpanNear2([term(COMMON), term(MIDDLE)], slop=3, ordered=True),
    SpanNear2([term(COMMON), term(MIDDLE)], slop=2, ordered=False),
    SpanNear(term(MIDDLE), term(OTHER), slop=3),
    SpanOr([term(COMMON), term(MIDDLE)]),
    SpanFirst(term(MIDDLE), limit=3),
    query.Sequence([term(COMMON), term(MIDDLE)], slop=2),
    query.Every(),
    query.Every("actors"),
    query.Every("words", boost=2.0),
    query.ConstantScoreQuery(term(COMMON), 4.0),
    query.NumericRange("reads", 100, 200),
    query.NumericRange("reads", 100, 200, startexcl=True, endexcl=True),
    query.NumericRange("reads", None, 500, boost=2.0),
    query.DateRange("date", datetime(2012, 1, 1), datetime(2014, 6, 1)),
    query.DateRange("date", datetime(2012, 1, 1), None),
    query.NullQuery,
]
# Whoosh promises these a constant score and then adds up the scores of the terms, or not, by the size of the index.
UNSCORED = [
    query.Prefix("words", "طر"),
    query.Prefix("words", "ليس"),
    query.Wildcard("words", "ط*ب"),
    query.Wildcard("words", "?ر?"),
    query.Wildcard("words", "[طب]ر*"),
    query.Regex("words", "ط.[بق]"),
    query.FuzzyTerm("words", COMMON),
    query.FuzzyTerm("words", "طرببب", maxdist=2, prefixlength=0),
    query.TermRange("words", "بر", "سل"),
    query.TermRange("source", "lana", "wal", startexcl=True),
    query.TermRange("source", None, "lana", endexcl=True),
    query.Variations("words", COMMON),
]


@pytest.fixture(scope="module")
def indexes(tmp_path_factory):
    path = tmp_path_factory.mktemp("indexes")
    documents = make_documents(900)
    deleted = [f"n{number}" for number in range(0, 900, 10)]
    theirs = make_whoosh_index(path / "theirs", documents, deleted=deleted)
    ours = make_index(path / "ours", documents, deleted=deleted)
    return theirs, ours


def whoosh_finds(index, wanted):
    """{id: score} by Whoosh's searcher over any index."""
    with index.searcher() as searcher:
        results = searcher.search(wanted, limit=None)
        return {hit["id"]: pytest.approx(hit.score, rel=1e-6) for hit in results}


def we_find(index, wanted):
    found = index.finder().find(wanted, limit=10_000)
    assert found.total == len(found.hits)
    return {hit.stored["id"]: hit.score for hit in found.hits}


@pytest.mark.parametrize("wanted", SCORED, ids=repr)
def test_one_pass_gives_the_scores_of_whoosh(indexes, wanted):
    theirs, ours = indexes
    assert we_find(ours, wanted) == whoosh_finds(theirs, wanted)


@pytest.mark.parametrize("wanted", UNSCORED, ids=repr)
def test_one_pass_finds_what_whoosh_finds(indexes, wanted):
    theirs, ours = indexes
    assert set(we_find(ours, wanted)) == set(whoosh_finds(theirs, wanted))


@pytest.mark.parametrize("wanted", SCORED + UNSCORED, ids=repr)
def test_whoosh_finds_the_same_through_our_codec(indexes, wanted):
    theirs, ours = indexes
    assert whoosh_finds(ours, wanted) == whoosh_finds(theirs, wanted)


def test_required_words_filter_and_do_not_score(indexes):
    """Whoosh 2.7.4 makes the opposite of `Require`."""
    _, ours = indexes
    both = query.And([term(MIDDLE), query.ConstantScoreQuery(term(COMMON), 0.0)])
    assert we_find(ours, query.Require(term(MIDDLE), term(COMMON))) == we_find(ours, both)


def test_the_best_of_several_scores_counts(indexes):
    """Whoosh 2.7.4 takes the best of all that stand next, also of documents further on."""
    _, ours = indexes
    common, middle = we_find(ours, term(COMMON)), we_find(ours, term(MIDDLE))
    expected = {name: max(common.get(name, 0), middle.get(name, 0)) for name in common | middle}
    assert we_find(ours, query.DisjunctionMax([term(COMMON), term(MIDDLE)])) == pytest.approx(expected)


def test_terms_expanded_with_their_scores_add_up(indexes):
    _, ours = indexes
    wanted = query.Prefix("words", "طر", constantscore=False)
    words = [word for word in VOCABULARY if word.startswith("طر")]
    assert we_find(ours, wanted) == pytest.approx(we_find(ours, query.Or([term(word) for word in words])))


def test_coordination_rewards_documents_with_more_of_the_words(indexes):
    """Whoosh's formula; its matcher forgets it for the last documents, where only one word is left to come."""
    _, ours = indexes
    plain = we_find(ours, query.Or([term(MIDDLE), term(OTHER)]))
    both = we_find(ours, query.And([term(MIDDLE), term(OTHER)]))
    expected = {name: (score + (name in both) / (2 - 0.5) ** 2) / 2 for name, score in plain.items()}
    assert we_find(ours, query.Or([term(MIDDLE), term(OTHER)], scale=0.5)) == pytest.approx(expected)
