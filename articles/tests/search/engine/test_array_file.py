"""A file of arrays is whole or it is noticed."""

import numpy as np
import pytest

from articles.search.engine.array_file import ArrayFile, Damaged, narrow, runs, starts_of, write_arrays

ARRAYS = {
    "docs": np.array([1, 5, 9], "u4"),
    "blob": np.frombuffer("طرابلس".encode(), "u1"),
    "none": np.zeros(0, "i8"),
}


@pytest.fixture
def path(tmp_path):
    write_arrays(str(tmp_path / "x.arrays"), ARRAYS, {"documents": 3})
    return tmp_path / "x.arrays"


def overwrite(path, place, content):
    with open(path, "r+b") as file:
        file.seek(place, 2 if place < 0 else 0)
        file.write(content)


def test_what_is_written_is_read(path):
    file = ArrayFile(path)
    read = {name: file[name].tolist() for name in file.names()}
    assert (read, file.about, file.damaged()) == (
        {name: array.tolist() for name, array in ARRAYS.items()},
        {"documents": 3},
        [],
    )


def test_arrays_cannot_be_written_to(path):
    with pytest.raises(ValueError, match="read-only"):
        ArrayFile(path)["docs"][0] = 7


def test_a_changed_number_is_noticed_when_looked_for(path):
    overwrite(path, 64, b"\x07")
    assert ArrayFile(path).damaged() == ["docs"]


@pytest.mark.parametrize("place", [0, -8, -40], ids=["beginning", "footer", "directory"])
def test_a_changed_frame_is_noticed_at_once(path, place):
    overwrite(path, place, b"?")
    with pytest.raises(Damaged):
        ArrayFile(path)


@pytest.mark.parametrize("size", [0, 10, 100])
def test_a_file_cut_short_is_noticed_at_once(path, size):
    with open(path, "r+b") as file:
        file.truncate(size)
    with pytest.raises(Damaged):
        ArrayFile(path)


def test_nothing_is_left_beside_a_finished_file(path):
    assert [file.name for file in path.parent.iterdir()] == ["x.arrays"]


@pytest.mark.parametrize(
    ("largest", "dtype"), [(0, "u1"), (255, "u1"), (256, "u2"), (65_536, "u4"), (1 << 33, "i8")]
)
def test_numbers_are_kept_in_the_smallest_type(largest, dtype):
    assert narrow(np.array([0, largest])).dtype == dtype


def test_runs_of_numbers():
    assert runs([5, 9, 20], [2, 0, 3]).tolist() == [5, 6, 20, 21, 22]


def test_starts_of_runs():
    assert starts_of([2, 0, 3]).tolist() == [0, 2, 2, 5]
