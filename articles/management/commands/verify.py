"""`manage.py verify [PACK…]`: every hash of the archive, or of evidence packs, computed anew."""

import json

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.export.evidence_check import NoPack, pack_faults
from articles.export.integrity import faults

WORDS = {
    "changed": gettext_lazy("changed since it was kept: %(what)s"),
    "missing": gettext_lazy("missing: %(what)s"),
    "orphan": gettext_lazy("belongs to nothing: %(what)s"),
    "unfinished": gettext_lazy("left unfinished by a process that was ended: captures/%(what)s"),
    "text": gettext_lazy("the text is not the one its digest was taken of: %(what)s"),
}


class Command(BaseCommand):
    help = (
        "Compute every SHA-256 anew: of what was captured and of the texts; or, for evidence packs, of what is in "
        "them, without the database. Ends with an error if anything is changed, missing or left over."
    )
    requires_migrations_checks = False

    def add_arguments(self, parser):
        parser.add_argument("packs", nargs="*", metavar="PACK", help="evidence packs (.zip)")
        parser.add_argument("--json", action="store_true", help="print the faults as JSON")

    def handle(self, *args, packs, **options):
        try:
            found = [fault for pack in packs for fault in pack_faults(pack)] if packs else list(faults())
        except NoPack as error:
            raise CommandError(_("No evidence pack: %(why)s.") % {"why": error}) from error
        if options["json"]:
            self.stdout.write(json.dumps([vars(fault) for fault in found], ensure_ascii=False))
        else:
            for fault in found:
                self.stdout.write(WORDS[fault.kind] % {"what": fault.what})
        if found:
            raise CommandError(_("Faults found: %(count)d.") % {"count": len(found)})
        if not options["json"]:
            self.stdout.write(_("Everything is as it was kept."))
