"""manage.py evaluate_search --corpus DIR: the archive's search, measured on a test collection."""

import json
import tempfile

from django.core.management.base import BaseCommand, CommandError

from articles.search import LEVELS
from articles.search.evaluation import Collection, Unreadable, evaluate


class Command(BaseCommand):
    help = "Runs a collection in the BEIR layout through the archive's own analysis, index and ranking."

    def add_arguments(self, parser):
        parser.add_argument("--corpus", required=True, action="append", metavar="DIR", help="may be repeated")
        parser.add_argument("--level", default="stem", choices=LEVELS)
        parser.add_argument("--json", action="store_true", help="for machines: one object, by folder")

    def handle(self, corpus, level, **options):
        figures = {}
        for folder in corpus:
            try:
                with tempfile.TemporaryDirectory(prefix="evaluate-search-") as index:
                    figures[folder] = evaluate(Collection.read(folder), index, level)
            except Unreadable as error:
                raise CommandError(str(error)) from error
        if options["json"]:
            self.stdout.write(json.dumps(figures, ensure_ascii=False, indent=2))
            return
        for folder, found in figures.items():
            self.stdout.write(folder)
            for name, value in found.items():
                self.stdout.write(f"  {name:<12} {value}")
