from django.apps import AppConfig
from django.contrib.admin import apps as admin_apps
from django.utils.translation import gettext_lazy as _


class ArticlesConfig(AppConfig):
    default = True
    name = "articles"
    verbose_name = _("Archive")


class ArchiveAdminConfig(admin_apps.AdminConfig):
    """Django's admin, in the archive's name."""

    default = False
    default_site = "articles.admin.site.ArchiveAdminSite"
