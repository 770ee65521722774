import numpy as np
import pytest

from articles.stories.minhash import BANDS, keys
from articles.stories.shingles import SIZE, overlap, shingles
from articles.stories.wording import own_words
from articles.tests.stories.texts import COPY, OTHER, REPORT


def of(body):
    return shingles(own_words(body))


@pytest.mark.parametrize(("words", "runs"), [(0, 0), (SIZE - 1, 0), (SIZE, 1), (SIZE + 5, 6)])
def test_a_text_has_a_run_for_each_four_words(words, runs):
    assert len(shingles([str(number) for number in range(words)])) == runs


def test_order_matters_to_a_run():
    assert overlap(shingles(["ا", "ب", "ج", "د"]), shingles(["د", "ج", "ب", "ا"])) == (0.0, 0.0)


def test_the_frame_and_a_word_hardly_change_a_copy():
    assert [round(share, 2) for share in overlap(of(REPORT), of(COPY))] == [0.95, 0.95]


def test_copies_share_keys_and_others_none():
    shared = [len(set(keys(of(REPORT))) & set(keys(of(body)))) for body in (REPORT, COPY, OTHER)]
    assert (shared[0], shared[1] > BANDS // 2, shared[2]) == (BANDS, True, 0)


def test_keys_fit_a_signed_column_and_lie_below_zero():
    assert all(-(2**63) <= key < 0 for key in keys(of(REPORT)))


def test_a_text_without_runs_has_no_keys():
    assert keys(np.empty(0, np.uint64)) == []
