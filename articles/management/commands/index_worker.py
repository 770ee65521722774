"""manage.py index_worker: takes what saving processes left in the outbox into the index, and looks after the index."""

from time import sleep

from django.core.management.base import BaseCommand

from articles.search.outbox import drain
from articles.search.upkeep import rebuild, tidy_up, why_rebuild


class Command(BaseCommand):
    help = "Empties the outbox into the index, again and again; rebuilds a damaged one and merges small segments."

    def add_arguments(self, parser):
        parser.add_argument("--once", action="store_true", help="empty it once and end")
        parser.add_argument(
            "--every", type=float, default=1.0, metavar="SECONDS", help="pause between rounds"
        )

    def handle(self, once, every, **options):
        self.round(always_tell=True)
        while not once:
            sleep(every)
            self.round()

    def round(self, always_tell=False):
        if reason := why_rebuild():
            self.stderr.write(reason)
            rebuild()
        taken = drain()
        if taken or always_tell:
            self.stdout.write(f"{taken}")
        if not taken:
            tidy_up()
