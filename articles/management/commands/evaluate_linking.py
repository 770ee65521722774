import json
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from articles.actors.evaluation import evaluate, read_gold
from articles.actors.linking import gazetteer
from articles.models import Actor


class Command(BaseCommand):
    help = "Measure the linker on articles whose actors are written down: precision, recall and F1 as JSON."

    def add_arguments(self, parser):
        parser.add_argument(
            "gold", type=Path, metavar="GOLD.jsonl", help="title, body, date, actors, not_actors a line"
        )
        parser.add_argument(
            "--with-suggestions", action="store_true", help="count what waits for an editor too"
        )

    def handle(self, *args, gold, with_suggestions, **options):
        actors = {pk: (name, kind) for pk, name, kind in Actor.objects.values_list("pk", "name_ar", "kind")}
        try:
            with gold.open(encoding="utf-8") as lines:
                report = evaluate(list(read_gold(lines)), gazetteer(), actors, with_suggestions)
        except (OSError, ValueError) as error:
            raise CommandError(f"{gold}: {error}") from error
        self.stdout.write(json.dumps(report, ensure_ascii=False, indent=2))
