"""Who may do what at the editors' desk. No group may delete an article, an actor, a source or an office:

an article is withdrawn, two actors are merged, and a part of one is removed with its history kept.
"""

from django.contrib.auth.management import create_permissions
from django.contrib.auth.models import Group, Permission
from django.db import DEFAULT_DB_ALIAS

KEPT = ("article", "source", "actor", "office", "mention", "quote")
REMOVABLE = ("sourcedomain", "actorname", "officename", "position", "relation", "feed")
SEEN = ("batch", "capture", "refused", "version")

# Merging and deciding leave acts, each of which can be taken back.
ACTING = {"add_act", "view_act", "add_merge", "view_merge"}
# Their rows are the machine's; an editor changes them by acts alone.
GROUPING = {f"{act}_{noun}" for act in ("change", "view") for noun in ("story", "report")}
EDITING = (
    ACTING
    | GROUPING
    | {f"{act}_{noun}" for act in ("add", "change", "view") for noun in KEPT + REMOVABLE}
    | {f"delete_{noun}" for noun in REMOVABLE}
    | {f"view_{noun}" for noun in SEEN}
    | {"add_batch", "delete_refused"}
)

EDITORS, REVIEWERS = "محررون", "مراجعون"
GROUPS = {
    EDITORS: EDITING,
    REVIEWERS: EDITING | {"publish_article", "change_batch"},
}


def make_groups(app_config, using=DEFAULT_DB_ALIAS, **signal):
    """Give each group at least its permissions; what an administrator adds to it stays.

    Runs after every migration, so a model's permissions are there however new the model is.
    """
    create_permissions(app_config, using=using, verbosity=0)
    for name, codenames in GROUPS.items():
        group, _ = Group.objects.using(using).get_or_create(name=name)
        group.permissions.add(
            *Permission.objects.using(using).filter(
                content_type__app_label=app_config.label, codename__in=codenames
            )
        )
