import json
from itertools import islice
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from articles.actors.spellings import measure


class Command(BaseCommand):
    help = (
        "Measure how often a Latin spelling finds its Arabic name: first, and among the first five, as JSON."
    )

    def add_arguments(self, parser):
        parser.add_argument("pairs", type=Path, metavar="PAIRS.jsonl", help="ar, latin a line")
        parser.add_argument("--limit", type=int, help="only the first pairs of the file")

    def handle(self, *args, pairs, limit, **options):
        try:
            with pairs.open(encoding="utf-8") as lines:
                read = [_pair(line) for line in islice(lines, limit) if line.strip()]
        except (OSError, ValueError, KeyError) as error:
            raise CommandError(f"{pairs}: {error}") from error
        self.stdout.write(json.dumps(measure(read), ensure_ascii=False))


def _pair(line):
    row = json.loads(line)
    return row["ar"], row["latin"]
