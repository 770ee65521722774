"""Whom each text of a story names and by what title, and whom it lets speak."""

from collections import defaultdict
from dataclasses import dataclass

from articles.arabic.analyzer import shipped_analyzer
from articles.models import Mention, Quote

from .rarity import stems

# A quote is carried elsewhere when so much of what it says stands there.
CARRIED = 0.7


@dataclass
class Named:
    """An actor and how each text calls them: `wordings` by the text's place, one list for each."""

    actor: object
    wordings: list

    @property
    def texts(self):
        return sum(bool(words) for words in self.wordings)

    @property
    def only(self):
        """The place of the one text that names them, from 0; None if several do."""
        return next(place for place, words in enumerate(self.wordings) if words) if self.texts == 1 else None


def named(tellings):
    """Everybody named in the texts, those named by most first; one query."""
    places = {telling.article.pk: place for place, telling in enumerate(tellings)}
    found = defaultdict(lambda: [[] for _ in tellings])
    actors = {}
    for mention in Mention.objects.shown().filter(article__in=places).select_related("actor"):
        words = found[mention.actor_id][places[mention.article_id]]
        wording = f"{mention.rank} {_without_and(mention.surface)}".strip()
        actors[mention.actor_id] = mention.actor
        if wording not in words:
            words.append(wording)
    rows = [Named(actors[pk], wordings) for pk, wordings in found.items()]
    return sorted(rows, key=lambda row: (-row.texts, row.actor.name))


def _without_and(surface):
    """«والإمارات» → «الإمارات», and «وليامز» as it is."""
    bare = shipped_analyzer().words(surface)[0].bare if surface.startswith("و") else "و"
    return surface if bare.startswith("و") else surface[1:]


def lone_quotes(tellings):
    """Quotes that only one text of several carries, in the order of the texts; one query."""
    if len(tellings) < 2:
        return []
    places = {telling.article.pk: place for place, telling in enumerate(tellings)}
    said = [set(stems(telling.text)) for telling in tellings]
    quotes = Quote.objects.shown().filter(article__in=places).select_related("actor", "article__source")
    lone = [quote for quote in quotes if not _elsewhere(quote, places[quote.article_id], said)]
    return sorted(lone, key=lambda quote: (places[quote.article_id], quote.start))


def _elsewhere(quote, own_place, said):
    words = set(stems(quote.speech))
    return any(
        len(words & other) >= CARRIED * len(words) for place, other in enumerate(said) if place != own_place
    )
