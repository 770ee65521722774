"""What was refused, mended by an editor and taken in after all.

stated(refused)                              -> {"title": "…", "body": "…", "published": "32/13/2024"}
put_back(refused, {"body": "…"}, user)       -> Summary
"""

import json
from dataclasses import replace

from django.db import transaction
from django.utils import timezone

from articles.ingest.loader import load
from articles.ingest.records import FIELD_OF, read_record, spelled

WEB = ("http://", "https://")


def stated(refused):
    """What a refused item says of itself, by the names of the archive's fields, as text.

    Of a record its fields; of what is none, all of it as the text; of a page its address.
    """
    if address := next((text for text in (refused.place, refused.excerpt) if text.startswith(WEB)), ""):
        return {"url": address}
    try:
        record = json.loads(refused.excerpt)
    except ValueError:
        record = None
    if not isinstance(record, dict):
        return {"body": refused.excerpt}
    known = ((FIELD_OF.get(spelled(name)), value) for name, value in reversed(record.items()))
    return {name: value for name, value in known if name and isinstance(value, str) and value}


@transaction.atomic
def put_back(refused, values, user=None):
    """Loads the mended fields as a draft and takes the item off the list; BadRecord if they are still no article.

    An item whose text the archive has already goes off the list too.
    """
    item = read_record(refused.place, values, timezone.get_current_timezone())
    raw = json.dumps(values, ensure_ascii=False).encode()
    item = replace(item, raw=raw, size=len(raw), media_type="application/json")
    summary = load([item], status="draft", label=refused.place, source=refused.source, user=user)
    if not summary.skipped:
        refused.delete()
    return summary
