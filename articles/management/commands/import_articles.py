"""`manage.py import_articles PATH…`: files and folders of articles into the archive."""

import json
import sys
from argparse import RawDescriptionHelpFormatter

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from django.utils.translation import gettext as _
from tqdm import tqdm

from articles.ingest import records
from articles.ingest.files import paths, read_file
from articles.ingest.loader import load
from articles.ingest.register import Register

HELP = f"""Imports articles from files and folders: pages saved as plain text (.txt), and JSON objects,
one a line (.jsonl, .ndjson). Importing again adds nothing. What cannot be read is reported
with its place and stops nothing else. Imported articles are published unless --status says
otherwise; a title taken from the text is marked as a suggestion for the editors.

{records.__doc__}"""


class Command(BaseCommand):
    help = HELP

    def create_parser(self, *args, **kwargs):
        return super().create_parser(*args, formatter_class=RawDescriptionHelpFormatter, **kwargs)

    def add_arguments(self, parser):
        parser.add_argument("paths", nargs="+", metavar="PATH", help="file, or folder with files")
        parser.add_argument(
            "--source", help="slug, name or domain of the source of texts that name none (default: unknown)"
        )
        parser.add_argument("--status", choices=["draft", "review", "published"], default="published")
        parser.add_argument("--dry-run", action="store_true", help="read and report, write nothing")
        parser.add_argument("--json", action="store_true", help="print the summary as JSON")

    def handle(self, *args, **options):
        register = Register()
        source = self._source(register, options["source"])
        files, size = paths(options["paths"])
        with tqdm(total=size, unit="B", unit_scale=True, file=sys.stderr, disable=None) as bar:
            summary = load(
                _read(files, register, bar),
                status=options["status"],
                label=" ".join(options["paths"]),
                source=source,
                register=register,
                dry_run=options["dry_run"],
            )
        if options["json"]:
            self.stdout.write(json.dumps(summary.as_json(), ensure_ascii=False, indent=1))
        else:
            self._tell(summary)
        if summary.read == summary.skipped:
            raise CommandError(_("Nothing could be imported."), returncode=1)

    def _source(self, register, name):
        source = register.find(name) if name else None
        if name and not source:
            raise CommandError(_("No source has the slug, name or domain “%(name)s”.") % {"name": name})
        return source

    def _tell(self, summary):
        for refusal in summary.why:
            self.stderr.write(f"{refusal.place}: {refusal.reason}")
        for cut in summary.cuts:
            self.stdout.write(_("%(place)s: left out: %(text)s") % vars(cut))
        for title in summary.suggested_titles:
            self.stdout.write(_("%(place)s: no headline; suggested: %(title)s") % title)
        for source in summary.new_sources:
            self.stdout.write(_("New source: %(name)s (%(slug)s)") % source)
        self.stdout.write(
            _(
                "Read %(read)d: %(added)d added, %(changed)d with a new version, "
                "%(unchanged)d unchanged, %(skipped)d skipped."
            )
            % summary.counts()
        )


def _read(files, register, bar):
    zone = timezone.get_current_timezone()
    for file in files:
        for row in read_file(file, register.known, zone):
            yield row
            bar.update(row.size)
