"""manage.py check_index: proves that the index is what the database says, or names the differences."""

import json
from dataclasses import asdict

from django.core.management.base import BaseCommand, CommandError

from articles.search.upkeep import damaged_arrays, differences, repair


class Command(BaseCommand):
    help = "Compares every document of the index with the database, and every byte of it with its checksum."

    def add_arguments(self, parser):
        parser.add_argument("--repair", action="store_true", help="queue what differs for the index")
        parser.add_argument("--json", action="store_true", help="for machines: one object")

    def handle(self, **options):
        found, damaged = differences(), damaged_arrays()
        said = asdict(found) | {"damaged": damaged}
        if options["json"]:
            self.stdout.write(json.dumps(said))
        else:
            for name, values in said.items():
                self.stdout.write(f"{name:<8} {len(values)} {' '.join(map(str, values[:20]))}".rstrip())
        if options["repair"]:
            repair(found)
        if damaged or (found and not options["repair"]):
            raise CommandError("index ≠ database")
