"""manage.py remove_samples: the archive without its sample articles and their invented outlets."""

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils.translation import gettext as _

from articles.models import Article
from articles.models.samples import SamplesInUse, remove_samples
from articles.stories.leaving import leave


class Command(BaseCommand):
    help = "Removes the sample articles and their invented outlets, and nothing else."

    def add_arguments(self, parser):
        parser.add_argument("--yes", action="store_true", help="do not ask")

    def handle(self, yes, **options):
        if not (yes or self._agreed()):
            raise CommandError(_("Nothing was removed."))
        try:
            articles, sources = _remove()
        except SamplesInUse as error:
            raise CommandError(_refusal(error)) from error
        self.stdout.write(
            _("Removed: sample articles %(articles)d, sample sources %(sources)d.")
            % {"articles": articles, "sources": sources}
        )

    def _agreed(self):
        self.stdout.write(_("All sample articles and sample sources will be removed. Write yes to go on:"))
        return input().strip().lower() in ("yes", "نعم")


@transaction.atomic
def _remove():
    """The samples, and what the stories know of them."""
    leave(Article.objects.filter(is_sample=True).values_list("pk", flat=True))
    return remove_samples()


def _refusal(error):
    """Why, and a line for each article that stands in the way."""
    lines = [_("Nothing was removed: these articles are no samples and depend on a sample source.")]
    lines += [f"{article.code}  {article.title}  ({article.source})" for article in error.articles]
    return "\n".join(lines)
