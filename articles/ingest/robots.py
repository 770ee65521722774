"""What a site allows robots, asked once for each host and visit: RFC 9309."""

from urllib.parse import urlsplit
from urllib.robotparser import RobotFileParser

from django.conf import settings
from django.utils.translation import gettext as _

from articles.ingest.encoding import NotText, decode
from articles.ingest.fetching import FetchError, fetch


class Robots:
    """The rules of all hosts of one visit.

    >>> Robots().why_not("https://alwasat.ly/news/1")
    ''
    """

    def __init__(self, fetch=fetch):
        self._fetch, self._rules, self._silent = fetch, {}, {}

    def why_not(self, url):
        """Why an address is not to be fetched, in words; "" if it may be."""
        if self._of(url).can_fetch(settings.ARCHIVE_USER_AGENT, url):
            return ""
        return self._silent.get(_host(url)) or _("The site asks robots to stay away from it.")

    def pause(self, url, least=1.0, most=30.0):
        """Seconds to wait between two requests to the host."""
        stated = self._of(url).crawl_delay(settings.ARCHIVE_USER_AGENT) or 0
        return min(max(float(stated), least), most)

    def sitemaps(self, url):
        """The sitemaps that the host of an address names."""
        return self._of(url).site_maps() or []

    def _of(self, url):
        host = _host(url)
        if host not in self._rules:
            self._rules[host] = self._asked(host)
        return self._rules[host]

    def _asked(self, host):
        """No rules stand for all allowed; a server that cannot answer stands for nothing allowed."""
        rules = RobotFileParser()
        try:
            response = self._fetch(f"{host}/robots.txt")
            lines = decode(response.body).text.splitlines() if response.status == 200 else []
        except (FetchError, NotText) as error:
            self._silent[host] = str(error) if isinstance(error, FetchError) else ""
            rules.disallow_all = True
            return rules
        rules.disallow_all = response.status >= 500
        rules.parse(lines)
        return rules


def _host(url):
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"
