"""`manage.py import_articles PATH…`: files and folders of articles into the archive."""

import json
import os
import sys
from argparse import ArgumentTypeError, RawDescriptionHelpFormatter
from contextlib import contextmanager
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from django.utils.translation import gettext as _
from tqdm import tqdm

from articles.arabic.reading import MANY_PARTS, remember
from articles.ingest import records
from articles.ingest.columns import columns_of
from articles.ingest.files import paths, read_parts
from articles.ingest.loader import load
from articles.ingest.register import Register
from articles.ingest.table import listed

# Of so many files it is told which of their columns were not read.
COLUMNS_TOLD = 20

HELP = f"""Imports articles from files and folders: pages saved as plain text (.txt) or HTML (.html), feeds and
sitemaps (.rss, .atom, .xml), JSON (.jsonl, .json), tables (.csv, .tsv), web archives (.warc, .warc.gz,
.wacz). Importing again adds nothing, so an import that was broken off is simply started again; an address
whose text has changed gets a new version. What cannot be read is reported with its place and stops nothing
else. Imported articles are published unless --status says otherwise; a title taken from the text is marked
as a suggestion for the editors. `undo_import` takes a whole import back.

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
        parser.add_argument(
            "--column",
            action="append",
            default=[],
            type=_column,
            metavar="NAME=FIELD",
            help="a field of the archive under another name in the files; repeatable",
        )
        parser.add_argument(
            "--errors",
            type=Path,
            metavar="FILE.jsonl",
            help="write refused rows here, to be mended and imported",
        )
        parser.add_argument(
            "--only-load",
            action="store_true",
            help="leave actors and stories to `link_actors` and `find_stories`: faster for very many articles",
        )
        parser.add_argument(
            "--processes", type=int, default=os.cpu_count(), metavar="N", help="so many share a large import"
        )
        parser.add_argument("--json", action="store_true", help="print the summary as JSON")

    def handle(self, *args, **options):
        remember(MANY_PARTS)
        register = Register()
        source = self._source(register, options["source"])
        files, size = paths(options["paths"])
        with (
            tqdm(
                total=size, unit="B", unit_scale=True, unit_divisor=1024, file=sys.stderr, disable=None
            ) as bar,
            _error_file(options["errors"]) as told,
        ):
            summary = load(
                _read(files, register, dict(options["column"])),
                status=options["status"],
                label=" ".join(options["paths"]),
                source=source,
                register=register,
                dry_run=options["dry_run"],
                only=options["only_load"],
                told=told,
                passed=bar.update,
                processes=options["processes"],
            )
        self._close(summary, options)

    def _close(self, summary, options):
        if options["json"]:
            self.stdout.write(json.dumps(summary.as_json(), ensure_ascii=False, indent=1))
        else:
            self._tell(summary)
        if summary.read == summary.skipped:
            raise CommandError(_("Nothing could be imported."), returncode=1)
        if not options["json"]:
            self._tell_of_columns(options)

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
        for encoding, count in summary.encodings.items():
            self.stdout.write(_("%(encoding)s: %(count)d articles") % {"encoding": encoding, "count": count})
        for source in summary.new_sources:
            self.stdout.write(_("New source: %(name)s (%(slug)s)") % source)
        self.stdout.write(
            _(
                "Read %(read)d: %(added)d added, %(changed)d with a new version, "
                "%(unchanged)d unchanged, %(skipped)d skipped."
            )
            % summary.counts()
        )

    def _tell_of_columns(self, options):
        for file in paths(options["paths"])[0][:COLUMNS_TOLD]:
            unread = [name for name, field in columns_of(file, dict(options["column"])) if not field]
            if unread:
                told = {"place": file, "names": listed(unread)}
                self.stdout.write(_("%(place)s: columns that were not read: %(names)s") % told)


def _column(text):
    name, sign, field = text.partition("=")
    if not sign or field not in records.ALIASES:
        raise ArgumentTypeError(f"NAME=FIELD, where FIELD is one of {', '.join(records.ALIASES)}")
    return name, field


def _read(files, register, columns):
    zone = timezone.get_current_timezone()
    for file in files:
        yield from read_parts(file, register.known, zone, columns)


@contextmanager
def _error_file(path):
    """What writes a refusal to the file at once, however many there are; nothing without a path.

    Each refused row stands below a comment with its place and reason; comments are passed over when it is read.
    The file takes its name at the end, since it may itself be what is being imported.
    """
    if path is None:
        yield None
        return
    unfinished = path.with_name(f"{path.name}.part")
    with unfinished.open("w") as file:
        yield lambda refusal: file.write(refusal.written())
    unfinished.replace(path)
