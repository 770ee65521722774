"""Documents and deletions become the next generation; what was open stays open."""

import numpy as np
import pytest
from whoosh import query
from whoosh.writing import SegmentWriter

from articles.search.engine import LockError, Text, Texts, create
from articles.search.engine.codec import ArrayCodec
from articles.search.engine.policy import to_merge
from articles.search.engine.segment import ArraySegment
from articles.tests.search.engine.corpus import VOCABULARY, make_documents, make_index, make_schema, write

QUERIES = [
    query.Term("words", VOCABULARY[0]),
    query.Or([query.Term("words", word, boost=2.0) for word in VOCABULARY[3:6]]),
    query.Phrase("words", VOCABULARY[:2]),
    query.Prefix("words", "طر", constantscore=False),
    query.NumericRange("reads", 0, 500),
]


def answers(index):
    """All that a search of each kind says, by the documents' own names."""
    finder = index.finder()
    found = [
        finder.find(wanted, limit=5000, facets={"source": 9, "actors": 9}, histogram=("date", "month"))
        for wanted in QUERIES
    ]
    return [
        ({hit.stored["id"]: pytest.approx(hit.score) for hit in one.hits}, one.facets, one.histogram)
        for one in found
    ]


def sizes(index):
    return [segment.documents for segment, _ in index.snapshot().segments]


@pytest.fixture
def index(tmp_path):
    return create(str(tmp_path / "index"), make_schema())


def names(index, text="كلمة"):
    return sorted(hit.stored["id"] for hit in index.finder().find(query.Term("words", text)).hits)


def arrays(index):
    """Every array of the index put together in one segment."""
    index.writer().commit(optimize=True)
    [(_, opened)] = index.snapshot().segments
    return {name: opened.file[name].tolist() for name in opened.file.names()}


def add(index, *identities, words="كلمة"):
    with index.writer() as writer:
        for identity in identities:
            writer.update_document(id=identity, words=[words])


def test_documents_with_their_texts_beside_them_are_as_those_with_their_texts_within(index, tmp_path):
    terms = np.array(["قال", "الوزير", "غدا"], object)
    index.adopt(make_schema())
    other = create(str(tmp_path / "other"), make_schema())
    with index.writer() as writer:
        writer.update_document(id="a", words=Text(["قال", "الوزير"], [0, 5], sentences=[0, 5]))
        writer.update_document(id="b", words=[])
        writer.update_document(id="c", words=Text(["غدا", "قال"], paragraphs=[0]))
    texts = Texts(
        words=np.array([0, 1, 2, 0]),
        counts=np.array([2, 0, 2]),
        terms=terms,
        positions=np.array([0, 5, 0, 1]),
        sentences=(np.array([2, 0, 0]), np.array([0, 5])),
        paragraphs=(np.array([0, 0, 1]), np.array([0])),
    )
    with other.writer() as writer:
        writer.update_document(id="b", words=["قبل"])
        writer.update_documents([{"id": name} for name in "abc"], {"words": texts})
    assert arrays(other) == arrays(index)


def test_a_text_of_a_field_that_is_not_there_is_refused(index):
    nothing = np.zeros(1, "i8")
    with pytest.raises(ValueError, match="No field named 'wrods'"), index.writer() as writer:
        writer.add_documents([{"id": "a"}], {"wrods": Texts(nothing[:0], nothing, None)})


def test_a_document_replaces_the_one_of_its_name(index):
    add(index, "a", "b")
    add(index, "a", words="غيرها")
    assert (names(index), names(index, "غيرها")) == (["b"], ["a"])


def test_words_given_as_numbers_are_those_that_they_stand_for(index):
    one, other = (np.array(terms, object) for terms in (["كلمة", "غيرها"], ["غيرها", "كلمة", "ثالثة"]))
    given = {
        "a": Text(np.array([1, 0], "u4"), terms=one),
        "b": Text(np.array([2, 2, 0], "u4"), np.array([0, 5, 9], "u4"), np.array([0, 9], "u4"), terms=other),
        "c": Text(["كلمة", "غيرها"]),
        "d": Text(np.empty(0, "u4"), terms=one),
    }
    with index.writer() as writer:
        for identity, text in given.items():
            writer.add_document(id=identity, words=text)
    assert [names(index, word) for word in ("كلمة", "غيرها", "ثالثة")] == [["a", "c"], ["a", "b", "c"], ["b"]]
    beside = query.Phrase("words", ["غيرها", "كلمة"])
    assert [hit.stored["id"] for hit in index.finder().find(beside).hits] == ["a"]
    [(_segment, opened)] = index.snapshot().segments
    begun, starts = opened.field("words").boundaries["sentence"]
    assert (begun.tolist(), starts.tolist()) == ([0, 9], [0, 0, 2, 2, 2])


def test_the_last_of_a_name_in_one_batch_stays(index):
    add(index, "a")
    with index.writer() as writer:
        writer.update_document(id="a", words=["كلمة"])
        writer.update_document(id="a", words=["غيرها"])
    assert (names(index), names(index, "غيرها"), index.doc_count()) == ([], ["a"], 1)


def test_the_last_of_a_name_stays_also_when_the_first_is_on_the_disk_already(index):
    with index.writer(words_at_once=1) as writer:
        writer.update_document(id="a", words=["كلمة"])
        writer.update_document(id="a", words=["غيرها"])
    assert (names(index), names(index, "غيرها"), index.doc_count()) == ([], ["a"], 1)


def test_deleting_by_name_by_query_and_all(index):
    add(index, "a", "b", "c")
    with index.writer() as writer:
        writer.delete_by_term("id", "a")
    with index.writer() as writer:
        deleted = writer.delete_by_query(query.Term("id", "b"))
    left = names(index)
    with index.writer() as writer:
        writer.delete_everything()
    assert (deleted, left, names(index), index.doc_count_all()) == (1, ["c"], [], 0)


def test_what_came_in_this_batch_can_be_deleted_in_it(index):
    with index.writer() as writer:
        writer.update_document(id="a", words=["كلمة"])
        writer.delete_by_term("id", "a")
    assert names(index) == []


def test_merging_changes_no_answer_and_no_score(tmp_path):
    documents = make_documents(400)
    scattered = make_index(tmp_path / "scattered", documents, batches=5)
    before = answers(scattered)
    scattered.writer().commit(optimize=True)
    assert (sizes(scattered), answers(scattered), scattered.damaged_arrays()) == ([400], before, [])


def test_merging_leaves_the_index_as_if_the_deleted_had_never_been(tmp_path):
    documents = make_documents(400)
    index = make_index(tmp_path / "index", documents, batches=5, deleted=[f"n{n}" for n in range(0, 400, 3)])
    index.writer().commit(optimize=True)
    fresh = make_index(tmp_path / "fresh", [d for d in documents if int(d["id"][1:]) % 3], batches=1)
    assert (sizes(index), answers(index)) == (sizes(fresh), answers(fresh))


def test_many_small_segments_become_one(index):
    for number in range(8):
        add(index, f"a{number}")
    assert (sizes(index), len(names(index))) == ([8], 8)


def test_the_next_generation_keeps_what_is_open(index):
    add(index, "a")
    first = index.snapshot().segments[0][1]
    add(index, "b")
    assert index.snapshot().segments[0][1] is first


def test_a_search_under_way_goes_on_with_what_it_began_with(index):
    add(index, "a", "b")
    finder = index.finder()
    with index.writer() as writer:
        writer.delete_by_term("id", "a")
    before = sorted(hit.stored["id"] for hit in finder.find(query.Term("words", "كلمة")).hits)
    assert (before, names(index)) == (["a", "b"], ["b"])


def test_only_one_writes(index):
    writer = index.writer()
    with pytest.raises(LockError):
        index.writer()
    writer.cancel()
    index.writer().cancel()


def test_what_is_cancelled_leaves_nothing(index, tmp_path):
    add(index, "a")
    before = sorted(file.name for file in (tmp_path / "index").iterdir())
    writer = index.writer(words_at_once=1)
    writer.add_document(id="b", words=["كلمة"])
    writer.cancel()
    assert (sorted(file.name for file in (tmp_path / "index").iterdir()), names(index)) == (before, ["a"])


def test_only_two_generations_are_kept(index, tmp_path):
    for number in range(5):
        add(index, f"a{number}")
    assert [index.generations(), len(list((tmp_path / "index").glob("*.toc")))] == [[5, 4], 2]


def test_an_unknown_field_is_refused(index):
    with pytest.raises(ValueError, match="No field named 'nothing'"), index.writer() as writer:
        writer.add_document(nothing="a")


def test_whoosh_s_own_writer_feeds_the_same_codec(tmp_path, index):
    documents = make_documents(60)
    writer = SegmentWriter(index, codec=ArrayCodec())
    for document in documents:
        writer.add_document(**document)
    writer.commit()
    ours = make_index(tmp_path / "ours", documents, batches=1)
    with index.searcher() as one, ours.searcher() as other:
        both = [
            [
                {hit["id"]: pytest.approx(hit.score) for hit in searcher.search(wanted, limit=None)}
                for wanted in QUERIES
            ]
            for searcher in (one, other)
        ]
    assert both[0] == both[1]


def test_words_given_their_positions(index):
    with index.writer() as writer:
        writer.add_document(id="apart", words=Text(["قائد", "الجيش"], positions=[0, 7]))
        writer.add_document(id="near", words=Text(["قائد", "الجيش"]))
    found = index.finder().find(query.Phrase("words", ["قائد", "الجيش"]))
    assert [hit.stored["id"] for hit in found.hits] == ["near"]


def segments(*documents):
    """Segments of so many documents, ten kilobytes each."""
    return [ArraySegment("MAIN", count, 10_000 * count) for count in documents]


@pytest.mark.parametrize(
    ("documents", "groups"),
    [
        ((5,) * 7, []),
        ((5,) * 8, [[5] * 8]),
        ((100_000, *(5,) * 8), [[5] * 8]),
        ((4_000,) * 8, []),
    ],
    ids=["few", "a full tier", "the large one stays", "too much for one saving"],
)
def test_what_is_merged(documents, groups):
    merged = to_merge(segments(*documents))
    assert [[segment.documents for segment in group] for group in merged] == groups


def test_what_is_mostly_deleted_is_written_anew(index):
    documents = make_documents(20)
    write(index, documents, batches=1)
    with index.writer() as writer:
        for number in range(12):
            writer.delete_by_term("id", f"n{number}")
    assert sizes(index) == [8]


def test_a_term_that_is_gone_takes_no_documents_from_the_last_that_is_left(index):
    for identity, word in (("a", "كلمة"), ("b", "كلمة"), ("c", "كلمة")):
        with index.writer() as writer:
            writer.merge = False
            writer.update_document(id=identity, words=[word])
            writer.update_document(id=f"{identity}-gone", words=["يفنى"])
    with index.writer() as writer:
        for identity in ("a-gone", "b-gone", "c-gone"):
            writer.delete_by_term("id", identity)
        writer.optimize = True
    assert (sizes(index), names(index), names(index, "يفنى")) == ([3], ["a", "b", "c"], [])


def test_a_field_of_which_nothing_is_left_is_merged(index):
    for identity in ("a", "b"):
        with index.writer() as writer:
            writer.merge = False
            writer.update_document(id=identity)
            writer.update_document(id=f"{identity}-gone", words=["يفنى"])
    with index.writer() as writer:
        for identity in ("a-gone", "b-gone"):
            writer.delete_by_term("id", identity)
        writer.optimize = True
    assert (sizes(index), names(index, "يفنى")) == ([2], [])
