"""A Whoosh index whose postings are arrays, and the one-pass searcher over it.

It knows nothing of Django (but for `haystack.py`), of Arabic or of articles: words come in already analysed.
Whoosh's schema, query objects, TOC, segments, lock and readers are kept; what is replaced is the codec, the
writer and the search loop.

    whoosh_parts   each thing of Whoosh's inner modules that is used here, and nothing else
    array_file     one segment = one file of named, checksummed, memory-mapped arrays
    residency      how much of the files a process holds in memory
    lexicon, segment               the terms, postings and columns of a segment, opened without being read
    index          the directory: open, snapshot, writer, damage
    writer, documents, inversion   how documents become segments
    merging, merged_parts, policy  how segments become one, and when
    building, notes                many segments at once by several processes; making anew beside; small notes
    codec, codec_writers, matcher  the same segments behind Whoosh's own reader, writer and Matcher interface
    schema, queries                kinds of field and of query that Whoosh does not have
    finder, result                 one pass a page, and what it gives
    evaluation, matches, positions, scoring, ordering, distinct, byte_cache     what that pass is made of
    expansion, nearness            from what was typed to terms
    counting, facets, histogram    what it counts
    rescoring      a closer look at the best of what was found
    haystack, haystack_page        Haystack's engine over all this

Making an index:

    from whoosh.fields import ID, KEYWORD, TEXT, Schema
    from articles.search.engine import Moment, Text, create, open_index

    schema = Schema(
        id=ID(stored=True, unique=True),
        source=ID(sortable=True),                                     # a facet: sortable ID, one value a document
        actors=KEYWORD(commas=True, scorable=False, sortable=True),   # a facet: sortable KEYWORD, many values
        date=Moment(),                                                # a date to sort, filter and count by
        words=TEXT(phrase=True),                                      # positions: phrases and nearness
        stems=TEXT(phrase=False),                                     # frequencies only: half the size
    )
    index = create("var/index", schema)       # or open_index("var/index"); raises Damaged, Missing

Writing; the lock is held from `writer()` to the end of the block, and nothing is seen before it ends:

    with index.writer() as writer:            # raises LockError at once, or writer(timeout=5.0)
        writer.update_document(               # replaces what has the same unique id; add_document does not look
            id="42", source="lana", actors=["haftar", "hor"], date=datetime(2024, 2, 14),
            words=Text(words, sentences=[0, 12, 30], paragraphs=[0, 30]),   # where each begins, as a word number
            stems=stems,                      # a list of str is taken as already analysed; a str is analysed
        )
        writer.update_documents(documents, texts)   # many at once, of each field a `Texts` of them all: much quicker
        writer.delete_by_term("id", "41")     # any number of these costs one look-up each at commit

Searching. A `Finder` is one generation of the index: cheap, shared between threads, never changing.
`index.finder()` gives the newest; segments already open are used again.

    finder = index.finder()
    found = finder.find(
        query,                                # any Whoosh query tree, or one of `engine.queries`
        limit=20, offset=0,                   # the offset may be deep; or after=found.cursor to go on from a page,
                                              # and before=found.start to go back
        order="score",                        # "score", "date", "-date": a sortable numeric or date field
        filter=query_or_None,                 # cached as a bitmap; does not score
        facets={"source": 10, "actors": 20},  # how many of the most frequent values of each
        histogram=("date", "month"),          # "year", "month" or "day"
        distinct="original",                  # also count those that share a value of this field as one, and
        once="date",                          # find, count and show only the first of them in this order
    )
    found.total                               # exact
    found.hits                                # [Hit(number, score, stored={"id": "42"}, key)]; key: what it sorted by
    found.facets["source"]                    # [("lana", 311), …], most frequent first, then by value
    found.histogram                           # [(date(2024, 2, 1), 17), …] in order of time, without empty ones
    found.cursor, found.start                 # opaque, for `after` and `before`; None on the last, the first page
    found.distinct                            # the total when those that share a value are one
    found.why(hit)                            # [("words", "حفتر", 3.1), …] the terms that made it match, best first
    finder.count(query)                       # only the total
    finder.stored(number), finder.number_of("id", "42")
    finder.suggest("words", "طرابلوس")        # [("طرابلس", 812), …] near words, most frequent first
    finder.terms("words", "طراب")             # [("طرابلس", 812), …] words that begin so, with document frequency
    finder.matching("words", "طرا*س")         # [("طرابلس", 812), …] words of a shape
    finder.frequency("words", "طرابلس")       # in how many documents
    finder.like(words, "words")               # a query of the words that tell this text from others

Query kinds understood in one pass: Term, And, Or (with scale), Not, AndNot, AndMaybe, Require, Otherwise, Phrase
with slop, Sequence, Prefix, Wildcard, Regex, FuzzyTerm, Variations, TermRange, NumericRange, DateRange, Every,
ConstantScoreQuery, DisjunctionMax, NullQuery, and from `engine.queries`:

    AtLeast([q1, q2, q3], 2)                  # two of the three or more; scores add up
    Often("words", "حفتر", 3)                 # three times or more in the text
    Near("words", ["حفتر", "صالح"], 5)        # within five words of each other, in any order; ordered=True to keep it
    Near("words", [["حفتر", "لحفتر"], "صالح"], 5)   # any element may be a list of spellings
    Together("words", ["حفتر", "صالح"], "sentence") # or "paragraph"
    Together("words", [[("مجلس", "النواب")], "صالح"])   # in all of these a spelling may be a row of words,
    Often("words", [Row("exact", ("حفتر",))], 3)    # and be of another field in which the same text is read

Any other Whoosh query runs through its own matcher over the same arrays: right, but slower.
Boosts multiply as in Whoosh; weights of fields are boosts of their terms, and each field has its own lengths
(BM25F as Whoosh means it). `BM25F(B=, K1=, field_B=)` is given once: `index.finder(weighting=BM25F(...))`.
"""

from .array_file import Damaged
from .index import ArrayIndex, Missing, create, open_index
from .inversion import Text, Texts
from .result import Found, Hit
from .schema import Moment
from .whoosh_parts import BM25F, LockError, query

__all__ = [
    "BM25F",
    "ArrayIndex",
    "Damaged",
    "Found",
    "Hit",
    "LockError",
    "Missing",
    "Moment",
    "Text",
    "Texts",
    "create",
    "open_index",
    "query",
]
