"""Django's system check of the index: `manage.py check` and every start of the server say what is wrong with it."""

from django.core.checks import Warning, register
from django.utils.translation import gettext_lazy as _

from articles.search.upkeep import what_is_wrong


@register("search")
def index_is_good(app_configs, **kwargs):
    """articles.W001: the index is damaged, or made by other rules than those it would be searched by."""
    try:
        reason = what_is_wrong()
    except OSError as error:
        reason = error
    if not reason:
        return []
    hint = _("Run manage.py build_index; the archive is searched meanwhile.")
    return [Warning(str(reason), hint=hint, id="articles.W001")]
