"""manage.py build_index: the index made anew beside the one in use, by several processes."""

import os

from django.core.management.base import BaseCommand

from articles.arabic.reading import MANY_PARTS, remember
from articles.search import own_words
from articles.search.outbox import drain
from articles.search.upkeep import rebuild


class Command(BaseCommand):
    help = "Makes the index anew from the database; until it is whole, the old one is searched."

    def add_arguments(self, parser):
        parser.add_argument("--processes", type=int, default=os.cpu_count(), metavar="N")

    def handle(self, processes, **options):
        remember(MANY_PARTS)
        own_words.renew(processes)
        self.stdout.write(f"{rebuild(processes)}")
        drain()
