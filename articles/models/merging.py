"""Two rows for one actor, or for one source, become one; the other's address leads to it for ever."""

from django.db import transaction

from .act import Act
from .actor import Actor
from .actor_name import ActorName
from .article import Article
from .journal import DECIDED, Journal, since, undo
from .mention import Mention
from .merge import Merge
from .relation import Relation
from .source import Source, domain_of

# What makes two rows of one owner the same row; of the other relations a thing may have any number.
SAME = {
    "actorname": ("text",),
    "position": ("office_id", "started"),
    "mention": ("article_id", "part", "start", "end", "office_id"),
    "quote": ("article_id", "start"),
    "relation": ("kind", "actor_id", "other_id"),
}
FILLED = {
    Actor: ("description_ar", "description_en", "wikidata_id"),
    Source: ("name_en", "homepage", "country", "note"),
}
# What comes in after a merge is read as the merged one's, and told from the rest when the two are parted again.
COMING = {Actor: Mention, Source: Article}


class CannotMerge(ValueError):
    """``error.args[0]`` is same, kind or sample: why the two cannot be one."""


@transaction.atomic
def merge_actors(kept, absorbed, reason, user=None):
    """All that `absorbed` has goes to `kept`, its two names as aliases; returns the `Merge`.

    >>> merge_actors(haftar, hiftar, "اسم واحد بتهجئتين", user=request.user)

    CannotMerge if they are one already or of two kinds. `part(merge.act)` takes it back.
    """
    if kept.kind != absorbed.kind:
        raise CannotMerge("kind")
    journal = Journal()
    for one, other in ((kept, absorbed), (absorbed, kept)):
        for row in Relation.objects.filter(actor=one, other=other):
            journal.delete(row)
    known = {kept.name_ar, kept.name_en, *kept.names.values_list("text", flat=True)}
    known.update(absorbed.names.values_list("text", flat=True))
    for text, script in ((absorbed.name_ar, "arab"), (absorbed.name_en, "latn")):
        if text not in known:
            journal.create(ActorName(actor=kept, text=text, script=script, kind=ActorName.Kind.FULL))
    return _merge(journal, kept, absorbed, reason, user)


@transaction.atomic
def merge_sources(kept, absorbed, reason, user=None):
    """All that was read in `absorbed`, or credits it, and its domains go to `kept`; returns the `Merge`.

    CannotMerge if they are one already, or only one of them is a sample.
    """
    if kept.is_sample != absorbed.is_sample:
        raise CannotMerge("sample")
    journal = Journal()
    both = (kept, absorbed)
    # An article of the one that credits the other would credit its own source.
    crediting = Article.objects.filter(source__in=both, origin__in=both).only("pk", "origin_id")
    journal.change(list(crediting), origin_id=None)
    return _merge(journal, kept, absorbed, reason, user)


def _merge(journal, kept, absorbed, reason, user):
    if kept.pk == absorbed.pk:
        raise CannotMerge("same")
    for relation in kept._meta.related_objects:
        _move(journal, relation.field, kept, absorbed)
    lacking = [name for name in FILLED[type(kept)] if not getattr(kept, name)]
    filled = {name: getattr(absorbed, name) for name in lacking if getattr(absorbed, name)}
    about, old_slug = f"{absorbed} ← {kept}", absorbed.slug
    journal.delete(absorbed)
    journal.change([kept], **filled)
    journal.mark(COMING[type(kept)])
    act = Act.objects.create(
        kind=Act.Kind.MERGE, about=about, reason=reason, done_by=user, steps=journal.steps
    )
    return Merge.objects.create(act=act, old_slug=old_slug, **{kept._meta.model_name: kept})


@transaction.atomic
def part(act, user=None):
    """Undo a merge; returns what came to the merged one since, mentions or articles, to be looked at again.

    Of articles, those that were read at the domains of the one brought back are given to it at once.
    CannotUndo as `journal.undo`.
    """
    merge = act.merge
    undo(act, user)
    if merge.actor_id:
        return since(act, Mention).filter(actor=merge.actor_id)
    came = since(act, Article).filter(source=merge.source_id)
    _take_home(came, Source.objects.get(slug=merge.old_slug))
    return came


def _take_home(came, source):
    hosts = {domain_of(url) for url in came.exclude(url="").values_list("url", flat=True)}
    own = {host for host in hosts if Source.objects.by_domain(host) == source}
    # One that credits the source it was read in would say nothing.
    rows = [row for row in came.exclude(origin=source).only("pk", "url") if domain_of(row.url) in own]
    Journal().change(rows, source_id=source.pk)


def _move(journal, field, kept, absorbed):
    """Rows that point to the one by this field point to the other; of two that are the same one stays."""
    model = field.model
    same = tuple(name for name in SAME.get(model._meta.model_name, ()) if name != field.attname)
    rows = model._base_manager.only("pk", field.attname, *same, *_read_of(model))
    standing = {_key(row, same): row for row in rows.filter(**{field.name: kept})} if same else {}
    moving, going = [], []
    for row in rows.filter(**{field.name: absorbed}):
        twin = standing.get(_key(row, same)) if same else None
        if twin is None or _weighs_more(row, twin):
            moving.append(row)
        if twin is not None:
            going.append(twin.pk if _weighs_more(row, twin) else row.pk)
    journal.delete(*model._base_manager.filter(pk__in=going))
    journal.change(moving, **{field.attname: kept.pk})


def _read_of(model):
    """What moving a row asks of it: whether an editor decided it, and which article the index is told of."""
    return [field.attname for field in model._meta.fields if field.attname in ("status", "article_id")]


def _key(row, same):
    return tuple(str(getattr(row, name)) for name in same)


def _weighs_more(row, twin):
    """An editor's decision outweighs the linker's find."""
    status, other = getattr(row, "status", ""), getattr(twin, "status", "")
    return status in DECIDED and other not in DECIDED
