"""How well copies and stories are found on texts whose groups somebody has written down."""

import json
from collections import Counter, defaultdict
from itertools import combinations

from articles.arabic.partial_date import PartialDate

from .deciding import Deciding, worth_a_look
from .evidence import WINDOW
from .profile import Profile
from .rarity import Rarity
from .told import Told


def read_gold(lines):
    """One JSON object a line: ``title``, ``body``, ``date`` (ISO or null), ``source``, ``story``, ``copy_group``.

    Raises ValueError with the number of the line that is none.
    """
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                row = json.loads(line)
                profile = Profile(
                    number,
                    row.get("source") or number,
                    _span(row.get("date")),
                    row.get("title") or "",
                    row["body"],
                )
                yield profile, row.get("story"), row.get("copy_group")
            except (ValueError, KeyError, TypeError) as error:
                raise ValueError(f"line {number}: {error}") from error


def _span(written):
    """The first and the last day of an ISO date or time, which may end with the month or the year; None without one."""
    try:
        date = PartialDate.parse((written or "")[:10])
    except ValueError:
        return None
    return date.earliest().toordinal(), date.latest().toordinal()


def evaluate(gold):
    """Pairwise precision, recall and F1 for ``copies`` and ``stories``, and the pairs that went wrong."""
    gold = list(gold)
    profiles = {profile.article: profile for profile, _story, _copy in gold}
    copies, stories = group(profiles)
    found = {"copies": _pairs(copies), "stories": _pairs(stories)}
    meant = {
        "copies": _pairs(_groups({row[0].article: row[2] for row in gold if row[2]})),
        "stories": _pairs(_groups({row[0].article: row[1] for row in gold if row[1]})),
    }
    return {"texts": len(gold)} | {
        part: _scores(found[part], meant[part])
        | {
            "wrong": _titles(found[part] - meant[part], profiles),
            "missed": _titles(meant[part] - found[part], profiles),
        }
        for part in found
    }


def group(profiles):
    """The groups of copies and of stories among profiles, each a list of sets, as if they arrived in one batch."""
    judge = deciding(profiles)
    copies, stories = worth_a_look(_near(profiles, judge.told))
    judge.find_copies(copies)
    lone = {article: {article} for article in profiles}
    return _groups(judge.copies), [*judge.stories(lone, stories).values()]


def deciding(profiles):
    """The `Deciding` of profiles that are all there is in the archive."""
    counts = Counter(term for profile in profiles.values() for term in profile.terms)
    rarity = Rarity(counts, len(profiles))
    told = {
        article: Told.of(profile.terms, profile.headline, rarity) for article, profile in profiles.items()
    }
    return Deciding(profiles, told, rarity, Counter(profile.day for profile in profiles.values()))


def _near(profiles, told):
    """What `candidates.near` answers, without a database."""
    sketches, words = defaultdict(list), defaultdict(list)
    for article, profile in profiles.items():
        for key in profile.sketch:
            sketches[key].append(article)
        for key in told[article].leads:
            words[key].append(article)
    shared = defaultdict(lambda: [0, 0])
    for place, shelf in enumerate((sketches, words)):
        for articles in shelf.values():
            for pair in combinations(articles, 2):
                if place == 0 or _within(*map(profiles.get, pair)):
                    shared[pair][place] += 1
    return [(*pair, *counts) for pair, counts in shared.items()]


def _within(one, other):
    return (one.apart(other) or 0) <= WINDOW


def _groups(names):
    groups = defaultdict(set)
    for article, name in names.items():
        groups[name].add(article)
    return [*groups.values()]


def _pairs(groups):
    return {pair for members in groups for pair in combinations(sorted(members), 2)}


def _scores(found, meant):
    right = len(found & meant)
    precision = right / len(found) if found else 1.0
    recall = right / len(meant) if meant else 1.0
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    figures = {"precision": precision, "recall": recall, "f1": f1}
    return {name: round(value, 4) for name, value in figures.items()} | {"pairs": len(meant)}


def _titles(pairs, profiles):
    return [[profiles[article].title for article in pair] for pair in sorted(pairs)]
