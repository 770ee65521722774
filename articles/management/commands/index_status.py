"""manage.py index_status: generation, documents, pending, size, damage and last error."""

import json
from dataclasses import asdict

from django.core.management.base import BaseCommand

from articles.search.upkeep import status


class Command(BaseCommand):
    help = "Says how the index stands."

    def add_arguments(self, parser):
        parser.add_argument("--json", action="store_true", help="for machines: one object")

    def handle(self, **options):
        found = asdict(status())
        if options["json"]:
            self.stdout.write(json.dumps(found, ensure_ascii=False))
            return
        for name, value in found.items():
            self.stdout.write(f"{name:<12} {value}".rstrip())
