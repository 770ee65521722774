"""What happens to many rows at once, written into their histories by one statement."""

from django.db import connections, models
from django.utils import timezone


def record(rows, sign):
    """Copy a queryset's rows, as they are now, into their history; nothing for a model that keeps none.

    >>> record(Mention.objects.filter(actor=haftar), "~")

    `sign` is "+" for rows just made, "~" for changed ones and "-" for those about to go.
    """
    if not hasattr(rows.model, "history"):
        return
    history = rows.model.history.model
    columns = [field.attname for field in rows.model._meta.concrete_fields]
    stamps = _stamps(history, rows.model(), sign)
    present = rows.order_by().values_list(*columns, *stamps.values())
    connection = connections[rows.db]
    sql, params = present.query.get_compiler(connection=connection).as_sql()
    into = [history._meta.get_field(name).column for name in (*columns, *stamps)]
    names = ", ".join(map(connection.ops.quote_name, into))
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {connection.ops.quote_name(history._meta.db_table)} ({names}) {sql}", params
        )


def _stamps(history, row, sign):
    """What a row's history adds to it, as expressions by column: when, what and who."""
    user = history.get_default_history_user(row)
    number = history._meta.get_field("history_user").target_field
    return {
        "history_date": models.Value(timezone.now(), models.DateTimeField()),
        "history_type": models.Value(sign, models.CharField()),
        "history_user_id": models.Value(user and user.pk, type(number)()),
    }
