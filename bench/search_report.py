"""Figures of the benchmark of search as JSON and as tables."""

from itertools import pairwise
from statistics import median

from bench.search_queries import STEADILY

MEGABYTE = 1 << 20
ROWS = {
    "indexing, articles/s of CPU": lambda of, size: f"{size['documents'] / max(of['cpu'], 0.001):,.0f}",
    "index, MB": lambda of, size: f"{of['bytes'] / MEGABYTE:,.0f}",
    "opening, ms": lambda of, size: f"{of['open'] * 1000:.0f}",
    "saving one, ms (the first)": lambda of, size: f"{of['save'] * 1000:.0f} ({of['first save'] * 1000:.0f})",
    "resident, MB (without mapped files)": lambda of, size: (
        f"{of['resident'] / MEGABYTE:.0f} ({of['anonymous'] / MEGABYTE:.0f})"
    ),
}


def figures_of(built, answers):
    """{"engines": …, "pages": {class: {engine: …}}, "queries": 54, "differing": …} of one size."""
    pages, outlines = {}, {}
    for engine, asked, answer in answers:
        for name in (asked.name,) if asked.name == STEADILY else ("all", asked.name):
            pages.setdefault(name, {}).setdefault(engine, []).append(answer)
        outlines.setdefault(asked, {})[engine] = answer["outline"]
    return {
        "engines": built,
        "pages": {
            name: {engine: _summary(found) for engine, found in by_engine.items()}
            for name, by_engine in pages.items()
        },
        "queries": len(outlines),
        "differing": [
            {"query": [asked.how, *asked.words, asked.source], "outlines": found}
            for asked, found in outlines.items()
            if any(outline != found["ours"] for outline in found.values())
        ],
    }


def _summary(answers):
    """Milliseconds."""
    walls = sorted(answer["wall"] * 1000 for answer in answers)
    return {
        "p50": median(walls),
        "p95": walls[int(len(walls) * 0.95)],
        "cpu": median(answer["cpu"] * 1000 for answer in answers),
        "search": median(answer["search"] * 1000 for answer in answers),
        "total": median(answer["outline"]["total"] for answer in answers),
    }


def report(results):
    """All sizes, their growth, and the machine, in Markdown."""
    on = results["on"]
    load = ", ".join(f"{load:.1f}" for load in on["load"])
    versions = ", ".join(f"{name} {number}" for name, number in on["versions"].items())
    head = f"{on['when']}: {on['machine']}, {on['cores']} cores, load {load} at the start; {versions}"
    sizes = results["sizes"]
    return "\n\n".join([head, *map(table, sizes), *([growth(sizes)] if len(sizes) > 1 else [])]) + "\n"


def table(size):
    """The figures of one size."""
    engines = list(size["engines"])
    lines = [
        f"### {size['documents']:,} articles",
        "",
        f"| page, ms: p50 (p95) CPU | {' | '.join(engines)} | matches |",
        "|" + "---|" * (len(engines) + 2),
    ]
    for name, found in size["pages"].items():
        cells = [
            f"{found[engine]['p50']:.1f} ({found[engine]['p95']:.1f}) {found[engine]['cpu']:.1f}"
            for engine in engines
        ]
        lines.append(f"| {name} | {' | '.join(cells)} | {found['ours']['total']:,.0f} |")
    lines.append(
        f"| all, times ours: p50 (CPU) | {' | '.join(_ratio(size, engine) for engine in engines)} | |"
    )
    alone = [f"{size['pages']['all'][engine]['search']:.1f}" for engine in engines]
    lines.append(f"| all, CPU before marking, ms | {' | '.join(alone)} | |")
    for name, cell in ROWS.items():
        lines.append(
            f"| {name} | {' | '.join(cell(size['engines'][engine], size) for engine in engines)} | |"
        )
    same = size["queries"] - len(size["differing"])
    lines.append(
        f"\nSame work (total, hits, every count) by all engines: {same} of {size['queries']} queries."
    )
    return "\n".join(lines)


def _ratio(size, engine):
    """How many times as long as ours an engine takes for all pages, by the median of the wall and of the CPU."""
    found = size["pages"]["all"]
    wall, cpu = (found[engine][what] / max(found["ours"][what], 0.001) for what in ("p50", "cpu"))
    return f"{wall:.2f} ({cpu:.2f})"


def growth(sizes):
    """How the page and its matches grow from size to size: of ours by class, of all engines for all classes."""
    steps = [f"{size['documents']:,}" for size in sizes]
    heads = [steps[0], *(cell for step in steps[1:] for cell in (step, "×"))]
    lines = [
        "### Growth: CPU of the median page, ms, with its matches",
        "",
        f"| page | {' | '.join(heads)} |",
        "|" + "---|" * (len(heads) + 1),
    ]
    rows = [(name, "ours") for name in sizes[0]["pages"]]
    rows += [("all", engine) for engine in sizes[0]["engines"] if engine != "ours"]
    return "\n".join(lines + [_grown(sizes, *row) for row in rows])


def _grown(sizes, name, engine):
    """One row: each size's figure, and between two of them by how much time and matches have grown."""
    found = [size["pages"].get(name, {}).get(engine) for size in sizes]
    cells = [_figure(found[0])]
    for before, after in pairwise(found):
        factors = [after[what] / before[what] for what in ("cpu", "total")] if before and after else None
        cells += [_figure(after), "{:.1f} (matches {:.1f})".format(*factors) if factors else ""]
    return f"| {name}{'' if engine == 'ours' else f', {engine}'} | {' | '.join(cells)} |"


def _figure(of):
    return f"{of['cpu']:.1f} ({of['total']:,.0f})" if of else ""
