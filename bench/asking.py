"""What a reader waits for: a results page, the suggestions at a keystroke, another wording.

    ARCHIVE_DATA=/somewhere python -m bench.asking [--n 200] [--learn]

Over the archive at hand, as a reader gets it, templates and all. Searches are made of its own titles: a word, a phrase,
a whole headline, and strings as strange as the tests', at each level; keystrokes are the letters of a phrase, one after
another. `--learn` learns the phrases first and says how long that takes. In milliseconds, of the clock and of the
processor.
"""

import argparse
import json
import os
import random
import statistics
import time

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsarchive.settings")
django.setup()

from django.conf import settings  # noqa: E402
from django.test import Client  # noqa: E402

from articles.models import Article  # noqa: E402
from articles.search import LEVELS, suggestions  # noqa: E402
from articles.search.backend import finder  # noqa: E402
from articles.search.correcting import corrections  # noqa: E402
from articles.search.parsing import parse  # noqa: E402
from articles.search.phrases import learn, phrases  # noqa: E402

STRANGE = (
    "*ان*",
    "(((" * 5 + "«حفتر أو -",
    "كلمة " * 2000,
    "ال* *ين المجلس*>=2 /جملة «مجلس النواب»",
    " أو ".join(["الحكومة"] * 60),
    " /فقرة ".join(["رئيس"] * 60),
    " ".join(f"-{word}" for word in ("في", "من", "على", "إلى") * 12),
    "\x00\u202e»«",
)


def measured(act, asked):
    """{"median": …, "p95": …, "worst": …} of the clock, and the median and worst of the processor."""
    clock, processor = [], []
    for one in asked:
        began, begun = time.perf_counter(), time.process_time()
        act(one)
        clock.append(1000 * (time.perf_counter() - began))
        processor.append(1000 * (time.process_time() - begun))
    clock.sort()
    return {
        "asked": len(clock),
        "median": round(statistics.median(clock), 1),
        "p95": round(clock[int(0.95 * (len(clock) - 1))], 1),
        "worst": round(clock[-1], 1),
        "processor": round(statistics.median(processor), 1),
        "worst processor": round(max(processor), 1),
    }


def searches(titles, chance):
    for title in titles:
        words = title.split()
        place = chance.randrange(max(1, len(words) - 1))
        yield chance.choice(words)
        yield f"«{' '.join(words[place : place + 2])}»"
        yield title


def keystrokes(titles, chance):
    for title in titles:
        words = title.split()
        typed = " ".join(words[chance.randrange(len(words)) :][:3])
        yield from (typed[:end] for end in range(2, len(typed) + 1))


def misspelt(titles, chance):
    for title in titles:
        word = max(title.split(), key=len)
        place = chance.randrange(1, len(word))
        yield parse(word[:place] + chance.choice("ابتحصلن") + word[place:])


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--n", type=int, default=200, help="titles that are searched for")
    options.add_argument("--learn", action="store_true")
    asked = options.parse_args()
    settings.ALLOWED_HOSTS = ["*"]
    chance, client = random.Random(1), Client()
    titles = [title for title in Article.objects.published().values_list("title", flat=True) if title.strip()]
    titles = chance.sample(titles, min(asked.n, len(titles)))
    result = {"articles": finder().snapshot.documents}
    if asked.learn:
        began = time.process_time()
        result["learned"] = {
            "phrases": learn(),
            "seconds of the processor": round(time.process_time() - began, 1),
        }

    def page(search):
        typed, level = search
        assert client.get("/search/", {"q": typed, "level": level}).status_code == 200

    page(("حفتر", "stem")), suggestions("حفتر"), phrases()
    result["page"] = measured(page, [(typed, "stem") for typed in searches(titles, chance)])
    result["strange"] = measured(page, [(typed, level) for typed in STRANGE for level in LEVELS])
    result["keystroke"] = measured(suggestions, list(keystrokes(titles, chance)))
    result["wording"] = measured(lambda read: corrections(read, finder()), list(misspelt(titles, chance)))
    print(json.dumps(result, indent=1))


if __name__ == "__main__":
    main()
