"""What a dry run has read so far, on disk, so that it takes no more memory however long its files are."""

import sqlite3

MOST_VARIABLES = 500


class Tried:
    """Texts' digests by the keys that articles are known by.

    >>> tried = Tried()
    >>> tried.keep({"https://marfa.example/1": "9f86…"})
    >>> tried.of(["https://marfa.example/1", ("marfa", "60303…")])
    {'https://marfa.example/1': '9f86…'}
    """

    def __init__(self):
        # A database without a name is a file that goes with its connection.
        self._database = sqlite3.connect("")
        self._database.execute("CREATE TABLE tried (key TEXT PRIMARY KEY, digest TEXT) WITHOUT ROWID")

    def of(self, keys):
        """The digests of those keys that have one."""
        written = {repr(key): key for key in keys}
        some = list(written)
        found = {}
        for start in range(0, len(some), MOST_VARIABLES):
            asked = some[start : start + MOST_VARIABLES]
            marks = ", ".join("?" * len(asked))
            found |= dict(
                self._database.execute(f"SELECT key, digest FROM tried WHERE key IN ({marks})", asked)
            )
        return {written[key]: digest for key, digest in found.items()}

    def keep(self, digests):
        """Takes digests by key in, over those that were there."""
        rows = ((repr(key), digest) for key, digest in digests.items())
        self._database.executemany("INSERT OR REPLACE INTO tried VALUES (?, ?)", rows)
