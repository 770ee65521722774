"""How well the linker does on articles whose actors somebody has written down."""

import datetime
import json
from collections import Counter, defaultdict

from .resolving import Article


def read_gold(lines):
    """One JSON object a line: ``title``, ``body``, ``date`` (ISO) and ``actors``, ``not_actors`` (Arabic names).

    Raises ValueError with the number of the line that is none.
    """
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                row = json.loads(line)
                yield (
                    row["title"],
                    row["body"],
                    row.get("date"),
                    set(row["actors"]),
                    set(row.get("not_actors", ())),
                )
            except (ValueError, KeyError, TypeError) as error:
                raise ValueError(f"line {number}: {error}") from error


def evaluate(gold, gazetteer, actors, suggestions=False):
    """Compare the set of actors linked in each article with the set meant.

    `actors` maps an actor's id to (Arabic name, kind). Suggestions count as links only if asked for. Returns a
    dict of precision, recall and F1 overall and by kind, links by method, and each article that went wrong.
    """
    kinds, methods, mistakes = defaultdict(Counter), defaultdict(Counter), []
    kind_of = dict(actors.values())
    for title, body, date, meant, banned in gold:
        found = _linked(title, body, date, gazetteer, actors, suggestions)
        for name in meant | found.keys():
            outcome = "right" if name in meant and name in found else "missed" if name in meant else "wrong"
            kinds[kind_of.get(name, "unknown")][outcome] += 1
            for method in found.get(name, ()):
                methods[method][outcome] += 1
        missed, wrong = meant - found.keys(), found.keys() - meant
        if missed or wrong:
            mistakes.append({"title": title, "missed": sorted(missed), "wrong": sorted(wrong)})
        kinds["not_actors"]["linked"] += len(banned & found.keys())
    forbidden = kinds.pop("not_actors", Counter())["linked"]
    return {
        "overall": _scores(sum(kinds.values(), Counter())),
        "by_kind": {kind: _scores(counts) for kind, counts in sorted(kinds.items())},
        "by_method": {method: _scores(counts) for method, counts in sorted(methods.items())},
        "not_actors_linked": forbidden,
        "mistakes": mistakes,
    }


def _linked(title, body, date, gazetteer, actors, suggestions):
    """The names linked, each with the methods that found it."""
    days = (datetime.date.fromisoformat(date),) * 2 if date else None
    found = defaultdict(set)
    for link in Article({"title": title, "body": body}, gazetteer, days).resolve():
        if link.actor and (link.automatic or suggestions):
            found[actors[link.actor][0]].add(link.method)
    return found


def _scores(counts):
    found, meant = counts["right"] + counts["wrong"], counts["right"] + counts["missed"]
    precision = counts["right"] / found if found else 1.0
    recall = counts["right"] / meant if meant else 1.0
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return {"precision": round(precision, 4), "recall": round(recall, 4), "f1": round(f1, 4), **counts}
