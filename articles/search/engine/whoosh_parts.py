"""Each thing of Whoosh that the engine touches; no other module of the engine imports from Whoosh.

Whoosh 2.7.4 will see no further release, and its forks move these names about: when one moves, this is the file to
change, and `tests/search/engine/test_whoosh_parts.py` is what says so. Nothing of `whoosh.compat` is used.
With whoosh3 3.54.0 the tests of these names, of writing, and against the stock searcher pass, too:

    pip install --target DIR --no-deps whoosh3
    PYTHONPATH=DIR pytest articles/tests/search/engine/test_w*.py articles/tests/search/engine/test_against_whoosh.py
"""

from whoosh import query
from whoosh.analysis import IDTokenizer, Token
from whoosh.codec.base import (
    Automata,
    Codec,
    FieldCursor,
    FieldWriter,
    PerDocumentReader,
    PerDocumentWriter,
    Segment,
    TermsReader,
)
from whoosh.columns import BitColumn, ColumnReader, EmptyColumnReader, NumericColumn
from whoosh.fields import DATETIME, KEYWORD, NUMERIC, Schema
from whoosh.filedb.filestore import FileStorage
from whoosh.formats import Existence, Frequency, Positions
from whoosh.highlight import ContextFragmenter, highlight
from whoosh.index import TOC, EmptyIndexError, FileIndex, LockError
from whoosh.matching import LeafMatcher, ReadTooFar
from whoosh.qparser import FuzzyTermPlugin, QueryParser
from whoosh.query.spans import SpanNear2
from whoosh.reading import EmptyReader, MultiReader, SegmentReader, TermInfo, TermNotFound
from whoosh.scoring import BM25F
from whoosh.searching import Searcher
from whoosh.support.relativedelta import relativedelta as RelativeDelta
from whoosh.util.times import datetime_to_long, long_to_datetime
from whoosh.writing import IndexWriter

__all__ = [
    "BM25F",
    "DATETIME",
    "KEYWORD",
    "NUMERIC",
    "TOC",
    "Automata",
    "BitColumn",
    "Codec",
    "ColumnReader",
    "ContextFragmenter",
    "EmptyColumnReader",
    "EmptyIndexError",
    "EmptyReader",
    "Existence",
    "FieldCursor",
    "FieldWriter",
    "FileIndex",
    "FileStorage",
    "Frequency",
    "FuzzyTermPlugin",
    "IDTokenizer",
    "IndexWriter",
    "LeafMatcher",
    "LockError",
    "MultiReader",
    "NumericColumn",
    "PerDocumentReader",
    "PerDocumentWriter",
    "Positions",
    "QueryParser",
    "ReadTooFar",
    "RelativeDelta",
    "Schema",
    "Searcher",
    "Segment",
    "SegmentReader",
    "SpanNear2",
    "TermInfo",
    "TermNotFound",
    "TermsReader",
    "Token",
    "datetime_to_long",
    "highlight",
    "long_to_datetime",
    "query",
]
