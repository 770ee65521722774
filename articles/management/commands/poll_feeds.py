"""`manage.py poll_feeds`: looks at the feeds whose time has come, once or for ever."""

import json
import time

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _

from articles.ingest.polling import Polling
from articles.models import Feed


class Command(BaseCommand):
    help = (
        "Look at the feeds that are due and bring in what is new. Each feed has its own schedule and status "
        "for what comes; robots.txt is obeyed, and a failing feed is asked less and less often."
    )

    def add_arguments(self, parser):
        parser.add_argument("--all", action="store_true", help="look at every active feed, due or not")
        parser.add_argument(
            "--every",
            type=float,
            metavar="SECONDS",
            help="go on for ever, with this pause between two rounds",
        )
        parser.add_argument("--json", action="store_true", help="one JSON object a feed")

    def handle(self, *args, **options):
        self._round(options)
        while options["every"]:
            time.sleep(options["every"])
            self._round(options)

    def _round(self, options):
        polling = Polling()
        feeds = Feed.objects.select_related("source")
        for feed in feeds.filter(is_active=True) if options["all"] else feeds.due():
            summary = polling.poll(feed)
            told = {"feed": feed.url, "error": feed.last_error} | (summary.counts() if summary else {})
            self.stdout.write(
                json.dumps(told, ensure_ascii=False) if options["json"] else _told(feed, summary)
            )


def _told(feed, summary):
    if feed.last_error:
        return f"{feed.url}: {feed.last_error}"
    if not summary:
        return _("%(feed)s: nothing new.") % {"feed": feed.url}
    return f"{feed.url}: " + _("%(added)d added, %(skipped)d refused.") % summary.counts()
