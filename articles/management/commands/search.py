"""manage.py search "…": the archive searched from a terminal."""

import json
from signal import SIG_DFL, SIGPIPE, signal

from django.core.management.base import BaseCommand
from django.http import QueryDict

from articles.arabic.shaping import shaped
from articles.forms import SearchForm
from articles.search import search

MARK, PLAIN = "\033[1;4m", "\033[0m"


class Command(BaseCommand):
    help = "Prints ranked results with the words found marked."

    def run_from_argv(self, argv):
        """As a program of its own it ends as others do when the reader of a pipe has had enough: by the signal."""
        signal(SIGPIPE, SIG_DFL)
        super().run_from_argv(argv)

    def add_arguments(self, parser):
        parser.add_argument("words", help="what the search box takes, operators and fields included")
        parser.add_argument("--level", default="", help="exact, folded, stem (the default) or wide")
        parser.add_argument("--sort", default="", help="relevance, newest or oldest")
        parser.add_argument("--since", default="", help="as 2019, 2019-04 or 2019-04-12")
        parser.add_argument("--until", default="", help="as 2019, 2019-04 or 2019-04-12")
        parser.add_argument("--page", default="1")
        parser.add_argument("--json", action="store_true", help="for machines: one object")
        parser.add_argument("--shaped", action="store_true", help="for terminals that do not shape Arabic")

    def handle(self, words, **options):
        data = QueryDict(mutable=True)
        data.update(
            {"q": words} | {name: options[name] for name in ("level", "sort", "since", "until", "page")}
        )
        page = search(SearchForm(data).query())
        if options["json"]:
            self.stdout.write(json.dumps(as_data(page), ensure_ascii=False, indent=2))
        else:
            self.write(page, shaped if options["shaped"] else str)

    def write(self, page, seen):
        self.stdout.write(f"{page.first}-{page.last} / {page.total}")
        for number, hit in enumerate(page.hits, page.first):
            self.stdout.write("")
            self.stdout.write(seen(f"{number}. {self.inked(hit.title)}"))
            self.stdout.write(seen(" · ".join(filter(None, (hit.article.source.name_ar, day(hit))))))
            for passage in hit.passages:
                self.stdout.write(seen(self.inked(passage)))

    def inked(self, text):
        """Marked words underlined where the terminal can, in guillemets where it cannot."""
        start, end = (MARK, PLAIN) if self.style.SUCCESS("") else ("«", "»")
        pieces = text.pieces()
        return "".join(f"{start}{piece}{end}" if is_marked else piece for piece, is_marked in pieces)


def day(hit):
    moment = hit.article.published_at
    return moment.date().isoformat() if moment else ""


def as_data(page):
    """A page as plain data: query, total and hits."""
    return {
        "query": page.query.address,
        "total": page.total,
        "hits": [
            {
                "code": hit.article.code,
                "title": hit.article.title,
                "source": hit.article.source.slug,
                "published": day(hit) or None,
                "score": round(hit.score, 4),
                "matched": list(hit.matched),
                "passages": [passage.text for passage in hit.passages],
            }
            for hit in page.hits
        ],
    }
