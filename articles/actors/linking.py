"""Writes down who is meant: an article's mentions from its text, an editor's decisions kept."""

from dataclasses import dataclass
from functools import lru_cache

from django.db import transaction
from django.db.models import Count, Max

from articles.models import (
    Actor,
    ActorName,
    Article,
    Mention,
    Office,
    OfficeName,
    OutboxEntry,
    Position,
    Proposal,
    Quote,
)
from articles.models.bulk import insert

from . import proposing, quoting
from .decisions import follow_the_text
from .gazetteer import Gazetteer
from .proposals import proposals
from .proposing import propose
from .quoting import attribute, spoken_in
from .register import Holding, Name, Register, Wording
from .resolving import Article as Resolved

PARTS = Mention.Part.values
# What the linker writes of a mention.
FOUND = (
    *("article_id", "actor_id", "office_id", "part", "start", "end"),
    *("surface", "rank", "method", "confidence", "status"),
)
SUGGESTED, AUTOMATIC = MACHINE = Mention.Status.SUGGESTED.value, Mention.Status.AUTOMATIC.value
REGISTER_MODELS = (Actor, ActorName, Office, OfficeName, Position)


def load_register():
    """All names, offices and holdings that the database knows: five queries."""
    actors = list(Actor.objects.values_list("pk", "kind", "name_ar", "name_en"))
    kinds = {pk: kind for pk, kind, _, _ in actors}
    names = [
        Name(row.text, row.actor_id, kinds[row.actor_id], row.kind, row.valid_from, row.valid_to)
        for row in ActorName.objects.all()
    ]
    # A canonical name that is given again with dates was not borne before them.
    dated = {(name.actor, name.text) for name in names if name.valid_from or name.valid_to}
    names += [Name(text, pk, kind) for pk, kind, *both in actors for text in both if (pk, text) not in dated]
    wordings = [Wording(text, pk, "") for pk, text in Office.objects.values_list("pk", "title_ar")]
    feminine = Office.objects.exclude(title_ar_feminine="").values_list("pk", "title_ar_feminine")
    wordings += [Wording(text, pk, "f") for pk, text in feminine]
    wordings += [Wording(row.text, row.office_id, row.gender) for row in OfficeName.objects.all()]
    holdings = [
        Holding(row.office_id, row.actor_id, row.gender, row.started, row.ended, row.office.organisation_id)
        for row in Position.objects.select_related("office")
    ]
    return Register(tuple(names), tuple(wordings), tuple(holdings))


def gazetteer():
    """The register's gazetteer, built anew in this process only when the register has changed."""
    return _gazetteer(stamp(REGISTER_MODELS))


def stamp(models):
    """Changes with every addition, removal and edit: rows counted, and the newest entry of each history."""
    rows = (model.objects.aggregate(Count("pk"), Max("pk")) for model in models)
    edits = (model.history.aggregate(Max("history_id")) for model in models)
    return tuple(tuple(row.values()) for row in (*rows, *edits))


@lru_cache(maxsize=1)
def _gazetteer(stamp):
    return Gazetteer(load_register())


def resolve(article, names=None):
    """The article's `Link`s in its present text, nothing written: a list."""
    return _read(article, names or gazetteer()).links


def _read(article, names):
    read = Resolved(_parts(article), names, article.days(), article.source.country)
    read.resolve()
    return read


def _parts(article):
    return {part: getattr(article, part) for part in PARTS}


def link(article, names=None):
    """Bring the article's mentions up to its text; True if any changed.

    An editor's confirmed and rejected mentions stay and move with their words; the machine's own are replaced.
    """
    names = names or gazetteer()
    # No savepoint: an error here must undo the caller's transaction too.
    with transaction.atomic(savepoint=False):
        read = _read(article, names)
        rows = list(article.mentions.order_by("start"))
        decided = follow_the_text(article, [row for row in rows if row.status not in MACHINE])
        taken = {(row.part, row.start, row.end, row.actor_id, row.office_id) for row in decided}
        confirmed = [row for row in decided if row.status == Mention.Status.CONFIRMED]
        wanted = {
            _identity(mention): mention
            for mention in (_mention(article, found) for found in read.links)
            if _place(mention) not in taken and not any(_overlap(mention, row) for row in confirmed)
        }
        changed = _replace(article, [row for row in rows if row.status in MACHINE], wanted)
        if rows or wanted:
            attribute(article, [*wanted.values(), *confirmed], names)
        propose(article, read)
        return changed


@dataclass(frozen=True)
class Findings:
    """What the texts of an article say: whom they mean, who is unknown, what is said; plain values."""

    links: list
    proposed: list
    spoken: list


def find(parts, names, days=None, country=""):
    """The `Findings` of an article that has no mentions yet; `parts` maps PARTS to texts or their `Reading`s."""
    read = Resolved(parts, names, days, country)
    read.resolve()
    mentions = [_mention(None, link) for link in read.links]
    return Findings(read.links, proposals(read), spoken_in(parts[Mention.Part.BODY], mentions, names))


def link_new(articles, findings=None):
    """Write down what was found in articles that were just made, in one insertion of each kind."""
    found = findings or [
        find(_parts(article), gazetteer(), article.days(), article.source.country) for article in articles
    ]
    mentions, quotes, proposed = [], [], []
    for article, one in zip(articles, found, strict=True):
        mentions += [_row(article.pk, link) for link in one.links]
        proposed += proposing.rows_of(article, one.proposed)
        quotes += quoting.rows_of(article, one.spoken)
    insert(Quote, quoting.FIELDS, quotes)
    insert(Proposal, proposing.FIELDS, proposed)
    insert(Mention, FOUND, mentions)


def link_all(articles=None, names=None):
    """Link article after article and yield each with whether its mentions changed."""
    names = names or gazetteer()
    queryset = Article.objects.all() if articles is None else articles
    for article in queryset.select_related("source").order_by("pk").iterator(chunk_size=500):
        yield article, link(article, names)


def link_saved(sender, instance, raw=False, **signal):
    """Receiver for Article's post_save: mentions change in the transaction that changes the text."""
    if not raw:
        link(instance)


def _replace(article, rows, wanted):
    standing = {_identity(row): row for row in rows}
    stale = [row.pk for identity, row in standing.items() if identity not in wanted]
    fresh = [mention for identity, mention in wanted.items() if identity not in standing]
    if stale:
        Mention.objects.filter(pk__in=stale).delete()
    Mention.objects.bulk_create(fresh)
    if stale or fresh:
        OutboxEntry.objects.put([article.pk])
    return bool(stale or fresh)


def _mention(article, found):
    return Mention(**dict(zip(FOUND, _row(article and article.pk, found), strict=True)))


def _row(article, found):
    """The values of FOUND for a `Link` in the article of this number."""
    return (
        *(article, found.actor, found.office, found.part, found.start, found.end),
        *(found.surface[:300], found.rank, found.method, found.confidence),
        AUTOMATIC if found.automatic else SUGGESTED,
    )


def _place(mention):
    return mention.part, mention.start, mention.end, mention.actor_id, mention.office_id


def _identity(mention):
    return *_place(mention), mention.surface, mention.method, mention.confidence, mention.rank


def _overlap(one, other):
    """Whether a mention stands where another does; a body named within an office's wording stands for itself."""
    within = other.office_id and not one.office_id and other.start < one.start and one.end <= other.end
    return one.part == other.part and one.start < other.end and other.start < one.end and not within
