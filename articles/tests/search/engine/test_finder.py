"""One pass gives the page, the total, the counts and the histogram."""

from collections import Counter
from datetime import date, datetime

import pytest
from whoosh import query

from articles.search.engine import BM25F, Text, create
from articles.search.engine.queries import AtLeast, Near, Often, Row, Together
from articles.tests.search.engine.corpus import VOCABULARY, make_documents, make_index, make_schema

DOCUMENTS = make_documents(500)
COMMON = query.Term("words", VOCABULARY[0])
MATCHING = [document for document in DOCUMENTS if VOCABULARY[0] in document["words"].split()]


@pytest.fixture(scope="module")
def finder(tmp_path_factory):
    return make_index(tmp_path_factory.mktemp("finder") / "index", DOCUMENTS, batches=4).finder()


def names(hits):
    return [hit.stored["id"] for hit in hits]


def ranked(counts):
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))


def test_values_of_one_are_counted(finder):
    expected = ranked(Counter(document["source"] for document in MATCHING))
    assert finder.find(COMMON, facets={"source": 2}).facets == {"source": expected[:2]}


def test_values_of_many_are_counted(finder):
    counts = Counter(
        actor for document in MATCHING for actor in document.get("actors", "").split(",") if actor
    )
    assert finder.find(COMMON, facets={"actors": None}).facets == {"actors": ranked(counts)}


def test_a_field_not_made_for_it_is_counted_all_the_same(finder):
    counts = Counter(stem for document in MATCHING for stem in set(document["stems"].split()))
    assert finder.find(COMMON, facets={"stems": None}).facets == {"stems": ranked(counts)}


@pytest.mark.parametrize(
    ("unit", "first_day"),
    [
        ("year", lambda moment: date(moment.year, 1, 1)),
        ("month", lambda moment: date(moment.year, moment.month, 1)),
        ("day", lambda moment: moment.date()),
    ],
)
def test_dates_are_counted(finder, unit, first_day):
    counts = Counter(first_day(document["date"]) for document in MATCHING if "date" in document)
    assert finder.find(COMMON, histogram=("date", unit)).histogram == sorted(counts.items())


@pytest.mark.parametrize(("order", "descending"), [("date", False), ("-date", True)])
def test_by_date_the_undated_come_last(finder, order, descending):
    dated = [document for document in MATCHING if "date" in document]
    # Sorting is stable also in reverse: what is of one moment stays in the order it was written in.
    dated.sort(key=lambda document: document["date"], reverse=descending)
    expected = [document["id"] for document in dated + [d for d in MATCHING if "date" not in d]]
    assert names(finder.find(COMMON, order=order, limit=1000).hits) == expected


def test_by_the_values_of_words_and_by_several(finder):
    expected = sorted(MATCHING, key=lambda document: (document["source"], document["reads"]))
    found = finder.find(COMMON, order=("source", "reads"), limit=1000).hits
    by_name = {document["id"]: document for document in MATCHING}
    assert [(by_name[name]["source"], by_name[name]["reads"]) for name in names(found)] == [
        (document["source"], document["reads"]) for document in expected
    ]


@pytest.mark.parametrize("order", ["score", "-date"])
def test_pages_go_on_where_the_last_one_ended(finder, order):
    whole = names(finder.find(COMMON, limit=1000, order=order).hits)
    pages, cursor = [], None
    while len(pages) < len(whole):
        found = finder.find(COMMON, limit=30, order=order, after=cursor)
        pages, cursor = pages + names(found.hits), found.cursor
    deep = finder.find(COMMON, limit=10, offset=200, order=order)
    assert (pages, cursor, names(deep.hits)) == (whole, None, whole[200:210])


@pytest.mark.parametrize("order", ["score", "-date"])
def test_pages_go_back_to_where_the_first_one_began(finder, order):
    whole = names(finder.find(COMMON, limit=1000, order=order).hits)
    found = finder.find(COMMON, limit=30, offset=len(whole) // 30 * 30, order=order)
    pages = names(found.hits)
    while found.start:
        found = finder.find(COMMON, limit=30, order=order, before=found.start)
        pages = names(found.hits) + pages
    assert pages == whole


def test_what_shares_a_value_is_counted_once_and_found_once(finder):
    expected = {}
    for document in sorted(MATCHING, key=lambda document: document.get("date", datetime.max)):
        expected.setdefault(document["source"], document["id"])
    found = finder.find(COMMON, limit=1000, distinct="source")
    once = finder.find(COMMON, limit=1000, distinct="source", once="date", facets={"source": None})
    assert (found.total, found.distinct) == (len(MATCHING), len(expected))
    assert (once.total, once.distinct, sorted(names(once.hits))) == (
        len(expected),
        len(expected),
        sorted(expected.values()),
    )
    assert once.facets["source"] == sorted((source, 1) for source in expected)


def test_the_commonest_of_the_words_of_a_shape(finder):
    shape = f"{VOCABULARY[0][:1]}*"
    counts = Counter(word for document in DOCUMENTS for word in set(document["words"].split()))
    expected = ranked({word: count for word, count in counts.items() if word.startswith(shape[0])})
    assert (finder.matching("words", shape), finder.matching("words", shape, 3)) == (expected, expected[:3])


def test_a_filter_limits_and_does_not_score(finder):
    every = finder.find(COMMON, limit=1000)
    expected = [
        (hit.stored["id"], hit.score)
        for hit in every.hits
        if DOCUMENTS[int(hit.stored["id"][1:])]["source"] == "lana"
    ]
    twice = [finder.find(COMMON, limit=1000, filter=query.Term("source", "lana")) for _ in range(2)]
    assert [[(hit.stored["id"], hit.score) for hit in found.hits] for found in twice] == [expected, expected]
    assert finder.count(COMMON, query.Term("source", "lana")) == len(expected)


def test_a_hit_says_why(finder):
    wanted = query.And([COMMON, query.Or([query.Prefix("words", "بر"), query.Term("source", "ليس")])])
    found = finder.find(wanted, limit=5)
    for hit in found.hits:
        words = set(DOCUMENTS[int(hit.stored["id"][1:])]["words"].split())
        expected = {("words", word) for word in words if word == VOCABULARY[0] or word.startswith("بر")}
        assert {(field, term) for field, term, _ in found.why(hit)} == expected


def test_the_shares_of_its_words_are_the_score(finder):
    found = finder.find(query.Or([COMMON, query.Term("words", VOCABULARY[3])]), limit=3)
    assert [sum(share for *_, share in found.why(hit)) for hit in found.hits] == [
        pytest.approx(hit.score) for hit in found.hits
    ]


def test_the_words_there_are(finder):
    counts = Counter(
        word for document in DOCUMENTS for word in set(document["words"].split()) if word[:2] == "بر"
    )
    assert finder.terms("words", "بر") == ranked(counts)
    assert finder.frequency("words", VOCABULARY[0]) == len(MATCHING)


def test_a_document_by_its_name(finder):
    number = finder.number_of("id", "n77")
    assert (finder.stored(number), finder.number_of("id", "لا")) == (
        {"id": "n77", "source": DOCUMENTS[77]["source"]},
        None,
    )


def test_fields_weigh_as_told(tmp_path):
    index = make_index(tmp_path / "index", DOCUMENTS[:50])
    flat = index.finder(weighting=BM25F(words_B=0.0)).find(COMMON, limit=50).hits
    frequencies = {d["id"]: d["words"].split().count(VOCABULARY[0]) for d in DOCUMENTS[:50]}
    by_frequency = {frequencies[hit.stored["id"]]: hit.score for hit in flat}
    assert {frequencies[hit.stored["id"]]: hit.score for hit in reversed(flat)} == by_frequency


@pytest.fixture(scope="module")
def texts(tmp_path_factory):
    index = create(str(tmp_path_factory.mktemp("texts") / "index"), make_schema())
    with index.writer() as writer:
        for name, sentences in TEXTS.items():
            words = [word for sentence in sentences for word in sentence.split()]
            lengths = [len(sentence.split()) for sentence in sentences]
            starts = [sum(lengths[:place]) for place in range(len(lengths))]
            writer.add_document(id=name, words=Text(words, sentences=starts, paragraphs=[0, *starts[2:3]]))
    return index.finder()


TEXTS = {
    "beside": ["التقى حفتر صالح في القبة", "ثم عاد"],
    "turned": ["استقبل صالح ضيفه القائد حفتر"],
    "apart": ["وصل حفتر إلى بنغازي", "وغادر صالح", "ثم عاد حفتر"],
    "far": ["حفتر", "غادر", "ثم قال عقيلة"],
    "twice": ["حفتر", "حفتر حفتر"],
    "near": ["طرابلس وطرابلسي وطرابلوس"],
}


def term(word):
    return query.Term("words", word)


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        (Near("words", ["حفتر", "صالح"], 1), ["beside"]),
        (Near("words", ["حفتر", "صالح"], 3), ["apart", "beside", "turned"]),
        (Near("words", ["حفتر", "صالح"], 3, ordered=True), ["beside"]),
        (Near("words", ["صالح", "حفتر"], 3, ordered=True), ["apart", "turned"]),
        (Near("words", ["حفتر", ["صالح", "عقيلة"]], 4), ["apart", "beside", "far", "turned"]),
        (Near("words", ["حفتر", "ليس"], 4), []),
        (Together("words", ["حفتر", "صالح"], "sentence"), ["beside", "turned"]),
        (Together("words", ["حفتر", "صالح"], "paragraph"), ["apart", "beside", "turned"]),
        (Together("words", ["حفتر", "ليس"], "sentence"), []),
        (Often("words", "حفتر", 2), ["apart", "twice"]),
        (Often("words", "حفتر", 3), ["twice"]),
        (Often("words", ["حفتر", "صالح"], 3), ["apart", "twice"]),
        (Near("words", [[("القائد", "حفتر")], "صالح"], 2), ["turned"]),
        (Near("words", [[("القائد", "حفتر")], "صالح"], 1), []),
        (Near("words", ["ضيفه", [("القائد", "حفتر")]], 1, ordered=True), ["turned"]),
        (Near("words", [[("وصل", "حفتر"), "التقى"], "صالح"], 2), ["beside"]),
        (Together("words", [[("حفتر", "صالح")], "القبة"], "sentence"), ["beside"]),
        (Together("words", [[("صالح", "حفتر")], "القبة"], "sentence"), []),
        (Together("words", [[("صالح", "حفتر"), Row("words", ("التقى",))], "القبة"], "sentence"), ["beside"]),
        (Often("words", [("ثم", "عاد")], 1), ["apart", "beside"]),
        (Often("words", [("ثم", "عاد"), "حفتر"], 2), ["apart", "beside", "twice"]),
        (AtLeast([term("حفتر"), term("صالح"), term("عاد")], 3), ["apart", "beside"]),
        (
            AtLeast([term("حفتر"), term("صالح"), term("عاد")], 1),
            ["apart", "beside", "far", "turned", "twice"],
        ),
    ],
    ids=repr,
)
def test_where_words_stand(texts, wanted, expected):
    assert sorted(names(texts.find(wanted).hits)) == expected


def test_queries_of_our_own_are_told_apart():
    """They are keys of the cache of filters."""
    wanted = [
        Near("words", ["a", "b"], 1),
        Near("words", ["a", "b"], 2),
        Near("words", ["a", "b"], 2, ordered=True),
        Together("words", ["a", "b"]),
        Together("words", ["a", "b"], "paragraph"),
        Often("words", "a", 2),
        Often("words", "a", 3),
        AtLeast([term("a"), term("b")], 1),
        AtLeast([term("a"), term("b")], 2),
    ]
    assert len(set(wanted)) == len(wanted)
    assert Near("words", ["a", "b"], 1) == Near("words", [("a",), "b"], 1)


def test_near_words_are_suggested_the_nearest_first(texts):
    assert [
        texts.suggest("words", "طرابلص"),
        texts.suggest("words", "وطرابلس", furthest=1),
        texts.suggest("words", "صصصص"),
    ] == [[("طرابلس", 1)], [("وطرابلسي", 1), ("وطرابلوس", 1)], []]


def test_texts_like_a_text_share_its_rare_words(texts):
    wanted = texts.like(["وصل", "حفتر", "إلى", "بنغازي", "وغادر"], "words")
    assert names(texts.find(wanted).hits)[0] == "apart"
