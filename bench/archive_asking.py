"""Asks the archive of this process, as a worker of the server would; `bench.archive_search` runs it.

python -m bench.archive_asking corpus.jsonl 3
"""

import json
import os
import random
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from statistics import median

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsarchive.settings")
django.setup()

from django.db import transaction  # noqa: E402
from django.http import QueryDict  # noqa: E402

from articles.forms import SearchForm  # noqa: E402
from articles.models import Article, Source  # noqa: E402
from articles.search import Query, numbers, search  # noqa: E402
from articles.search.backend import finder  # noqa: E402
from bench.archive_queries import parameters, sample_of  # noqa: E402

GOALS = (200, 1_000, 5_000)
NEAR = 0.75, 1.33
EACH, MOST_TRIED = 6, 150
SAVED = ("زغفقطم", "زغفقطن", "زغفقطل", "زغفقطس", "زغفقطح")
WARMING = "الحكومة"


def query_of(typed):
    address = QueryDict(mutable=True)
    address.update(typed)
    return SearchForm(address).query()


def chosen(corpus, documents):
    """([(class, what is typed)], {goal: words that may have as many matches}).

    Runs in a process of its own, for what a sample of the corpus takes is not the archive's memory.
    """
    sample, chance, words = sample_of(corpus), random.Random(1), {}
    for goal in GOALS:
        share = goal / documents
        near = sorted(word for least in (0.2, 0.4, 0.8) for word in sample.near(min(1, least * share)))
        words[goal] = chance.sample(near, min(MOST_TRIED, len(near)))
    return list(parameters(sample)), words


def steady(words):
    """Of the words for each of the GOALS those that the archive itself finds in about so many articles."""
    for goal, tried in words.items():
        found = ((word, search(Query(word)).total) for word in tried)
        right = (word for word, total in found if NEAR[0] < total / goal < NEAR[1])
        for word, _ in zip(right, range(EACH), strict=False):
            yield f"about {goal:,} matches", {"q": word}


class Timed:
    """Milliseconds of the clock and of this process's CPU that `act()` takes; `answer` is what it gives."""

    def __init__(self, act):
        clock, cpu = time.perf_counter(), time.process_time()
        self.answer = act()
        self.wall, self.cpu = 1000 * (time.perf_counter() - clock), 1000 * (time.process_time() - cpu)


def asked(queries, rounds):
    """(figures by class, figures of the first time that each was asked)."""
    turns = [[(name, Timed(lambda q=query: search(q))) for name, query in queries] for _ in range(rounds + 1)]
    classes = {}
    for name, timed in (one for turn in turns[1:] for one in turn):
        for kind in (name,) if name.startswith("about") else (name, "all"):
            classes.setdefault(kind, []).append(timed)
    first = [timed for name, timed in turns[0] if not name.startswith("about")]
    return {name: _figures(found) for name, found in classes.items()}, _figures(first)


def _figures(found):
    walls = sorted(timed.wall for timed in found)
    return {
        "p50": round(median(walls), 1),
        "p95": round(walls[int(0.95 * len(walls))], 1),
        "cpu": round(median(timed.cpu for timed in found), 1),
        "matches": median(timed.answer.total for timed in found),
    }


def saved():
    """Milliseconds from saving to having found, and of CPU; of this process's first save and of the median one."""
    source, taken = Source.objects.first(), []
    for word in SAVED:
        article = Article(title=word, body=f"{word} في طرابلس.", source=source, status="published")
        taken.append(Timed(lambda article=article: _until_found(article)))
        with transaction.atomic():
            article.delete()
    return {
        "first": round(taken[0].wall, 1),
        "first, CPU": round(taken[0].cpu, 1),
        "median": round(median(timed.wall for timed in taken), 1),
        "median, CPU": round(median(timed.cpu for timed in taken), 1),
    }


def _until_found(article):
    with transaction.atomic():
        article.save()
    while not numbers(Query(article.title)):
        time.sleep(0.001)


def memory():
    """Resident megabytes: all, and those that are not pages of files."""
    with open("/proc/self/status") as status:
        fields = dict(line.split(":", 1) for line in status)
    return {name: int(fields[field].split()[0]) // 1024 for name, field in MEMORY.items()}


MEMORY = {"all": "VmRSS", "without mapped files": "RssAnon"}


def main(corpus, rounds):
    opening, first_page = Timed(finder), Timed(lambda: search(Query(WARMING)))
    with ProcessPoolExecutor(1, get_context("spawn")) as other:
        typed, words = other.submit(chosen, corpus, opening.answer.snapshot.documents).result()
    queries = [(name, query_of(one)) for name, one in [*typed, *steady(words)]]
    pages, first = asked(queries, rounds)
    figures = {
        "articles": opening.answer.snapshot.documents,
        "opened, ms (CPU)": f"{opening.wall:.0f} ({opening.cpu:.0f})",
        "first page after opening, ms (CPU)": f"{first_page.wall:.0f} ({first_page.cpu:.0f})",
        "pages": pages,
        "asked for the first time": first,
        "resident, MB": memory(),
        "saved until found, ms": saved(),
    }
    print(json.dumps(figures))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
