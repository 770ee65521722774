"""How well a Latin spelling finds its Arabic name: `python -m bench.names names_ar_latin.jsonl`.

Each line has `ar` and `latin`, one word of a name in both scripts. `shared_key` is the share of pairs with a key in
common; `first` and `first_five` the share of Latin spellings whose Arabic is the first, or among the first five, of
those that share a key, out of all the Arabic names in the first `--names` lines.
"""

import argparse
import json
from collections import defaultdict
from pathlib import Path

from articles.arabic.names import keys, rank


def pairs(path: Path, limit: int) -> list[tuple[str, str]]:
    """The first `limit` pairs of an Arabic and a Latin word."""
    with path.open(encoding="utf-8") as lines:
        items = [json.loads(line) for line, _ in zip(lines, range(limit), strict=False)]
    return [(item["ar"], item["latin"]) for item in items]


def evaluate(path: Path, limit: int = 5000, queries: int = 3000) -> dict[str, float]:
    """Shares from 0 to 1, and how many candidates share a key with a spelling."""
    found = pairs(path, limit)
    by_key = defaultdict(set)
    for arabic, _ in found:
        for key in keys(arabic):
            by_key[key].add(arabic)
    places, candidates = [], 0
    for arabic, latin in found[:queries]:
        alike = set().union(*(by_key[key] for key in keys(latin)))
        candidates += len(alike)
        ranked = [name for name, _ in rank(latin, sorted(alike), limit=5)]
        places.append(ranked.index(arabic) if arabic in ranked else None)
    return {
        "shared_key": sum(bool(keys(arabic) & keys(latin)) for arabic, latin in found) / len(found),
        "first": places.count(0) / len(places),
        "first_five": sum(place is not None for place in places) / len(places),
        "candidates": candidates / len(places),
    }


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("path", type=Path)
    parser.add_argument("--names", type=int, default=5000)
    options = parser.parse_args()
    print(json.dumps(evaluate(options.path, options.names)))


if __name__ == "__main__":
    main()
