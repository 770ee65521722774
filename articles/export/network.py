"""A network of actors drawn as SVG, and as files for other programs."""

import csv
import io
from dataclasses import dataclass
from functools import cached_property

import networkx

WIDTH, HEIGHT = 1000, 760
MARGIN_X, MARGIN_Y = 90, 40
LINE = 22  # height of a label
LETTER = 8.4  # its usual width a letter
SMALLEST, LARGEST = 5, 22  # radius of a node
ROUNDS = 300
COLUMNS = ("source", "source_ar", "target", "target_ar", "articles")


@dataclass
class Node:
    actor: object
    x: float
    y: float
    radius: float

    @property
    def label_y(self):
        return self.y + self.radius + LINE * 0.75

    @cached_property
    def half_width(self):
        return max(self.radius, len(self.actor.name) * LETTER / 2)

    @cached_property
    def half_height(self):
        return self.radius + LINE / 2


@dataclass(frozen=True)
class Edge:
    """`width` in pixels; `articles` is the number behind it."""

    one: Node
    other: Node
    articles: int
    width: float


def graph(network):
    """The network as a networkx graph: nodes by slug with names and kind, edges with `weight`."""
    drawn = networkx.Graph()
    for actor in network.actors:
        drawn.add_node(
            actor.slug,
            name_ar=actor.name_ar,
            name_en=actor.name_en,
            kind=actor.kind,
            articles=actor.article_count,
        )
    drawn.add_weighted_edges_from((one.slug, other.slug, count) for one, other, count in network.edges)
    return drawn


def laid_out(network):
    """Nodes and edges in their places on a canvas of WIDTH by HEIGHT; the same network lies the same way each time."""
    drawn = graph(network)
    drawn.remove_nodes_from(list(networkx.isolates(drawn)))
    places = networkx.spring_layout(drawn, k=2.6 / max(len(drawn), 1) ** 0.5, iterations=120, seed=7)
    most = max((actor.article_count for actor in network.actors), default=1)
    nodes = {
        actor.slug: Node(actor, *_on_canvas(places[actor.slug]), _radius(actor.article_count, most))
        for actor in network.actors
        if actor.slug in places
    }
    _part(list(nodes.values()))
    heaviest = max((count for *_, count in network.edges), default=1)
    edges = [
        Edge(nodes[one.slug], nodes[other.slug], count, round(1 + 5 * count / heaviest, 1))
        for one, other, count in network.edges
    ]
    return list(nodes.values()), edges


def _on_canvas(place):
    x, y = place
    return WIDTH / 2 + x * (WIDTH / 2 - MARGIN_X), HEIGHT / 2 + y * (HEIGHT / 2 - MARGIN_Y)


def _radius(count, most):
    return round(SMALLEST + (LARGEST - SMALLEST) * (count / most) ** 0.5, 1)


def _part(nodes):
    """Push overlapping labels from each other until none overlap or ROUNDS are over."""
    for _ in range(ROUNDS):
        moved = [_push(one, other) for place, one in enumerate(nodes) for other in nodes[place + 1 :]]
        if not any(moved):
            return


def _push(one, other):
    wide = one.half_width + other.half_width - abs(one.x - other.x)
    high = one.half_height + other.half_height + LINE / 2 - abs(one.y - other.y)
    if wide <= 0 or high <= 0:
        return False
    step = min(high, 4) / 2 * (1 if one.y < other.y or (one.y == other.y and one.x < other.x) else -1)
    one.y = _within(one.y - step, MARGIN_Y, HEIGHT - MARGIN_Y)
    other.y = _within(other.y + step, MARGIN_Y, HEIGHT - MARGIN_Y)
    sideways = min(wide, 3) / 2 * (1 if one.x <= other.x else -1)
    one.x = _within(one.x - sideways, MARGIN_X, WIDTH - MARGIN_X)
    other.x = _within(other.x + sideways, MARGIN_X, WIDTH - MARGIN_X)
    return True


def _within(value, least, most):
    return max(least, min(most, value))


def as_graphml(network):
    """GraphML in UTF-8, for Gephi and the like."""
    lines = networkx.generate_graphml(graph(network), encoding="utf-8")
    return "\n".join(['<?xml version="1.0" encoding="utf-8"?>', *lines])


def as_csv(network):
    """One edge a row, under a byte order mark so that a spreadsheet reads the Arabic."""
    out = io.StringIO()
    rows = csv.writer(out)
    rows.writerow(COLUMNS)
    rows.writerows(
        (one.slug, one.name_ar, other.slug, other.name_ar, count) for one, other, count in network.edges
    )
    return "\ufeff" + out.getvalue()
