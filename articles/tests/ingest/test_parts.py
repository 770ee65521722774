"""Files are cut into parts that any process can read, and give the same rows in the same order."""

import json
import pickle
from zoneinfo import ZoneInfo

import pytest

from articles.ingest.files import read_file, read_parts
from articles.ingest.item import Refusal
from articles.ingest.parts import BYTES, TOGETHER, Unread, rows_of, together

ZONE = ZoneInfo("Africa/Tripoli")


def test_parts_end_with_their_number_of_pieces_or_of_bytes():
    small = [(number, b"{}") for number in range(TOGETHER + 1)]
    large = [(number, ["x" * BYTES, ""]) for number in range(2)]
    sizes = [[len(some) for some in together(pieces)] for pieces in (small, large, [])]
    assert sizes == [[TOGETHER, 1], [1, 1], []]


def test_what_is_read_already_keeps_its_place():
    refusal = Refusal("a:1", "No text.")
    assert list(rows_of([refusal, Unread(2, sorted, ([2, 1],)), refusal])) == [refusal, 1, 2, refusal]


def write_lines(path):
    rows = [{"title": f"خبر {number}", "body": f"نص الخبر رقم {number}."} for number in range(TOGETHER + 3)]
    path.write_text("\n".join(["# to be mended", *map(json.dumps, rows), "{"]), encoding="utf-8")


def write_table(path):
    rows = [f"خبر {number},نص الخبر رقم {number}." for number in range(TOGETHER + 3)]
    path.write_text("\n".join(["title,body", *rows, "a,b,c"]), encoding="utf-8")


def write_array(path):
    rows = [{"title": f"خبر {number}", "body": f"نص الخبر رقم {number}."} for number in range(TOGETHER + 3)]
    path.write_text(json.dumps([*rows, 7]), encoding="utf-8")


def write_page(path):
    path.write_text("x", encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "write", "most"),
    [
        ("a.jsonl", write_lines, [TOGETHER, 4]),
        ("a.csv", write_table, [TOGETHER, 4]),
        ("a.json", write_array, [TOGETHER, 4]),
        ("a.html", write_page, [1]),
    ],
)
def test_parts_can_be_read_by_another_process(tmp_path, name, write, most):
    path = tmp_path / name
    write(path)
    parts = list(read_parts(path, frozenset(), ZONE))
    sent = pickle.loads(pickle.dumps(parts))
    assert [part.most for part in parts] == most
    assert [str(row) for row in rows_of(sent)] == [str(row) for row in read_file(path, frozenset(), ZONE)]
