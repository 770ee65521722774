"""The drawing of a network: readable at fifty names, the same each time, only the strongest lines."""

from dataclasses import dataclass
from itertools import combinations

import pytest

from articles.export.network import STRONGEST, backbone, laid_out


@dataclass(eq=False)
class Named:
    slug: str
    name: str
    article_count: int = 10
    kind: str = "person"


@dataclass(eq=False)
class Company:
    actors: list
    edges: list


def company(size, name="بعثة الأمم المتحدة للدعم في ليبيا"):
    """Everyone with everyone, the next in line the most."""
    actors = [Named(f"a{number}", name) for number in range(size)]
    edges = [
        (one, other, 9 if place + 1 == following else 1)
        for (place, one), (following, other) in combinations(enumerate(actors), 2)
    ]
    return Company(actors, edges)


def overlap(one, other):
    wide = one.half_width + other.half_width - abs(one.x - other.x)
    high = min(one.bottom, other.bottom) - max(one.top, other.top)
    return wide > 0 and high > 0


def places(drawing):
    return [(node.actor.slug, node.x, node.y) for node in drawing.nodes]


@pytest.mark.parametrize("size", [2, 12, 50])
def test_no_two_names_overlap(size):
    nodes = laid_out(company(size)).nodes
    assert [(one.actor, other.actor) for one, other in combinations(nodes, 2) if overlap(one, other)] == []


def test_all_names_stand_on_the_canvas():
    drawing = laid_out(company(50))
    assert all(
        node.half_width <= node.x <= drawing.width - node.half_width
        and node.top > 0
        and node.bottom < drawing.height
        for node in drawing.nodes
    )


def test_the_same_network_lies_the_same_way_each_time():
    assert places(laid_out(company(12))) == places(laid_out(company(12)))


def test_only_the_strongest_lines_of_each_name_are_drawn():
    network = company(12)
    drawn = backbone(network)
    ties = {(one.slug, other.slug) for one, other, count in network.edges if count == 9}
    assert (ties <= {(one.slug, other.slug) for one, other, _ in drawn}, len(drawn) <= STRONGEST * 12) == (
        True,
        True,
    )


def test_a_line_to_one_who_is_everywhere_says_less():
    hub, pairs = Named("hub", "ليبيا", 1000), [Named(f"p{number}", "اسم") for number in range(4)]
    edges = [(hub, one, 5) for one in pairs] + [(one, other, 4) for one, other in combinations(pairs, 2)]
    drawn = backbone(Company([hub, *pairs], edges))
    assert (len(drawn), sum(hub in edge for edge in drawn)) == (9, STRONGEST)


def test_a_network_of_nobody_is_an_empty_drawing():
    drawing = laid_out(Company([], []))
    assert (drawing.nodes, drawing.edges) == ([], [])
