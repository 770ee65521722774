"""The archive's own words: how often it writes which, and the names that its register protects from the stemmer.

They are counted again, without anybody's asking, whenever the archive has grown by SHARE since the last count. Each
count is an edition, a folder of two text files that never changes: ``analysis/0003-of-2250`` is the third, over 2,250
articles. An index names the edition it was made with, and is searched with that one until it is made anew.
"""

import os
import re
from pathlib import Path
from shutil import rmtree

from django.conf import settings
from django.db import connections

from articles.arabic.lexicon import LIBYAN, SHIPPED, Lexicon
from articles.arabic.stemmer import protected_words
from articles.arabic.stopwords import data_lines
from articles.models import Actor, ActorName, Article
from articles.search.engine.building import by_shares, stretches

HEADER = (
    "How often the archive writes which word: «frequency word word …», folded. Counted by the archive itself."
)
NAMES_HEADER = (
    "# Names of the register that the stemmer leaves whole, one a line. Listed by the archive itself.\n"
)
# Names of organisations are made of everyday words, which must go on being stemmed.
PROTECTED = (Actor.Kind.PERSON, Actor.Kind.PLACE)
SHIPPED_ALONE = ""
LEAST = 1000  # articles; of fewer the shipped words know more
SHARE = 0.5
KEPT = 2  # the newest editions: what a process may still be searching with stays
EDITION = re.compile(r"(\d{4})-of-(\d+)")


def editions():
    """Their names, oldest first."""
    folder = Path(settings.ANALYSIS_DIR)
    return (
        sorted(path.name for path in folder.iterdir() if EDITION.fullmatch(path.name))
        if folder.is_dir()
        else []
    )


def newest():
    return (editions() or [SHIPPED_ALONE])[-1]


def counted_over(edition):
    """How many articles there were when it was made: 2250 of ``0003-of-2250``."""
    return int(EDITION.fullmatch(edition)[2]) if edition else 0


def is_due():
    """Whether the archive has grown by so much that its words should be counted again."""
    return Article.objects.count() >= max(LEAST, counted_over(newest()) * (1 + SHARE))


def renew(processes=1):
    """Makes an edition if one is due; whether it was."""
    if is_due():
        make(processes)
        return True
    return False


def make(processes=1):
    """Count the archive's words and list its names; returns how many of each are in the new edition."""
    numbers = list(Article.objects.order_by("pk").values_list("pk", flat=True))
    number = int(EDITION.fullmatch(newest())[1]) + 1 if newest() else 1
    folder = Path(settings.ANALYSIS_DIR) / f"{number:04}-of-{len(numbers)}"
    aside = folder.with_name(f"new-{os.getpid()}")
    aside.mkdir(parents=True, exist_ok=True)
    _count(numbers, processes).write(aside / "lexicon.txt", HEADER)
    names = _names()
    (aside / "names.txt").write_text(NAMES_HEADER + "\n".join(sorted(names)) + "\n", encoding="utf-8")
    counted = len(Lexicon.load(aside / "lexicon.txt"))
    _put_in_place(aside, folder)
    return counted, len(names)


def _count(numbers, processes):
    """The `Lexicon` of the articles with these ascending numbers."""
    shares = list(stretches(numbers, processes))
    if len(shares) > 1:
        connections.close_all()
    first, *others = by_shares(_counted, [(share[0], share[-1]) for share in shares]) or [Lexicon()]
    for lexicon in others:
        first.update(lexicon)
    return first


def _counted(span):
    rows = Article.objects.filter(pk__range=span).values_list("title", "standfirst", "body")
    return Lexicon.from_texts("\n".join(parts) for parts in rows.iterator(chunk_size=500))


def _put_in_place(aside, folder):
    """Unless another process that was at it, too, came first: two workers of a server start at once."""
    try:
        aside.rename(folder)
    except OSError:
        if not folder.exists():
            raise
        rmtree(aside)


def _names():
    aliases = ActorName.objects.filter(script="arab", actor__kind__in=PROTECTED)
    actors = Actor.objects.filter(kind__in=PROTECTED)
    return {*actors.values_list("name_ar", flat=True), *aliases.values_list("text", flat=True)}


def clear_away(most=KEPT):
    """Drop all but the newest editions; with 0 the shipped words alone are left. Whether there were any."""
    gone = editions()[: len(editions()) - most]
    for name in gone:
        rmtree(Path(settings.ANALYSIS_DIR) / name)
    return bool(gone)


def lexicon(edition):
    """The shipped lexicon with the words of an edition added."""
    own = Path(settings.ANALYSIS_DIR) / edition / "lexicon.txt"
    return Lexicon.load(SHIPPED, LIBYAN, *([own] if edition and own.exists() else []))


def protected(edition):
    """The folded words of the names in an edition."""
    names = Path(settings.ANALYSIS_DIR) / edition / "names.txt"
    return protected_words(data_lines(names)) if edition and names.exists() else frozenset()
