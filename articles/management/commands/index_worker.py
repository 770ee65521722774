"""manage.py index_worker: takes what saving processes left in the outbox into the index."""

from time import sleep

from django.core.management.base import BaseCommand

from articles.search.outbox import drain


class Command(BaseCommand):
    help = "Empties the outbox into the index, again and again until stopped."

    def add_arguments(self, parser):
        parser.add_argument("--once", action="store_true", help="empty it once and end")
        parser.add_argument(
            "--every", type=float, default=1.0, metavar="SECONDS", help="pause between rounds"
        )

    def handle(self, once, every, **options):
        taken = drain()
        self.stdout.write(f"{taken}")
        while not once:
            sleep(every)
            if taken := drain():
                self.stdout.write(f"{taken}")
