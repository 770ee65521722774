"""What a server does about the index when it starts: says what is wrong with it, and has it made anew beside.

The making is a process of its own, `manage.py index_worker --once`, so that it slows no page and outlives a restart.
Of several that are started together one does it, since only one works aside at a time.
"""

import logging
import os
import subprocess
import sys

from django.conf import settings
from django.db import DatabaseError, connections

from articles.search.upkeep import why_rebuild

log = logging.getLogger(__name__)
MENDING = ("-m", "django", "index_worker", "--once")


def look_after_index():
    """What is wrong with the index, or None; in the log, and being mended. The archive is searched meanwhile."""
    try:
        reason = why_rebuild()
    except (OSError, DatabaseError) as error:
        log.error("The index cannot be looked after: %s", error)
        return str(error)
    finally:
        # The server may fork after this, and a connection must not be shared.
        connections.close_all()
    if reason:
        log.warning("The index: %s. It is being made anew beside.", reason)
        mend()
    return reason


def mend():
    environment = os.environ | {
        "DJANGO_SETTINGS_MODULE": settings.SETTINGS_MODULE,
        "PYTHONPATH": os.pathsep.join([str(settings.BASE_DIR), os.environ.get("PYTHONPATH", "")]),
    }
    subprocess.Popen(
        [sys.executable, *MENDING],
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        start_new_session=True,
    )
