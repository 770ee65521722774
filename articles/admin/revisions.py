"""What was done to a thing and its parts, out of their history: who, when, and what it changed."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.arabic.text_diff import text_diff

# Rows written by one person within this time belong to one act: the form saves a thing, then its parts.
ONE_ACT = timedelta(seconds=2)
SILENT = {"id", "added_at", "code", "text_sha256"}
ACTS = {"+": _("was added"), "~": _("was changed"), "-": _("was removed")}
EMPTY = "—"


@dataclass
class Change:
    """One field's, as an editor reads its values."""

    label: str
    old: str
    new: str

    @property
    def stretches(self):
        """As `text_diff` gives them; taken only for what is shown, since a long text costs time."""
        return text_diff(self.old, self.new)


@dataclass
class Entry:
    """One row's: ``Entry("changed", "name", "حفتر", [Change…])``."""

    act: str
    noun: str
    row: str
    changes: list


@dataclass
class Revision:
    """What one person did at one time; `version` names it in the address of the way back."""

    version: str
    when: datetime
    user: object
    reason: str
    entries: list = field(default_factory=list)


def revisions(thing, parts=()):
    """The newest first."""
    records = [*_records("", thing.history.all())]
    for part in parts:
        records += _records(part, _history_of_part(thing, part))
    found = []
    for when, version, record, before in sorted(records, key=lambda row: row[0]):
        if not (found and _is_same_act(found[-1], record)):
            found.append(Revision(version, when, record.history_user, record.history_change_reason or ""))
        found[-1].version, found[-1].when = version, when
        entry = _entry(record, before, thing)
        if entry.act != ACTS["~"] or entry.changes:
            found[-1].entries.append(entry)
    return [revision for revision in reversed(found) if revision.entries]


def moment(thing, parts, version):
    """When the revision of that name was made: ``"12"`` is the thing's own record, ``"names.7"`` a part's.

    ValueError, LookupError or DoesNotExist for a name that means nothing here.
    """
    part, _dot, number = version.rpartition(".")
    histories = {"": thing.history} | {name: _history_of_part(thing, name) for name in parts}
    return histories[part].get(history_id=int(number)).history_date


def _history_of_part(thing, part):
    rows = getattr(thing, part)
    return rows.model.history.filter(**{rows.field.attname: thing.pk})


def _records(part, history):
    """Each record with the one before it of the same row."""
    before = {}
    for record in history.select_related("history_user").order_by("history_date", "history_id"):
        version = f"{part}.{record.history_id}" if part else str(record.history_id)
        yield record.history_date, version, record, before.get(record.id)
        before[record.id] = record


def _is_same_act(revision, record):
    return revision.user == record.history_user and record.history_date - revision.when < ONE_ACT


def _entry(record, before, thing):
    model = record.instance_type
    noun = "" if model is type(thing) else model._meta.verbose_name
    changes = _changes(model, before, record) if record.history_type == "~" and before else []
    return Entry(ACTS[record.history_type], noun, str(record.instance), changes)


def _changes(model, before, record):
    columns = [model._meta.get_field(name) for name in record.diff_against(before).changed_fields]
    return [
        Change(column.verbose_name, _shown(column, before), _shown(column, record))
        for column in columns
        if column.name not in SILENT
    ]


def _shown(column, record):
    """A value as an editor reads it: a choice by its label, another row by its name."""
    value = getattr(record, column.attname)
    if value in (None, ""):
        return EMPTY
    if isinstance(column, models.ForeignKey):
        row = column.related_model._base_manager.filter(pk=value).first()
        return str(row or EMPTY)
    if isinstance(value, bool):
        return str(_("yes") if value else _("no"))
    return str(dict(column.flatchoices).get(value, value))
