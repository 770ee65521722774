from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _
from tqdm import tqdm

from articles.actors.linking import link_all
from articles.models import Article


class Command(BaseCommand):
    help = "Find every actor and office in every article again; editors' decisions stay."

    def add_arguments(self, parser):
        parser.add_argument(
            "--code", action="append", help="only this article, by its permanent code; repeatable"
        )

    def handle(self, *args, code=None, **options):
        articles = Article.objects.filter(code__in=code) if code else Article.objects.all()
        bar = tqdm(
            link_all(articles), total=articles.count(), unit=" articles", disable=options["verbosity"] == 0
        )
        changed = sum(was_changed for _article, was_changed in bar)
        self.stdout.write(_("Linked anew; articles whose mentions changed: %(count)d.") % {"count": changed})
