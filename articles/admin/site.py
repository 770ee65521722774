"""The editors' door."""

from django.contrib.admin import AdminSite
from django.utils.translation import gettext_lazy as _


class ArchiveAdminSite(AdminSite):
    site_header = _("Archive of Libya's political news")
    site_title = _("Editors' desk")
    index_title = _("Editors' desk")
