"""`manage.py undo_import NUMBER`: takes a whole import back."""

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from articles.ingest.undo import undo
from articles.models import Batch


class Command(BaseCommand):
    help = (
        "Remove the articles that an import brought, except those that an editor has changed since, and give those "
        "that it changed their former text."
    )

    def add_arguments(self, parser):
        parser.add_argument("batch", type=int, help="number of the import, as its summary gives it")

    def handle(self, *args, batch, **options):
        found = Batch.objects.filter(pk=batch, undone_at__isnull=True).first()
        if found is None:
            raise CommandError(_("There is no import %(number)d that could be undone.") % {"number": batch})
        undone = undo(found)
        self.stdout.write(_("%(count)d articles removed.") % {"count": undone.removed})
        if undone.back:
            self.stdout.write(_("%(count)d texts are again as they were.") % {"count": undone.back})
        for code in undone.kept:
            self.stdout.write(_("Kept, since it was changed: %(code)s") % {"code": code})
