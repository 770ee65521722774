from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _

from articles.search import own_words


class Command(BaseCommand):
    help = (
        "Count the archive's own words and list its register's names for the stemmer, now rather than when it has "
        "grown by half. The index is made anew with them by index_worker, or by build_index."
    )

    def add_arguments(self, parser):
        parser.add_argument("--forget", action="store_true", help="go back to the shipped words alone")

    def handle(self, *args, forget, **options):
        if forget:
            there = own_words.clear_away(most=0)
            self.stdout.write(
                _("The shipped words alone are used again.") if there else _("There were none.")
            )
        else:
            words, names = own_words.make()
            counts = {"words": words, "names": names}
            self.stdout.write(_("Words counted: %(words)d; names protected: %(names)d.") % counts)
        self.stdout.write(_("Now make the index anew (build_index); servers follow by themselves."))
