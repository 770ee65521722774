import json
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from articles.stories.evaluation import evaluate, read_gold


class Command(BaseCommand):
    help = "Measure the finding of copies and stories on texts whose groups are written down, as JSON."

    def add_arguments(self, parser):
        parser.add_argument(
            "gold",
            type=Path,
            metavar="GOLD.jsonl",
            help="title, body, date, source, story, copy_group a line",
        )

    def handle(self, *args, gold, **options):
        try:
            with gold.open(encoding="utf-8") as lines:
                report = evaluate(read_gold(lines))
        except (OSError, ValueError) as error:
            raise CommandError(f"{gold}: {error}") from error
        self.stdout.write(json.dumps(report, ensure_ascii=False, indent=2))
