"""Many rows written from plain values, without an object and a dozen calls for each as `bulk_create` takes them.

    insert(Mention, ("article_id", "part", "start", …), [(7, "body", 12, …), …])
    update(Report, "story_id", [(3, 7), (3, 9)])           the reports 7 and 9 are of story 3

An import writes some sixty rows an article, and Django spent longer on preparing them than the database on writing
them. Nothing else hears of such rows: no signal is sent, no history is kept, no number is given back. To be used
inside a transaction.
"""

from django.db import connection, models

# Fields whose values are passed on as they are; any other, such as a time, is prepared by its field.
PLAIN = (models.CharField, models.TextField, models.IntegerField, models.FloatField, models.BooleanField)


def insert(model, names, rows):
    """Rows of values for the named fields, foreign keys by their number (``article_id``); others have their default."""
    named = [model._meta.get_field(name) for name in names]
    rest = [field for field in _written(model) if field not in named]
    prepared = {place: field for place, field in enumerate(named) if not _is_plain(field)}
    defaults = tuple(_prepared(field, field.get_default()) for field in rest)
    columns = ", ".join(_quoted(field.column) for field in (*named, *rest))
    signs = ", ".join(["%s"] * (len(named) + len(rest)))
    rows = (_with(row, prepared) + defaults for row in rows)
    _execute(f"INSERT INTO {_quoted(model._meta.db_table)} ({columns}) VALUES ({signs})", rows)


def update(model, name, rows):
    """Gives one field its value in each of ``(value, primary key)``."""
    column, key = _quoted(model._meta.get_field(name).column), _quoted(model._meta.pk.column)
    _execute(f"UPDATE {_quoted(model._meta.db_table)} SET {column} = %s WHERE {key} = %s", rows)


def _execute(sql, rows):
    if rows := list(rows):
        with connection.cursor() as cursor:
            cursor.executemany(sql, rows)


def _written(model):
    """The fields that a row must be given: all columns but a number that the database gives."""
    return [field for field in model._meta.concrete_fields if not isinstance(field, models.AutoField)]


def _is_plain(field):
    return isinstance(field.target_field if field.is_relation else field, PLAIN)


def _with(row, prepared):
    """The row as a tuple, values that are not plain prepared for the database."""
    if not prepared:
        return tuple(row)
    return tuple(
        _prepared(prepared[place], value) if place in prepared else value for place, value in enumerate(row)
    )


def _prepared(field, value):
    return field.get_db_prep_save(value, connection)


def _quoted(name):
    return connection.ops.quote_name(name)
