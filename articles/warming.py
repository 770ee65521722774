"""What a server's process learns before anybody waits for it: names, words, phrases, the index.

Without it the first save took seconds: the register's names are read and the rarity of words worked out once a process.
"""

import logging
from functools import partial
from threading import Thread

from django.db import DatabaseError, connections

from articles.actors.linking import gazetteer
from articles.search import Query, search
from articles.search.suggesting import suggestions
from articles.stories.rarity import Rarity

log = logging.getLogger(__name__)
# First what needs most room for a moment, which the others then fill.
LEARNED = (partial(Rarity, {}, 0), gazetteer, partial(search, Query("ليبيا")), partial(suggestions, "لي"))


def warm_up():
    """Begins in a thread, which is returned and ends with the process; pages are answered meanwhile."""
    thread = Thread(target=_learn, name="warming up", daemon=True)
    thread.start()
    return thread


def _learn():
    try:
        for learn in LEARNED:
            learn()
    except (DatabaseError, OSError) as error:
        log.warning("Not everything was learned before it was needed: %s", error)
    finally:
        connections.close_all()
