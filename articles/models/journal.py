"""Writing rows so that all of it can be taken back: the steps of an `Act`."""

from itertools import groupby

from django.apps import apps
from django.core import serializers
from django.db import IntegrityError, transaction
from django.utils import timezone
from simple_history.utils import bulk_update_with_history

from .act import Act
from .outbox import OutboxEntry

# Beyond this many rows the act itself is their history: copying each text again would tell nothing more.
ROWS_WITH_HISTORY = 500
# What the linker finds goes and comes with the actor; what an editor decided does not.
FOUND_BY_THE_LINKER = ("articles.mention", "articles.quote")
DECIDED = ("confirmed", "rejected")
ARTICLE_OF = {"articles.article": "pk", "articles.mention": "article_id"}


class CannotUndo(Exception):
    """The act was undone already, or what it made has since been built upon."""


class Journal:
    """Each method writes at once and notes what undoes it.

    >>> journal = Journal()
    >>> journal.change(mentions, status="confirmed")
    >>> Act.objects.create(kind="accept", about="حفتر", steps=journal.steps)

    To be used inside a transaction.
    """

    def __init__(self):
        self.steps = []

    def create(self, row):
        row.save(force_insert=True)
        self.steps.append({"did": "create", "model": row._meta.label_lower, "pk": row.pk})
        return row

    def delete(self, row):
        self.steps.append({"did": "delete", "row": serializers.serialize("python", [row])[0]})
        row.delete()

    def change(self, rows, **values):
        """Give the rows, all of one model, these values, named by attribute: ``actor_id=7``."""

        def present(row):
            return [getattr(row, name) for name in values]

        changing = sorted((row for row in rows if present(row) != [*values.values()]), key=_sortable(present))
        for before, group in groupby(changing, key=present):
            group = list(group)
            step = {"did": "change", "model": group[0]._meta.label_lower, "pks": [row.pk for row in group]}
            self.steps.append(step | {"old": dict(zip(values, before, strict=True)), "new": values})
            _set(group, values)


def _sortable(key):
    return lambda row: [(value is not None, str(value)) for value in key(row)]


def _set(rows, values):
    """Written in bulk, with a history where there is one, and told to the index."""
    model, keys = type(rows[0]), [row.pk for row in rows]
    if hasattr(model, "history") and len(rows) <= ROWS_WITH_HISTORY:
        _set_with_history(model, keys, values)
    else:
        model._base_manager.filter(pk__in=keys).update(**values)
    for row in rows:
        for name, value in values.items():
            setattr(row, name, value)
    if key := ARTICLE_OF.get(model._meta.label_lower):
        OutboxEntry.objects.put(getattr(row, key) for row in rows)


def _set_with_history(model, keys, values):
    """The rows are read again, whole: those that were given may carry a few columns only."""
    rows = list(model._base_manager.filter(pk__in=keys))
    for row in rows:
        for name, value in values.items():
            setattr(row, name, value)
    fields = [field.name for field in model._meta.concrete_fields if field.attname in values]
    bulk_update_with_history(rows, model, fields, batch_size=200)


@transaction.atomic
def undo(act, user=None):
    """Take an act back, step by step from its end; rows that others changed since stay as those left them.

    CannotUndo, and nothing changes, if that is no longer possible.
    """
    act = Act.objects.select_for_update().get(pk=act.pk)
    if act.undone_at:
        raise CannotUndo
    try:
        with transaction.atomic():
            for step in reversed(act.steps):
                UNDOING[step["did"]](step)
    except IntegrityError as error:
        raise CannotUndo from error
    act.undone_at, act.undone_by = timezone.now(), user
    act.save(update_fields=["undone_at", "undone_by"])
    return act


def _uncreate(step):
    row = apps.get_model(step["model"])._base_manager.filter(pk=step["pk"]).first()
    if row is None:
        return
    for relation in row._meta.related_objects:
        rows = relation.related_model._base_manager.filter(**{relation.field.name: row})
        is_the_linkers = rows.model._meta.label_lower in FOUND_BY_THE_LINKER
        if (rows.filter(status__in=DECIDED) if is_the_linkers else rows).exists():
            raise CannotUndo
    row.delete()


def _undelete(step):
    (found,) = serializers.deserialize("python", [step["row"]])
    found.object.save(force_insert=True)


def _unchange(step):
    model = apps.get_model(step["model"])
    rows = list(model._base_manager.filter(pk__in=step["pks"], **step["new"]))
    if rows:
        _set(rows, step["old"])


UNDOING = {"create": _uncreate, "delete": _undelete, "change": _unchange}
