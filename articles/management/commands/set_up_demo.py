"""manage.py set_up_demo: an empty archive becomes one to try out."""

import secrets
from collections import deque
from pathlib import Path

from django.conf import settings
from django.contrib.auth.models import Group, User
from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import override

from articles.actors.linking import link_all
from articles.models import Actor, Article, Source
from articles.models.groups import GROUPS
from articles.search.upkeep import rebuild
from articles.stories.arrival import place_all

EDITOR = "editor"


class Command(BaseCommand):
    help = "Loads the register and the samples into an empty archive, indexes them, and makes a demo editor."

    def handle(self, **options):
        if any(model.objects.exists() for model in (Actor, Article, Source)):
            self.stdout.write(_("The archive is not empty: nothing was loaded into it."))
        else:
            self._load()
        if not User.objects.filter(username=EDITOR).exists():
            self._announce(make_editor())

    def _load(self):
        with transaction.atomic():
            linked = load()
        rebuild()
        counts = {"articles": linked, "actors": Actor.objects.count(), "sources": Source.objects.count()}
        self.stdout.write(
            _("Loaded: articles %(articles)d, actors %(actors)d, sources %(sources)d.") % counts
        )

    def _announce(self, password):
        """In both languages, since nobody has chosen one yet."""
        for language in ("ar", "en"):
            with override(language):
                text = _("Demo editor, shown this once: user name %(name)s, password %(password)s")
                self.stdout.write(text % {"name": EDITOR, "password": password})


def load():
    """Every fixture there is, linked and placed among its likes; the number of articles."""
    found = sorted(path for folder in settings.FIXTURE_DIRS for path in Path(folder).glob("*.json"))
    # Rows that name rows of a later file are put right by `loaddata` itself.
    call_command("loaddata", *map(str, found), verbosity=0)
    # What was loaded is where each history begins, so that the first edit can be seen and undone.
    call_command("populate_history", auto=True, verbosity=0)
    linked = sum(1 for _pair in link_all())
    deque(place_all(), maxlen=0)
    return linked


def make_editor():
    """Staff in both groups and no superuser; returns the random password, of which only a hash is kept."""
    password = secrets.token_urlsafe(9)
    user = User.objects.create_user(EDITOR, password=password, is_staff=True, first_name=_("editor"))
    user.groups.set(Group.objects.filter(name__in=GROUPS))
    return password
