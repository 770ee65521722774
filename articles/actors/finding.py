"""Actors by any spelling of their names: «Hifter», «Gheddafi» and «حفتر» find them."""

from functools import lru_cache

from articles.models import Actor, ActorName

from .linking import stamp
from .romanising import Romaniser
from .spellings import Spellings

# A surname that the register gives one bearer is his before others whose full names end in it.
FORMS_FIRST = ("short", "nisba", "abbreviation")


def find_actors(text, limit=10):
    """The actors whom a text in either script may name, the likest first, each with its `likeness` to 100."""
    found = dict(_spellings(stamp((Actor, ActorName))).find(text, limit))
    actors = Actor.objects.with_article_counts().in_bulk(found)
    for number, likeness in found.items():
        if number in actors:
            actors[number].likeness = likeness
    return [actors[number] for number in found if number in actors]


def english_name(arabic):
    """How English might write a name that the register lacks, by the spellings of those it has; to be corrected."""
    return _romaniser(stamp((Actor,))).english(arabic)


@lru_cache(maxsize=1)
def _romaniser(_stamp):
    return Romaniser(Actor.objects.values_list("name_ar", "name_en"))


@lru_cache(maxsize=1)
def _spellings(_stamp):
    aliases = ActorName.objects.values_list("text", "actor", "kind")
    first = [(text, actor) for text, actor, kind in aliases if kind in FORMS_FIRST]
    others = [(text, actor) for text, actor, kind in aliases if kind not in FORMS_FIRST]
    both = Actor.objects.values_list("pk", "name_ar", "name_en")
    return Spellings([*first, *((name, pk) for pk, *names in both for name in names), *others])
