"""manage.py index_worker: takes what saving processes left in the outbox into the index, and looks after the index."""

from time import sleep

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _

from articles.search import own_words
from articles.search.backend import LockError
from articles.search.outbox import drain
from articles.search.upkeep import rebuild, tidy_up, why_rebuild


class Command(BaseCommand):
    help = (
        "Empties the outbox into the index, again and again; counts the archive's words anew when it has grown, "
        "makes anew what is damaged or outdated, and merges small segments."
    )

    def add_arguments(self, parser):
        parser.add_argument("--once", action="store_true", help="empty it once and end")
        parser.add_argument(
            "--every", type=float, default=1.0, metavar="SECONDS", help="pause between rounds"
        )

    def handle(self, once, every, **options):
        own_words.renew()
        self.round(always_tell=True)
        while not once:
            sleep(every)
            self.round()

    def round(self, always_tell=False):
        self.mend()
        taken = drain()
        if taken or always_tell:
            self.stdout.write(f"{taken}")
        if taken:
            own_words.renew()
        else:
            tidy_up()

    def mend(self):
        reason = why_rebuild()
        if reason:
            self.stderr.write(reason)
            try:
                rebuild()
            except LockError:
                self.stderr.write(_("Another process is making it anew."))
