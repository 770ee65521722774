from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _
from tqdm import tqdm

from articles.models import Article, Report, Story
from articles.stories.arrival import place_all


class Command(BaseCommand):
    help = "Find all copies and stories again; what editors locked or set apart stays."

    def handle(self, *args, **options):
        quiet = options["verbosity"] == 0
        with tqdm(total=Article.objects.count(), unit=" articles", disable=quiet) as bar:
            for done in place_all():
                bar.update(done)
        counts = {
            "stories": Story.objects.count(),
            "reports": Report.objects.exclude(story=None).count(),
            "copies": Report.objects.exclude(original=None).count(),
        }
        self.stdout.write(
            _(
                "Stories: %(stories)d, told in %(reports)d articles; texts that stand more than once: %(copies)d."
            )
            % counts
        )
