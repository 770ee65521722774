"""What the database knows of the sizes of its tables, by which it plans its queries.

PostgreSQL looks by itself. SQLite takes any condition on an index to leave ten rows until it is told to look: it would
sooner go through all that is published than fetch twenty articles by their numbers.
"""

from django.db import connection

ROWS_LOOKED_AT = 400  # of each index; a few milliseconds in all, however large the archive


def learn_sizes():
    """To be called when very much has changed; other connections know from their next opening on."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute(f"PRAGMA analysis_limit={ROWS_LOOKED_AT}")
            cursor.execute("ANALYZE")
