"""Segments made aside, by several processes or by merging, and taken in while others write."""

import gc
import os

import pytest
from whoosh import query

from articles.search.engine import LockError, building, create
from articles.search.engine.building import aside, build, by_shares, overdue, stretches, tidy, whole
from articles.tests.search.engine.corpus import make_documents, make_index, make_schema

EVERY = query.Every()


def named(finder):
    return sorted(hit.stored["id"] for hit in finder.find(EVERY, limit=1000).hits)


@pytest.fixture
def index(tmp_path):
    return make_index(tmp_path / "index", make_documents(80), batches=8)


def each(share):
    """A batch of each document."""
    return (([document], {}) for document in share)


def told(share):
    return share, os.getpid(), gc.isenabled()


def test_shares_are_worked_at_by_a_process_each_which_looks_for_no_cycles():
    [(alone, process, collecting)] = by_shares(told, list(stretches("abc", 1)))
    assert (alone, process, collecting, gc.isenabled()) == ("abc", os.getpid(), False, True)
    both = by_shares(told, list(stretches("abcde", 2)))
    assert [share for share, _, _ in both] == ["abc", "de"]
    assert os.getpid() not in {process for _, process, _ in both}


@pytest.mark.parametrize("processes", [1, 2])
def test_several_processes_build_one_index(tmp_path, processes):
    index = create(str(tmp_path / "index"), make_schema())
    documents = make_documents(90)
    shares = [documents[place::processes] for place in range(processes)]
    with aside(index) as folder:
        segments = build(folder, index, shares, each, words_at_once=500)
        with index.writer() as writer:
            writer.add_segments(segments, folder)
    assert len(segments) > processes
    assert named(index.finder()) == sorted(document["id"] for document in documents)


def test_what_is_built_takes_the_place_of_what_was(index):
    with aside(index) as folder:
        segments = build(folder, index, [make_documents(5)], each)
        before = index.doc_count()
        with index.writer() as writer:
            writer.delete_everything()
            writer.add_segments(segments, folder)
    assert (before, named(index.finder())) == (80, ["n0", "n1", "n2", "n3", "n4"])


def scattered(index):
    """Ten documents each, in segments too large to be put together while an editor waits."""
    return [segment.documents for segment, _ in index.snapshot().segments]


def test_an_index_that_was_just_made_becomes_one_segment(index):
    before = sum(scattered(index))
    assert (len(scattered(index)) > 1, tidy(index, groups=whole)) == (True, 1)
    assert (scattered(index), whole(index)) == ([before], [])


def test_tidying_leaves_few_segments_and_the_same_documents(tmp_path, monkeypatch):
    monkeypatch.setattr("articles.search.engine.policy.to_merge.__defaults__", (False, 0, 8))
    index = make_index(tmp_path / "index", make_documents(80), batches=8)
    before = named(index.finder())
    assert (scattered(index), tidy(index), scattered(index)) == ([10] * 8, 1, [80])
    assert named(index.finder()) == before


def test_what_is_deleted_while_merging_stays_deleted(tmp_path, monkeypatch):
    monkeypatch.setattr("articles.search.engine.policy.to_merge.__defaults__", (False, 0, 8))
    index = make_index(tmp_path / "index", make_documents(80), batches=8, deleted=["n3", "n79"])
    merging = building.merge

    def merge_while_others_write(*arguments):
        merged = merging(*arguments)
        with index.writer() as writer:
            writer.delete_by_term("id", "n40")
            writer.update_document(id="n5", source="wal")
        return merged

    monkeypatch.setattr(building, "merge", merge_while_others_write)
    tidy(index)
    expected = sorted({f"n{number}" for number in range(80)} - {"n3", "n79", "n40"})
    assert (scattered(index), named(index.finder())) == ([78, 1], expected)
    assert index.finder().count(query.Term("id", "n5")) == 1


def test_only_one_process_works_aside(index):
    with aside(index), pytest.raises(LockError), aside(index):
        pass


def test_what_a_dead_process_left_is_cleared(index, tmp_path):
    (tmp_path / "index" / "aside-dead").mkdir()
    with aside(index) as folder:
        there = list((tmp_path / "index").glob("aside-*"))
    assert (list(map(str, there)), list((tmp_path / "index").glob("aside-*"))) == ([folder], [])


def test_what_saving_leaves_as_too_large_is_overdue_and_can_be_done_alone(tmp_path, monkeypatch):
    monkeypatch.setattr("articles.search.engine.policy.to_merge.__defaults__", (False, 0, 8))
    index = make_index(tmp_path / "index", make_documents(80), batches=8)
    with index.writer() as writer:
        writer.add_document(id="alone", source="wal")
    before = len(overdue(index))
    assert (before, tidy(index, groups=overdue), scattered(index), len(overdue(index))) == (1, 1, [80, 1], 0)
