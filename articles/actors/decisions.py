"""An editor's decisions about mentions, kept in their places while the text around them is edited."""

import re


def follow_the_text(article, decided):
    """Move each of the article's decided mentions to where its words now stand; drop those whose words are gone.

    Of several places with the same words the nearest to the old one is taken, each once. Returns those kept.
    """
    kept, used = [], set()
    for mention in decided:
        meant = mention.part, mention.actor_id, mention.office_id
        text = getattr(article, mention.part)
        start = nearest(
            text, mention.surface, mention.start, lambda place, meant=meant: (place, meant) not in used
        )
        if start is None:
            mention.delete()
            continue
        used.add((start, meant))
        if start != mention.start:
            mention.start, mention.end = start, start + len(mention.surface)
            mention.save(update_fields=["start", "end"])
        kept.append(mention)
    return kept


def nearest(text, words, start, free=lambda place: True):
    """Where whole words now stand in a text: at `start` still, else at the nearest `free` place; None if gone."""
    if text.startswith(words, start):
        return start
    whole = re.compile(rf"(?<!\w){re.escape(words)}(?!\w)")
    places = [match.start() for match in whole.finditer(text) if free(match.start())]
    return min(places, key=lambda place: abs(place - start), default=None)
