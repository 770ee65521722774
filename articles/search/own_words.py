"""The archive's own words: how often it writes which, and the names that its register protects from the stemmer.

Made by `manage.py make_lexicon` from the archive itself, kept as two text files, and read beside the shipped lexicon
when the analysis is first needed. Other words make another version of the analysis, so the index must follow.
"""

from pathlib import Path

from django.conf import settings

from articles.arabic.lexicon import LIBYAN, SHIPPED, Lexicon
from articles.arabic.stemmer import protected_words
from articles.arabic.stopwords import data_lines
from articles.models import Actor, ActorName, Article

HEADER = "How often the archive writes which word: «frequency word word …», folded. Made by manage.py make_lexicon."
NAMES_HEADER = (
    "# Names of the register that the stemmer leaves whole, one a line. Made by manage.py make_lexicon.\n"
)
# Names of organisations are made of everyday words, which must go on being stemmed.
PROTECTED = (Actor.Kind.PERSON, Actor.Kind.PLACE)


def lexicon_path():
    return Path(settings.ANALYSIS_DIR) / "lexicon.txt"


def names_path():
    return Path(settings.ANALYSIS_DIR) / "names.txt"


def make():
    """Count the archive's words and list its names; returns how many of each were kept."""
    lexicon_path().parent.mkdir(parents=True, exist_ok=True)
    rows = Article.objects.values_list("title", "standfirst", "body").iterator(chunk_size=500)
    lexicon = Lexicon.from_texts("\n".join(parts) for parts in rows)
    lexicon.write(lexicon_path(), HEADER)
    aliases = ActorName.objects.filter(script="arab", actor__kind__in=PROTECTED).values_list(
        "text", flat=True
    )
    names = {*Actor.objects.filter(kind__in=PROTECTED).values_list("name_ar", flat=True), *aliases}
    names_path().write_text(NAMES_HEADER + "\n".join(sorted(names)) + "\n", encoding="utf-8")
    return len(Lexicon.load(lexicon_path())), len(names)


def forget():
    """Go back to the shipped words alone; whether there were any others."""
    there = [path for path in (lexicon_path(), names_path()) if path.exists()]
    for path in there:
        path.unlink()
    return bool(there)


def lexicon():
    """The shipped lexicon with the archive's own words added, if they have been counted."""
    own = [lexicon_path()] if lexicon_path().exists() else []
    return Lexicon.load(SHIPPED, LIBYAN, *own)


def protected():
    """The folded words of the register's names, if they have been listed."""
    return protected_words(data_lines(names_path())) if names_path().exists() else frozenset()
