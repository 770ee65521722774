"""Writes down who said what, as suggestions; what an editor confirmed or rejected stays."""

from articles.models import Actor, Mention, Quote
from articles.models.visibility import SHOWN_MENTIONS

from . import gender
from .decisions import nearest
from .quotes import Speaker, find_quotes

FIELDS = (
    *("article_id", "actor_id", "start", "sentence"),
    *("speech_start", "speech_end", "direct", "verb"),
)
SPEAKING = (Actor.Kind.PERSON, Actor.Kind.ORGANISATION)


def spoken_in(text, mentions, names):
    """What is said in a body, given as a text or `Reading`; `names` is the gazetteer, which knows kinds and genders."""
    named = [
        row
        for row in sorted(mentions, key=lambda row: (row.start, -row.end))
        if row.part == Mention.Part.BODY and row.status in SHOWN_MENTIONS
    ]
    speakers = [
        _speaker(row, names) for row in _outermost(named) if names.kinds.get(row.actor_id) in SPEAKING
    ]
    return find_quotes(text, speakers) if speakers else []


def rows_of(article, found):
    """The speeches that `spoken_in` found in an article's body, as values of FIELDS."""
    spoken = {(one.start, one.actor, one.speech_start): one for one in found}
    return [
        (
            *(article.pk, found.actor, found.start, article.body[found.start : found.end]),
            *(found.speech_start - found.start, found.speech_end - found.start, found.direct, found.verb),
        )
        for found in spoken.values()
    ]


def _speaker(row, names):
    body = names.kinds[row.actor_id] != Actor.Kind.PERSON
    spoken_of = gender.of_body(row.surface) if body else names.genders.get(row.actor_id, "")
    return Speaker(row.start, row.end, row.actor_id, body, spoken_of)


def _outermost(rows):
    """Mentions, given in order, that stand within no other: a body named in an office's wording does not speak."""
    end = 0
    for row in rows:
        if row.end > end:
            yield row
            end = row.end


def attribute(article, mentions, names):
    """Bring the article's quotes up to its text and mentions, within the caller's transaction."""
    rows = list(article.quotes.order_by("start"))
    kept = _follow_the_text(article, [row for row in rows if row.status != Quote.Status.SUGGESTED])
    found = rows_of(article, spoken_in(article.body, mentions, names))
    quotes = [Quote(**dict(zip(FIELDS, row, strict=True))) for row in found]
    wanted = {_identity(quote): quote for quote in quotes}
    wanted = {identity: quote for identity, quote in wanted.items() if identity[:3] not in kept}
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
        kept.add((start, quote.actor_id, quote.speech_start))
    return kept


def _identity(quote):
    return quote.start, quote.actor_id, quote.speech_start, quote.sentence, quote.speech_end
