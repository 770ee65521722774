"""What is mapped of an index is let go when it is too much, and can be read as before."""

import numpy as np
import pytest

from articles.search.engine import residency
from articles.search.engine.array_file import ArrayFile, write_arrays


@pytest.fixture
def file(tmp_path):
    path = str(tmp_path / "one.arrays")
    write_arrays(path, {"docs": np.arange(1 << 20, dtype="u4")}, {})
    return ArrayFile(path)


def test_what_is_mapped_is_let_go_and_read_again(file):
    docs = file["docs"]
    held = (int(docs.sum()), residency.mapped())[1]
    assert residency.relieve([file], most=held - 1, every=1)
    assert residency.mapped() <= held - docs.nbytes // 2
    assert docs.tolist() == list(range(1 << 20))


def test_it_is_looked_at_once_in_so_many_calls(file):
    assert sum(residency.relieve([file], most=0, every=4) for _ in range(12)) == 3


def test_nothing_is_let_go_while_little_is_mapped_or_nobody_knows(file, monkeypatch):
    assert not residency.relieve([file], most=1 << 40, every=1)
    monkeypatch.setattr(residency, "mapped", lambda: None)
    assert not residency.relieve([file], most=0, every=1)
