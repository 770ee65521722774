"""One address to one `Item`: fetched, read, and refused with the reason if it is no article."""

from dataclasses import replace

from django.utils import timezone
from django.utils.translation import gettext as _

from articles.ingest.encoding import NotText
from articles.ingest.fetching import FetchError, fetch
from articles.ingest.html_page import read_html
from articles.ingest.item import Refusal
from articles.ingest.sorting import NoArticle

HTML = ("text/html", "application/xhtml+xml", "")


def read_address(url, known, fetch=fetch, robots=None, rule=""):
    """The `Item` of an address, or a `Refusal` that says why there is none; nothing is written."""
    if robots and (reason := robots.why_not(url)):
        return Refusal(url, reason)
    try:
        fetched = fetch(url)
    except FetchError as error:
        return Refusal(url, str(error))
    return read_fetched(url, fetched, known, rule)


def read_fetched(url, fetched, known, rule=""):
    """The `Item` or `Refusal` of a response."""
    if not 200 <= fetched.status < 300:
        return Refusal(url, _("The server answered %(status)d.") % {"status": fetched.status})
    if not fetched.body:
        return Refusal(url, _("The answer is empty."))
    media_type = fetched.header("Content-Type").partition(";")[0].strip().lower()
    if media_type not in HTML:
        return Refusal(url, _("No page, but %(kind)s.") % {"kind": media_type[:80]})
    now = timezone.now()
    try:
        item = read_html(url, fetched.body, known, timezone.get_current_timezone(), fetched.url, rule, now)
    except NotText:
        return Refusal(url, _("Not text."))
    except NoArticle as error:
        return Refusal(url, str(error))
    except RecursionError:
        return Refusal(url, _("Nested beyond all measure."))
    return replace(
        item,
        captured_at=now,
        http_status=fetched.status,
        headers=fetched.headers,
        media_type=media_type,
    )
