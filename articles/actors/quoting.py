"""Writes down who said what, as suggestions; what an editor confirmed or rejected stays."""

from articles.models import Actor, Mention, Quote
from articles.models.visibility import SHOWN_MENTIONS

from .decisions import nearest
from .quotes import Speaker, find_quotes

SPEAKING = (Actor.Kind.PERSON, Actor.Kind.ORGANISATION)


def quotes_of(article, mentions, kinds):
    """The quotes in the body as unsaved rows; `kinds` maps an actor's id to its kind."""
    named = [
        row
        for row in sorted(mentions, key=lambda row: (row.start, -row.end))
        if row.part == Mention.Part.BODY and row.status in SHOWN_MENTIONS
    ]
    speakers = [
        Speaker(row.start, row.end, row.actor_id, kinds[row.actor_id] != Actor.Kind.PERSON)
        for row in _outermost(named)
        if kinds.get(row.actor_id) in SPEAKING
    ]
    if not speakers:
        return []
    return [
        Quote(
            article=article,
            actor_id=found.actor,
            start=found.start,
            sentence=article.body[found.start : found.end],
            speech_start=found.speech_start - found.start,
            speech_end=found.speech_end - found.start,
            direct=found.direct,
            verb=found.verb,
        )
        for found in find_quotes(article.body, speakers)
    ]


def _outermost(rows):
    """Mentions, given in order, that stand within no other: a body named in an office's wording does not speak."""
    end = 0
    for row in rows:
        if row.end > end:
            yield row
            end = row.end


def attribute(article, mentions, kinds):
    """Bring the article's quotes up to its text and mentions, within the caller's transaction."""
    rows = list(article.quotes.order_by("start"))
    kept = _follow_the_text(article, [row for row in rows if row.status != Quote.Status.SUGGESTED])
    wanted = {_identity(quote): quote for quote in quotes_of(article, mentions, kinds)}
    wanted = {identity: quote for identity, quote in wanted.items() if identity[:2] not in kept}
    standing = {_identity(row): row for row in rows if row.status == Quote.Status.SUGGESTED}
    stale = [standing[one].pk for one in standing.keys() - wanted.keys()]
    if stale:
        Quote.objects.filter(pk__in=stale).delete()
    Quote.objects.bulk_create(quote for identity, quote in wanted.items() if identity not in standing)


def _follow_the_text(article, decided):
    """Move decided quotes with their sentences, drop those whose sentence is gone; the places of the rest."""
    kept = set()
    for quote in decided:
        start = nearest(article.body, quote.sentence, quote.start)
        if start is None:
            quote.delete()
            continue
        if start != quote.start:
            quote.start = start
            quote.save(update_fields=["start"])
        kept.add((start, quote.actor_id))
    return kept


def _identity(quote):
    return quote.start, quote.actor_id, quote.sentence, quote.speech_start, quote.speech_end
