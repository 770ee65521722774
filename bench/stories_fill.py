"""Fills an archive with as many articles as are wanted, by the rows that stories keep of them and not by their texts.

Each made article takes its telling words from two real ones, and a sketch of its own; some carry an earlier text, some
are a bulletin that runs the same every day but for its figures, some have no date.
"""

import datetime
import random
from contextlib import contextmanager
from itertools import chain, repeat

import numpy as np
from django.db import connection

from articles.models import Article, Report, Source, Story, TermCount
from articles.models.bulk import insert
from articles.stories.grouping import ALL_ARTICLES
from articles.stories.profile import Profile
from articles.stories.rarity import Rarity
from articles.stories.told import LEADS, Told

BANDS = 24
BEGUN = datetime.datetime(2011, 1, 1, tzinfo=datetime.UTC)
# One of so many is a copy of a text shortly before it, a bulletin, undated; three of so many tell a story.
COPY, BULLETIN, UNDATED, TELLING = 6, 100, 20, 10
FORMS, COMMON_BANDS = 20, 12
AT_ONCE = 2000
ARTICLE = ("id", "code", "title", "body", "source_id", "status", "published_at", "published_precision")
REPORT = ("article_id", "day", "story_id", "terms")


@contextmanager
def unhindered():
    """Without what slows millions of rows down: the index of traces by article is made anew at the end, at one go."""
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA cache_size = -500000")
        cursor.execute(
            "SELECT name, sql FROM sqlite_master WHERE tbl_name = 'articles_trace' AND sql LIKE 'CREATE INDEX%%'"
        )
        indexes = cursor.fetchall()
        for name, _sql in indexes:
            cursor.execute(f"DROP INDEX {name}")
        connection.disable_constraint_checking()
        yield
        connection.enable_constraint_checking()
        for _name, sql in indexes:
            cursor.execute(sql)
        cursor.execute("PRAGMA cache_size = -2000")


class Filling:
    """`texts` are real (title, words); `a_day` made articles fall on a day."""

    def __init__(self, texts, a_day, seed=1):
        self.texts, self.a_day = texts, a_day
        self.dice, self.numbers = random.Random(seed), np.random.default_rng(seed)
        profiles = [Profile(0, 0, None, title, " ".join(words)) for title, words in texts]
        self.counts = {}
        for profile in profiles:
            for term in profile.terms:
                self.counts[term] = self.counts.get(term, 0) + 1
        rarity = Rarity(self.counts, len(profiles))
        told = [Told.of(profile.terms, profile.headline, rarity) for profile in profiles]
        self.packed = [row.packed() for row in told]
        self.leads = np.array([(row.leads * LEADS)[:LEADS] for row in told], np.int64)
        self.forms = self._random(FORMS, COMMON_BANDS)

    def fill(self, wanted):
        """Make what is missing to that number of articles."""
        first = Article.objects.count()
        if wanted <= first:
            return
        days = self._days(first, wanted)
        self._write_articles(first, days)
        with connection.cursor() as cursor:
            self._write_traces(cursor, first, days)
        scale = wanted / len(self.texts)
        TermCount.objects.all().delete()
        rows = [TermCount(term=term, articles=round(count * scale)) for term, count in self.counts.items()]
        TermCount.objects.bulk_create(
            [*rows, TermCount(term=ALL_ARTICLES, articles=wanted)], batch_size=AT_ONCE
        )

    def _days(self, first, wanted):
        numbers = np.arange(first, wanted)
        days = BEGUN.date().toordinal() + numbers // self.a_day
        days[numbers % UNDATED == UNDATED - 1] = 0
        return days

    def _write_articles(self, first, days):
        sources = [*Source.objects.order_by("pk")]
        for start in range(0, len(days), AT_ONCE):
            some = days[start : start + AT_ONCE].tolist()
            begin = first + start
            insert(Article, ARTICLE, (self._article(begin + at, day, sources) for at, day in enumerate(some)))
            stories = Story.objects.bulk_create(Story() for _ in range(len(some) // TELLING))
            told = [
                stories[at // TELLING].pk if at % TELLING < 3 else None
                for at in range(len(stories) * TELLING)
            ]
            rows = zip(range(begin + 1, begin + 1 + len(some)), some, chain(told, repeat(None)), strict=False)
            insert(Report, REPORT, ((*row, self.dice.choice(self.packed)) for row in rows))

    def _article(self, number, day, sources):
        title, words = self.dice.choice(self.texts)
        at = BEGUN + datetime.timedelta(number // self.a_day)
        dated = (at, "day") if day else (None, "unknown")
        body, source = " ".join(words[:60]), self.dice.choice(sources).pk
        return number + 1, f"made{number}", title, body, source, "published", *dated

    def _write_traces(self, cursor, first, days):
        articles = np.arange(first + 1, first + 1 + len(days))
        keys = np.hstack([self._words(len(days)), self._sketches(len(days))])
        rows = np.empty((keys.size, 3), np.int64)
        rows[:, 0] = keys.ravel()
        rows[:, 1], rows[:, 2] = np.repeat(days, keys.shape[1]), np.repeat(articles, keys.shape[1])
        rows = rows[np.lexsort((rows[:, 2], rows[:, 1], rows[:, 0]))]
        for start in range(0, len(rows), 1_000_000):
            cursor.executemany(
                "INSERT OR IGNORE INTO articles_trace (key, day, article_id) VALUES (%s, %s, %s)",
                rows[start : start + 1_000_000].tolist(),
            )

    def _words(self, count):
        """Each slot is filled from one of two texts."""
        one, other = self.leads[self.numbers.integers(0, len(self.leads), (2, count))]
        return np.where(self.numbers.random(one.shape) < 0.5, one, other)

    def _sketches(self, count):
        found = self._random(count, BANDS)
        numbers = np.arange(count)
        copies = numbers[(numbers % COPY == 0) & (numbers >= COPY)]
        found[copies] = found[copies - self.numbers.integers(1, COPY, len(copies))]
        bulletins = numbers[numbers % BULLETIN == BULLETIN - 1]
        found[bulletins, :COMMON_BANDS] = self.forms[bulletins // BULLETIN % FORMS]
        return found

    def _random(self, *shape):
        return -1 - self.numbers.integers(0, 2**62, shape)
