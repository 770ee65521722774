from django.apps import AppConfig
from django.contrib.admin import AdminSite
from django.contrib.admin import apps as admin_apps
from django.db.models.signals import post_migrate, post_save, pre_delete
from django.utils.translation import gettext_lazy as _


class ArticlesConfig(AppConfig):
    default = True
    name = "articles"
    verbose_name = _("Archive")

    def ready(self):
        from articles.actors.linking import link_saved
        from articles.models.groups import make_groups
        from articles.stories.arrival import place_saved
        from articles.stories.leaving import leave_deleted

        post_save.connect(link_saved, sender="articles.Article", dispatch_uid="link actors")
        post_save.connect(place_saved, sender="articles.Article", dispatch_uid="place among stories")
        pre_delete.connect(leave_deleted, sender="articles.Article", dispatch_uid="leave the stories")
        post_migrate.connect(make_groups, sender=self, dispatch_uid="make groups")


class ArchiveAdminSite(AdminSite):
    """The editors' door. It stands here, since `articles.admin` registers with it while being imported."""

    site_header = _("Archive of Libya's political news")
    site_title = _("Editors' desk")
    index_title = _("Editors' desk")
    # The breadcrumbs lead everywhere, and a list of articles needs the width.
    enable_nav_sidebar = False
    shown_first = ("Article", "Mention", "Quote", "Actor", "Office", "Position", "Source")

    def get_app_list(self, request, app_label=None):
        """What is edited most stands first; the rest follows by name."""
        apps = super().get_app_list(request, app_label)
        places = {name: place for place, name in enumerate(self.shown_first)}
        for app in apps:
            app["models"].sort(key=lambda model: places.get(model["object_name"], len(places)))
        return sorted(apps, key=lambda app: app["app_label"] != "articles")


class ArchiveAdminConfig(admin_apps.AdminConfig):
    """Django's admin, in the archive's name."""

    default = False
    default_site = "articles.apps.ArchiveAdminSite"
