"""An editor's decisions about mentions, kept in their places while the text around them is edited."""

import re


def follow_the_text(article, decided):
    """Move each of the article's decided mentions to where its words now stand; drop those whose words are gone.

    Of several places with the same words the nearest to the old one is taken, each once. Returns those kept.
    """
    kept, used = [], set()
    for mention in decided:
        start = _nearest(getattr(article, mention.part), mention, used)
        if start is None:
            mention.delete()
            continue
        used.add((mention.part, start, mention.actor_id, mention.office_id))
        if start != mention.start:
            mention.start, mention.end = start, start + len(mention.surface)
            mention.save(update_fields=["start", "end"])
        kept.append(mention)
    return kept


def _nearest(text, mention, used):
    if text[mention.start : mention.end] == mention.surface:
        return mention.start
    whole = re.compile(rf"(?<!\w){re.escape(mention.surface)}(?!\w)")
    places = [
        match.start()
        for match in whole.finditer(text)
        if (mention.part, match.start(), mention.actor_id, mention.office_id) not in used
    ]
    return min(places, key=lambda place: abs(place - mention.start), default=None)
