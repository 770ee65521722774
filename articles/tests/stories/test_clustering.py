import pytest

from articles.stories.clustering import Clustering
from articles.stories.deciding import worth_a_look


def grown(groups, alike, locked=()):
    """Groups after joining; `alike` maps pairs to their score, any other pair scores -1."""
    scores = {frozenset(pair): score for pair, score in alike.items()}
    clustering = Clustering(groups, lambda one, other: scores.get(frozenset((one, other)), -1), locked)
    clustering.join(alike)
    return clustering.groups


def test_two_alike_become_one():
    assert grown({1: {1}, 2: {2}}, {(1, 2): 0.1}) == {1: {1, 2}}


def test_a_chain_does_not_drag_its_ends_together():
    assert grown({1: {1}, 2: {2}, 3: {3}}, {(1, 2): 0.4, (2, 3): 0.3}) == {1: {1, 2}, 3: {3}}


def test_of_two_groups_the_one_named_first_lives_on():
    alike = {(1, 2): 1, (1, 3): 1}
    assert grown({"older": {1}, "younger": {2, 3}}, alike) == {"older": {1, 2, 3}}


def test_a_locked_group_neither_grows_nor_is_taken():
    assert grown({1: {1}, 2: {2}}, {(1, 2): 1}, locked=[2]) == {1: {1}, 2: {2}}


@pytest.mark.parametrize("order", [1, -1])
def test_the_order_of_pairs_does_not_matter(order):
    alike = dict([((1, 2), 0.2), ((2, 3), 0.5), ((1, 3), 0.1), ((3, 4), 0.3)][::order])
    assert sorted(map(sorted, grown({n: {n} for n in (1, 2, 3, 4)}, alike).values())) == [[1, 2, 3], [4]]


def test_pairs_are_looked_at_once():
    found = [(2, 1, 3, 0), (1, 2, 3, 0), (1, 3, 0, 2), (1, 4, 0, 1)]
    assert worth_a_look(found) == ([(1, 2)], [(1, 2), (1, 3)])


def test_what_is_sure_is_united_without_a_score():
    clustering = Clustering({1: {1}, 2: {2}, 3: {3}}, lambda one, other: -1, locked=[3])
    clustering.unite(1, 2)
    clustering.unite(2, 3)
    assert clustering.groups == {1: {1, 2}, 3: {3}}
