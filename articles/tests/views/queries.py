"""How many queries a page costs."""

from django.db import connection
from django.test.utils import CaptureQueriesContext


def queries(client, address):
    """The number of queries that a page takes; it must answer 200."""
    with CaptureQueriesContext(connection) as captured:
        assert client.get(address).status_code == 200
    return len(captured)
