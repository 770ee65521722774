"""The archive's own frequent phrases, learned from its titles and leads, and what is being typed completed to them.

Kept as a text file beside the archive's own words, «texts<tab>phrase», and learned anew with the index; what has been
withdrawn since is never offered, for whoever offers a phrase counts it in the index first.
"""

import os
from contextlib import suppress
from dataclasses import dataclass
from heapq import nsmallest
from pathlib import Path

from django.conf import settings

from articles.arabic.collocations import collocations
from articles.models import Article
from articles.search.beginnings import NONE, Beginnings

MOST_ARTICLES = 200_000  # the newest
LEAD = 400  # characters of the first paragraph
GROWN = 0.05  # share by which the archive may change before its phrases are learned anew
FEW = 20  # articles; as many may change at any time
HEADER = "# Phrases of {} articles\n"


def path():
    return Path(settings.ANALYSIS_DIR) / "phrases.txt"


def learn():
    """Learn the phrases of all published articles and keep them; returns how many there are."""
    rows = Article.objects.published().order_by("-pk").values_list("title", "standfirst", "body")
    texts = [_opening(*row) for row in rows[:MOST_ARTICLES].iterator(chunk_size=1000)]
    found = collocations(texts)
    path().parent.mkdir(parents=True, exist_ok=True)
    new = path().with_suffix(".new")
    lines = "".join(f"{count}\t{phrase}\n" for phrase, count in found)
    new.write_text(HEADER.format(len(texts)) + lines, encoding="utf-8")
    os.replace(new, path())
    return len(found)


def _opening(title, standfirst, body):
    """The paragraphs apart, so that no phrase reaches from one into the other."""
    return "\n|\n".join((title, standfirst, body.partition("\n\n")[0][:LEAD]))


def learn_if_grown(articles):
    """Learn them where there are none, or those of an archive that was much smaller or larger."""
    before = _learned_from()
    if before is None or abs(articles - before) > max(FEW, before * GROWN):
        learn()


def _learned_from():
    with suppress(FileNotFoundError), path().open(encoding="utf-8") as file:
        return int("".join(letter for letter in file.readline() if letter.isdigit()) or 0)
    return None


@dataclass(frozen=True)
class Phrases:
    """The commonest first."""

    names: tuple[str, ...] = ()
    beginnings: Beginnings = NONE

    def beginning(self, typed, most):
        """The commonest that `Beginnings` finds: ``beginning(["مجلس", "الن"], 5) == ["مجلس النواب", …]``."""
        return [self.names[place] for place in nsmallest(most, self.beginnings.beginning(typed))]


_held = {}


def phrases():
    """The phrases that are kept; read anew when they have been learned anew."""
    try:
        stamp = path(), path().stat().st_mtime_ns
    except FileNotFoundError:
        return Phrases()
    if _held.get("stamp") != stamp:
        lines = path().read_text(encoding="utf-8").splitlines()
        names = tuple(line.split("\t")[1] for line in lines if "\t" in line)
        beginnings = Beginnings.of((name, place) for place, name in enumerate(names))
        _held.update(stamp=stamp, phrases=Phrases(names, beginnings))
    return _held["phrases"]
