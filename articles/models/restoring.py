"""The way back: a row and its parts as they were at a moment, out of their history."""

from django.db import models, transaction


@transaction.atomic
def restore(thing, when, parts=(), keeping=()):
    """Put a row back as it was, with the rows of its `parts`; nothing of the time between is lost.

    >>> restore(actor, yesterday, parts=("names", "positions"))
    >>> restore(article, yesterday, keeping=("status", "withdrawal_reason"))

    A part that was added since goes, one that was removed comes back; one of which history knows
    nothing at that moment stays as it is. `thing.DoesNotExist` if the row itself was not there then.
    """
    then = thing.history.as_of(when)
    for name in keeping:
        setattr(then, name, getattr(thing, name))
    _write(then, thing)
    for part in parts:
        _restore_part(getattr(thing, part), thing, when)
    return then


def _restore_part(rows, thing, when):
    present = {row.pk: row for row in rows.all()}
    as_of_then = rows.model.history.as_of(when).filter(**{rows.field.attname: thing.pk})
    then = {row.pk: row for row in as_of_then}
    for pk in present.keys() - then.keys():
        if _came_after(present[pk], when):
            present[pk].delete()
    for pk, row in then.items():
        _write(row, present.get(pk))


def _came_after(row, when):
    """Whether history is sure that the row was not there then."""
    before = row.history.filter(history_date__lte=when).first()
    first = row.history.last()
    return before.history_type == "-" if before else bool(first) and first.history_type == "+"


def _write(then, now):
    """Save what differs, so that an untouched row gets no entry in its history."""
    for field in then._meta.concrete_fields:
        if isinstance(field, models.ForeignKey) and not _is_there(field, getattr(then, field.attname)):
            # What it pointed to is gone, merged into another perhaps: it points where it does now.
            setattr(then, field.attname, getattr(now, field.attname, None))
    if now is None or _values(then) != _values(now):
        then._state.adding = now is None
        then.save()


def _is_there(field, key):
    return key is None or field.related_model._base_manager.filter(pk=key).exists()


def _values(row):
    return [field.value_from_object(row) for field in row._meta.concrete_fields]
