"""Writing rows so that all of it can be taken back: the steps of an `Act`."""

from itertools import groupby

from django.apps import apps
from django.core import serializers
from django.db import IntegrityError, transaction
from django.db.models import Max
from django.utils import timezone

from .act import Act
from .outbox import OutboxEntry
from .recording import record

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

    def delete(self, *rows):
        """Remove rows of one model, given whole."""
        if rows:
            self.steps.append({"did": "delete", "rows": serializers.serialize("python", rows)})
            _remove(rows)

    def mark(self, model):
        """Note the newest row of a model, so that those made `since` can be told."""
        self.steps.append({"did": "mark", "model": model._meta.label_lower, "pk": _newest(model)})

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
    """Written in bulk, with their history, and told to the index."""
    changing = type(rows[0])._base_manager.filter(pk__in=[row.pk for row in rows])
    changing.update(**values)
    record(changing, "~")
    for row in rows:
        for name, value in values.items():
            setattr(row, name, value)
    _tell_index(rows)


def _remove(rows):
    """Rows that nothing hangs on go in bulk, since Django would take them one by one for its signals' sake."""
    model = type(rows[0])
    if model._meta.related_objects:
        for row in rows:
            row.delete()
        return
    going = model._base_manager.filter(pk__in=[row.pk for row in rows])
    record(going, "-")
    _tell_index(rows)
    going._raw_delete(going.db)


def _tell_index(rows):
    if key := ARTICLE_OF.get(rows[0]._meta.label_lower):
        OutboxEntry.objects.put(getattr(row, key) for row in rows)


def _newest(model):
    return model._base_manager.aggregate(newest=Max("pk"))["newest"] or 0


def since(act, model):
    """The rows of a model made after an act that marked it; none if it did not."""
    label = model._meta.label_lower
    marks = [step["pk"] for step in act.steps if (step["did"], step.get("model")) == ("mark", label)]
    return model._base_manager.filter(pk__gt=marks[0]) if marks else model._base_manager.none()


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
    written = step["rows"] if "rows" in step else [step["row"]]  # one, in acts of before
    rows = [found.object for found in serializers.deserialize("python", written)]
    if rows[0]._meta.related_objects:
        for row in rows:
            row.save(force_insert=True)
        return
    back = type(rows[0])._base_manager
    back.bulk_create(rows, batch_size=500)
    record(back.filter(pk__in=[row.pk for row in rows]), "+")
    _tell_index(rows)


def _unchange(step):
    model = apps.get_model(step["model"])
    told = [ARTICLE_OF[step["model"]]] if step["model"] in ARTICLE_OF else []
    rows = list(model._base_manager.filter(pk__in=step["pks"], **step["new"]).only("pk", *told))
    if rows:
        _set(rows, step["old"])


def _leave(step):
    """A mark changed nothing."""


UNDOING = {"create": _uncreate, "delete": _undelete, "change": _unchange, "mark": _leave}
