"""Each name of Whoosh's inner modules on which the engine leans, so that another Whoosh says at once what it lacks."""

import pytest

from articles.search.engine import whoosh_parts

USED = {
    "Automata": ["terms_within"],
    "BM25F": [],
    "BitColumn": ["default_value"],
    "Codec": ["terms_reader", "per_document_reader", "per_document_writer", "field_writer", "new_segment"],
    "ColumnReader": ["sort_key", "set_reverse"],
    "DATETIME": ["prepare_datetime", "to_column_value"],
    "FieldCursor": ["first", "find", "next"],
    "FieldWriter": ["start_field", "start_term", "add", "finish_term"],
    "FileIndex": ["lock", "latest_generation", "reader", "searcher", "writer"],
    "FileStorage": ["_fpath", "list", "rename_file", "lock"],
    "IndexWriter": ["update_document", "delete_by_query", "__exit__"],
    "LeafMatcher": ["supports", "spans", "score"],
    "MultiReader": ["leaf_readers"],
    "NUMERIC": ["to_bytes", "index"],
    "NumericColumn": ["default_value"],
    "PerDocumentReader": ["all_doc_ids"],
    "PerDocumentWriter": ["start_doc", "add_column_value"],
    "Positions": ["encode", "decode_positions", "decode_frequency"],
    "QueryParser": ["parse", "add_plugins"],
    "Searcher": ["leaf_searchers", "context"],
    "Segment": ["segment_id", "make_filename", "index_name"],
    "TOC": ["_filename", "_pattern", "create", "read", "write"],
    "TermInfo": ["weight", "doc_frequency"],
    "TermsReader": ["matcher"],
}
QUERIES = {
    "And": ["subqueries"],
    "AndMaybe": ["a", "b"],
    "AndNot": ["a", "b"],
    "ConstantScoreQuery": ["child", "score"],
    "DisjunctionMax": ["subqueries"],
    "Every": ["fieldname", "boost"],
    "FuzzyTerm": ["text", "maxdist", "prefixlength", "constantscore"],
    "Not": ["query"],
    "Or": ["subqueries", "scale", "boost"],
    "Otherwise": ["a", "b"],
    "Phrase": ["words", "slop", "boost"],
    "Prefix": ["text", "constantscore"],
    "Require": ["a", "b"],
    "Sequence": ["subqueries", "slop", "ordered"],
    "Term": ["fieldname", "text", "boost"],
    "TermRange": ["start", "end", "startexcl", "endexcl", "constantscore"],
    "Wildcard": ["text", "constantscore"],
}
WORD, OTHER = whoosh_parts.query.Term("words", "a"), whoosh_parts.query.Term("words", "b")
MADE = {
    "ConstantScoreQuery": (WORD,),
    "Every": ("words",),
    "Not": (WORD,),
    "Phrase": ("words", ["a", "b"]),
    "TermRange": ("words", "a", "b"),
} | dict.fromkeys(["And", "DisjunctionMax", "Or", "Sequence"], ([WORD, OTHER],))
BINARY = {"AndMaybe", "AndNot", "Otherwise", "Require"}


@pytest.mark.parametrize("name", whoosh_parts.__all__)
def test_every_part_is_there(name):
    assert hasattr(whoosh_parts, name)


@pytest.mark.parametrize("name", USED)
def test_a_part_does_what_is_asked_of_it(name):
    part = getattr(whoosh_parts, name)
    assert [method for method in USED[name] if not hasattr(part, method)] == []


@pytest.mark.parametrize("name", QUERIES)
def test_a_query_says_what_it_holds(name):
    arguments = MADE.get(name, (WORD, OTHER) if name in BINARY else ("words", "a"))
    made = getattr(whoosh_parts.query, name)(*arguments)
    assert [attribute for attribute in QUERIES[name] if not hasattr(made, attribute)] == []


def test_the_formula_has_its_constants():
    weighting = whoosh_parts.BM25F(B=0.5, K1=1.1, words_B=0.9)
    assert (weighting.B, weighting.K1, weighting._field_B) == (0.5, 1.1, {"words": 0.9})


def test_ranges_of_numbers_are_put_together_by_whoosh():
    assert hasattr(whoosh_parts.query.NumericRange, "_compile_query")
    assert hasattr(whoosh_parts.query.MultiTerm, "_btexts")
