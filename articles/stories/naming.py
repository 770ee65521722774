"""Whom each text of a story names and by what title, and whom it lets speak."""

import re
from collections import defaultdict
from dataclasses import dataclass

from articles.arabic.normalizer import fold
from articles.models import Actor, Mention, Quote

from .terms import stems
from .wording import without_and

KINDS = [Actor.Kind.PERSON, Actor.Kind.ORGANISATION, Actor.Kind.PLACE]
# At most two are written before a name: «وبالإمارات».
CLITICS = re.compile("[وفبلك]{0,2}")
# A quote is carried elsewhere when so much of what it says stands there.
CARRIED = 0.7
# Less is no saying that could be compared: «أعلنت الحكومة الحداد».
LEAST_SAID = 3


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
    """Everybody named in the texts, those named by most first, persons before bodies and places; two queries."""
    places = {telling.article.pk: place for place, telling in enumerate(tellings)}
    found = defaultdict(lambda: [[] for _ in tellings])
    mentions = list(Mention.objects.shown().filter(article__in=places))
    actors = Actor.objects.prefetch_related("names").in_bulk({mention.actor_id for mention in mentions})
    known = {pk: {fold(text) for text in _names(actor)} for pk, actor in actors.items()}
    for mention in mentions:
        words = found[mention.actor_id][places[mention.article_id]]
        wording = f"{mention.rank} {_without_clitics(mention.surface, known[mention.actor_id])}".strip()
        if wording not in words:
            words.append(wording)
    rows = [Named(actors[pk], wordings) for pk, wordings in found.items()]
    return sorted(rows, key=lambda row: (-row.texts, KINDS.index(row.actor.kind), row.actor.name))


def _names(actor):
    return [actor.name_ar, *(name.text for name in actor.names.all())]


def _without_clitics(surface, known):
    """«وشحات» → «شحات», «للبعثة» → «البعثة» where that is a known name of theirs; of others only «و» goes."""
    lengths = range(CLITICS.match(surface).end() + 1)
    rests = [surface[length:] for length in lengths] + [f"ال{surface[length:]}" for length in lengths]
    return next((rest for rest in rests if fold(rest) in known), without_and(surface))


def lone_quotes(tellings):
    """Quotes that only one text of several carries, in the order of the texts; one query."""
    if len(tellings) < 2:
        return []
    places = {telling.article.pk: place for place, telling in enumerate(tellings)}
    said = [set(stems(telling.text)) for telling in tellings]
    quotes = Quote.objects.shown().filter(article__in=places).select_related("actor", "article__source")
    said_much = [quote for quote in quotes if len(quote.speech.split()) >= LEAST_SAID]
    lone = [quote for quote in said_much if not _elsewhere(quote, places[quote.article_id], said)]
    return sorted(lone, key=lambda quote: (places[quote.article_id], quote.start))


def _elsewhere(quote, own_place, said):
    words = set(stems(quote.speech))
    return any(
        len(words & other) >= CARRIED * len(words) for place, other in enumerate(said) if place != own_place
    )
