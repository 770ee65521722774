"""Figures of the benchmark of search as JSON, table and plot."""

from statistics import median

import matplotlib

matplotlib.use("Agg")

from matplotlib import pyplot

MEGABYTE = 1 << 20


def figures_of(built, answers):
    """{"engines": …, "pages": {class: {engine: …}}, "disagreements": …} of one size."""
    pages, totals = {}, {}
    for engine, asked, answer in answers:
        for name in (asked.name, "all"):
            pages.setdefault(name, {}).setdefault(engine, []).append(answer)
        totals.setdefault(asked, {})[engine] = answer["total"]
    return {
        "engines": built,
        "pages": {
            name: {engine: _summary(found) for engine, found in by_engine.items()}
            for name, by_engine in pages.items()
        },
        "disagreements": [
            {"query": [asked.how, *asked.words, asked.source], "totals": found}
            for asked, found in totals.items()
            if len(set(found.values())) > 1
        ],
    }


def _summary(answers):
    """Milliseconds."""
    walls = sorted(answer["wall"] * 1000 for answer in answers)
    return {
        "p50": median(walls),
        "p95": walls[int(len(walls) * 0.95)],
        "cpu": median(answer["cpu"] * 1000 for answer in answers),
        "total": median(answer["total"] for answer in answers),
    }


def table(size):
    """The figures of one size in Markdown."""
    engines = list(size["engines"])
    lines = [
        f"### {size['documents']:,} articles",
        "",
        f"| page, ms: p50 (p95) CPU | {' | '.join(engines)} | matches |",
    ]
    lines.append("|" + "---|" * (len(engines) + 2))
    for name, found in size["pages"].items():
        cells = [
            f"{found[engine]['p50']:.1f} ({found[engine]['p95']:.1f}) {found[engine]['cpu']:.1f}"
            for engine in engines
        ]
        lines.append(f"| {name} | {' | '.join(cells)} | {found['ours']['total']:,.0f} |")
    rows = {
        "indexing, articles/s of CPU": lambda e: f"{size['documents'] / max(e['cpu'], 0.001):,.0f}",
        "index, MB": lambda e: f"{e['bytes'] / MEGABYTE:,.0f}",
        "opening, ms": lambda e: f"{e['open'] * 1000:.0f}",
        "saving one, ms (the first)": lambda e: f"{e['save'] * 1000:.0f} ({e['first save'] * 1000:.0f})",
        "resident, MB (without mapped files)": lambda e: (
            f"{e['resident'] / MEGABYTE:.0f} ({e['anonymous'] / MEGABYTE:.0f})"
        ),
    }
    for name, cell in rows.items():
        lines.append(f"| {name} | {' | '.join(cell(size['engines'][engine]) for engine in engines)} | |")
    lines.append(
        f"| all pages, times ours: p50 (CPU) | {' | '.join(map(_ratio, [size] * len(engines), engines))} | |"
    )
    lines.append(f"\nTotals that differ between engines: {len(size['disagreements'])}")
    return "\n".join(lines)


def _ratio(size, engine):
    """How many times as long as ours an engine takes for all pages, by the median of the wall and of the CPU."""
    found = size["pages"]["all"]
    wall, cpu = (found[engine][what] / max(found["ours"][what], 0.001) for what in ("p50", "cpu"))
    return f"{wall:.2f} ({cpu:.2f})"


def plot(sizes, path):
    """The median page of each engine against the number of articles, both logarithmic."""
    figure, axes = pyplot.subplots(figsize=(7, 4.5))
    for engine in dict.fromkeys(engine for size in sizes for engine in size["engines"]):
        points = [
            (size["documents"], size["pages"]["all"][engine]["p50"])
            for size in sizes
            if engine in size["engines"]
        ]
        (line,) = axes.plot(*zip(*points, strict=True), marker="o")
        axes.annotate(f" {engine}", points[-1], color=line.get_color(), va="center")
    axes.set(xscale="log", yscale="log", xlabel="articles", ylabel="analyst's page, p50, ms")
    axes.spines[["top", "right"]].set_visible(False)
    figure.tight_layout()
    figure.savefig(path, dpi=150)
