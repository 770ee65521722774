"""The benchmark of search as a picture."""

import matplotlib

matplotlib.use("Agg")

from matplotlib import pyplot
from matplotlib.ticker import FuncFormatter, NullLocator

from bench.search_queries import STEADILY

TITLES = {"all": "The analyst's page", STEADILY: f"A word with {STEADILY}"}
LEAST_APART = 1.35  # of a name to the next one above it, as a ratio of milliseconds


def plot(sizes, path):
    """The median page of each engine against the number of articles, all queries and those of as many matches."""
    figure, panels = pyplot.subplots(1, 2, figsize=(11, 4.8), sharey=True)
    for axes, (kind, title) in zip(panels, TITLES.items(), strict=True):
        _panel(axes, sizes, kind)
        axes.set_title(title, loc="left", fontsize=11)
    panels[0].set_ylabel("milliseconds of the processor, median")
    figure.tight_layout()
    figure.savefig(path, dpi=150)


def _panel(axes, sizes, kind):
    curves = _curves(sizes, kind)
    colours = {}
    for engine, points in curves.items():
        width = 2.6 if engine == "ours" else 1.4
        (line,) = axes.plot(*zip(*points, strict=True), marker="o", markersize=4, linewidth=width)
        colours[engine] = line.get_color()
    axes.set(xscale="log", yscale="log", xlabel="articles")
    axes.set_xticks([size["documents"] for size in sizes])
    axes.xaxis.set_major_formatter(FuncFormatter(lambda number, _: f"{number:,.0f}"))
    axes.yaxis.set_major_formatter(FuncFormatter(lambda number, _: f"{number:g}"))
    axes.xaxis.set_minor_locator(NullLocator())
    axes.margins(x=0.25)
    axes.grid(axis="y", color="0.92")
    axes.spines[["top", "right"]].set_visible(False)
    _name(axes, curves, colours)


def _curves(sizes, kind):
    """{engine: [(articles, milliseconds of the processor)]}."""
    curves = {}
    for size in sizes:
        for engine, figures in size["pages"].get(kind, {}).items():
            curves.setdefault(engine, []).append((size["documents"], figures["cpu"]))
    return curves


def _name(axes, curves, colours):
    """Each curve by its name at its end, pushed up where two names would lie on each other."""
    lowest = {}
    for engine, points in sorted(curves.items(), key=lambda item: item[1][-1][1]):
        across, up = points[-1]
        at = lowest[across] = max(up, lowest.get(across, 0) * LEAST_APART)
        axes.annotate(
            engine,
            (across, at),
            xytext=(8, 0),
            textcoords="offset points",
            color=colours[engine],
            weight="bold" if engine == "ours" else "normal",
            va="center",
        )
