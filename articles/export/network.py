"""A network of actors drawn as SVG, and as files for other programs."""

import csv
import io
import textwrap
from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property

import networkx
import numpy

WIDTH = 1000
LEAST_HEIGHT, HEIGHT_A_NAME = 420, 16
MARGIN_X, MARGIN_Y = 90, 40
LINE = 19  # height of a line of a label
LETTER = 7.6  # its usual width a letter
LETTERS = 20  # a line of a label
SMALLEST, LARGEST = 5, 20  # radius of a node
ROUNDS = 400
APART = 6  # between two names
STRONGEST = 3  # lines of each name that are drawn
COLUMNS = ("source", "source_ar", "target", "target_ar")


@dataclass
class Node:
    actor: object
    x: float
    y: float
    radius: float

    @cached_property
    def label(self):
        """One line or two."""
        return textwrap.wrap(self.actor.name, LETTERS, max_lines=2, placeholder=" …")

    @property
    def lines(self):
        """The lines of the label, each with its height on the canvas."""
        return [(self.y + self.radius + LINE * (place + 0.8), part) for place, part in enumerate(self.label)]

    @cached_property
    def half_width(self):
        return max(self.radius, max(map(len, self.label), default=0) * LETTER / 2)

    @property
    def top(self):
        return self.y - self.radius

    @property
    def bottom(self):
        return self.y + self.radius + LINE * len(self.label)


@dataclass(frozen=True)
class Edge:
    """`width` in pixels; `articles` is the number behind it."""

    one: Node
    other: Node
    articles: int
    width: float


@dataclass(frozen=True)
class Drawing:
    nodes: list
    edges: list
    width: int
    height: int


def graph(network):
    """The network as a networkx graph: nodes by slug with names and kind, edges with `weight`."""
    drawn = networkx.Graph()
    for actor in network.actors:
        drawn.add_node(
            actor.slug,
            name_ar=actor.name_ar,
            name_en=actor.name_en,
            kind=actor.kind,
            **{network.unit.value: actor.article_count},
        )
    drawn.add_weighted_edges_from((one.slug, other.slug, count) for one, other, count in network.edges)
    return drawn


def laid_out(network):
    """A `Drawing` of the names and of each one's strongest lines; the same network lies the same way each time."""
    strongest = backbone(network)
    drawn = networkx.Graph()
    drawn.add_weighted_edges_from((one.slug, other.slug, count**0.5) for one, other, count in strongest)
    places = networkx.spring_layout(drawn, k=3.2 / max(len(drawn), 1) ** 0.5, iterations=150, seed=7)
    most = max((actor.article_count for actor in network.actors), default=1)
    height = LEAST_HEIGHT + HEIGHT_A_NAME * len(drawn)
    places = _spread(places, height)
    nodes = {
        actor.slug: Node(actor, *places[actor.slug], _radius(actor.article_count, most))
        for actor in network.actors
        if actor.slug in places
    }
    _part(list(nodes.values()), height)
    heaviest = max((count for *_, count in network.edges), default=1)
    edges = [
        Edge(nodes[one.slug], nodes[other.slug], count, round(1 + 5 * count / heaviest, 1))
        for one, other, count in strongest
    ]
    return Drawing(list(nodes.values()), edges, WIDTH, height)


def backbone(network):
    """Each name's strongest edges: those with the most articles for how often the two are named at all.

    Without that measure all lines would lead to the few who are in every article.
    """
    kept = defaultdict(list)
    for edge in sorted(network.edges, key=_strength, reverse=True):
        for actor in edge[:2]:
            kept[actor.slug].append(edge)
    strongest = {edge[:2] for edges in kept.values() for edge in edges[:STRONGEST]}
    return [edge for edge in network.edges if edge[:2] in strongest]


def _strength(edge):
    one, other, count = edge
    return count / (one.article_count * other.article_count) ** 0.5


def _spread(places, height):
    """The layout's places spread over the whole canvas, each axis for itself: slug → (x, y)."""
    across = _spread_axis([x for x, _ in places.values()], MARGIN_X, WIDTH - MARGIN_X)
    down = _spread_axis([y for _, y in places.values()], MARGIN_Y, height - MARGIN_Y - 2 * LINE)
    return dict(zip(places, zip(across, down, strict=True), strict=True))


def _spread_axis(values, start, end):
    least, most = min(values, default=0), max(values, default=0)
    return [start + (value - least) / ((most - least) or 1) * (end - start) for value in values]


def _radius(count, most):
    return round(SMALLEST + (LARGEST - SMALLEST) * (count / most) ** 0.5, 1)


def _part(nodes, height):
    """Push overlapping names from each other until none overlap or ROUNDS are over."""
    for _ in range(ROUNDS):
        pushed = [_push(nodes[one], nodes[other], height) for one, other in _overlapping(nodes)]
        if not any(pushed):
            return


def _overlapping(nodes):
    """Pairs of places in the list whose names may overlap: all pairs are looked at at once."""
    wide = numpy.array([node.half_width for node in nodes])
    across, top, bottom = (
        numpy.array([getattr(node, side) for node in nodes]) for side in ("x", "top", "bottom")
    )
    near = abs(across[:, None] - across) < wide[:, None] + wide + APART
    high = numpy.minimum(bottom[:, None], bottom) - numpy.maximum(top[:, None], top) > -APART
    return zip(*numpy.nonzero(numpy.triu(near & high, 1)), strict=True)


def _push(one, other, height):
    """Part two names by the shorter way, up and down or sideways; whether they overlapped."""
    wide = one.half_width + other.half_width + APART - abs(one.x - other.x)
    high = min(one.bottom, other.bottom) - max(one.top, other.top) + 4
    if wide <= 0 or high <= 0:
        return False
    if high < wide:
        step = min(high, 6) / 2 * (1 if (one.y, one.x) < (other.y, other.x) else -1)
        one.y, other.y = one.y - step, other.y + step
    else:
        step = min(wide, 6) / 2 * (1 if one.x <= other.x else -1)
        one.x, other.x = one.x - step, other.x + step
    for node in (one, other):
        node.x = _within(node.x, node.half_width, WIDTH - node.half_width)
        node.y = _within(node.y, MARGIN_Y, height - MARGIN_Y - 2 * LINE)
    return True


def _within(value, least, most):
    return max(least, min(most, value))


def as_graphml(network):
    """GraphML in UTF-8, for Gephi and the like."""
    lines = networkx.generate_graphml(graph(network), encoding="utf-8")
    return "\n".join(['<?xml version="1.0" encoding="utf-8"?>', *lines])


def as_csv(network):
    """One edge a row, under a byte order mark for spreadsheets; the last column is named for what it counts."""
    out = io.StringIO()
    rows = csv.writer(out)
    rows.writerow((*COLUMNS, network.unit.value))
    rows.writerows(
        (one.slug, one.name_ar, other.slug, other.name_ar, count) for one, other, count in network.edges
    )
    return "\ufeff" + out.getvalue()
