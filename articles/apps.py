from django.apps import AppConfig
from django.contrib.admin import apps as admin_apps
from django.db.models.signals import post_save
from django.utils.translation import gettext_lazy as _


class ArticlesConfig(AppConfig):
    default = True
    name = "articles"
    verbose_name = _("Archive")

    def ready(self):
        from articles.actors.linking import link_saved

        post_save.connect(link_saved, sender="articles.Article", dispatch_uid="link actors")


class ArchiveAdminConfig(admin_apps.AdminConfig):
    """Django's admin, in the archive's name."""

    default = False
    default_site = "articles.admin.site.ArchiveAdminSite"
