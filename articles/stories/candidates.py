"""Which articles are worth comparing: those that share a key, looked up in the index of traces."""

from django.db import connection

from articles.models import Trace

from .deciding import WORDS_SHARED
from .evidence import WINDOW

# Of all that share a key only so many are looked at, the latest first: a key that very many texts share tells nothing,
# and what is looked at for an arrival does not grow with the archive.
_LATEST = """
    SELECT near.article_id AS value FROM {trace} near
    WHERE near.key = mine.key AND near.day BETWEEN {low} AND {high}
    ORDER BY near.day DESC, near.article_id DESC LIMIT {most}
"""
# SQLite knows no LATERAL but for functions: the numbers pass through one.
_JOINED = {
    "sqlite": f"json_each((SELECT json_group_array(value) FROM ({_LATEST}))) theirs",
    "postgresql": f"LATERAL ({_LATEST}) theirs ON TRUE",
}
_NEAR = """
    SELECT mine.article_id, theirs.value,
        SUM(CASE WHEN mine.key < 0 THEN 1 ELSE 0 END), SUM(CASE WHEN mine.key < 0 THEN 0 ELSE 1 END)
    FROM {trace} mine
    JOIN {joined}
    WHERE mine.article_id IN ({articles}) AND theirs.value <> mine.article_id {condition}
    GROUP BY mine.article_id, theirs.value {having}
"""
# Of those, whoever shares a single word is not worth telling.
_ENOUGH = f"HAVING MIN(mine.key) < 0 OR COUNT(*) >= {WORDS_SHARED}"
# Sketches and the words of undated texts stand at day 0, so one span of days serves them all.
_SPANS = (
    # About the same days; and all that stands at day 0 among itself.
    ("mine.day - {window}", "mine.day + {window}", 200, "", _ENOUGH),
    # A dated text and the undated, which may share sketches besides.
    ("0", "0", 30, "AND mine.day > 0", ""),
    # An undated text and the dated, by the words that it is known by.
    ("1", "4000000", 60, "AND mine.day = 0 AND mine.key >= 0", ""),
)


def near(articles):
    """Pairs of a given article and another, with how many sketches and how many telling words they share.

    ``[(7, 3, 24, 15), (7, 5, 0, 4)]``, in three queries of up to 500 articles each.
    """
    found = {}
    for start in range(0, len(articles), 500):
        for mine, theirs, sketches, words in _rows(articles[start : start + 500]):
            before = found.get((mine, theirs), (0, 0))
            found[mine, theirs] = (before[0] + sketches, before[1] + words)
    return [(*pair, *shared) for pair, shared in found.items()]


def _rows(articles):
    trace = connection.ops.quote_name(Trace._meta.db_table)
    with connection.cursor() as cursor:
        for low, high, most, condition, having in _SPANS:
            span = {"low": low.format(window=WINDOW), "high": high.format(window=WINDOW), "most": most}
            sql = _NEAR.format(
                trace=trace,
                joined=_JOINED[connection.vendor].format(trace=trace, **span),
                articles=", ".join(["%s"] * len(articles)),
                condition=condition,
                having=having,
            )
            cursor.execute(sql, articles)
            yield from cursor.fetchall()
