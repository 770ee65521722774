"""Fetching from the web, guarded: nothing but public hosts over HTTP, within limits of time and size.

    fetch("https://alwasat.ly/news/1")  -> Fetched(url=…, status=200, headers=…, body=b"…")

The addresses of a host are judged at every redirect, and the connection goes to the very address judged, so that
a name which changes its answer in between gains nothing.
"""

import contextlib
import http.client
import ipaddress
import socket
import ssl
import threading
import time
import zlib
from dataclasses import dataclass
from urllib.parse import quote, urljoin, urlsplit, urlunsplit

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.ingest.limits import PAGE

PORTS = {80, 443, 8080, 8443}
SECONDS = 20
REDIRECTS = 5
REDIRECTING = {301, 302, 303, 307, 308}
UNPACKERS = {"gzip": 31, "x-gzip": 31, "deflate": 15}
EMBEDDING = {
    ipaddress.ip_network("64:ff9b::/96"): lambda address: int(address) & 0xFFFFFFFF,
    ipaddress.ip_network("2002::/16"): lambda address: int(address) >> 80 & 0xFFFFFFFF,
}


# The first kind that fits.
REASONS = (
    (TimeoutError, gettext_lazy("It took too long.")),
    (ssl.SSLError, gettext_lazy("Its certificate is not valid.")),
    (ConnectionRefusedError, gettext_lazy("The server refuses connections.")),
    (ConnectionResetError, gettext_lazy("The answer broke off.")),
    ((http.client.HTTPException, zlib.error), gettext_lazy("The answer cannot be understood.")),
)


class FetchError(ValueError):
    """Why nothing was fetched, in words for the one who asked."""


@dataclass(frozen=True)
class Fetched:
    """A response: `url` after redirects, `body` with its content encoding taken off."""

    url: str
    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes

    def header(self, name):
        return next((value for key, value in self.headers if key.lower() == name.lower()), "")


def is_public(address):
    """Whether an IP address belongs to the open net: not to this machine, its network or a special use."""
    address = ipaddress.ip_address(address.partition("%")[0])
    inner = getattr(address, "ipv4_mapped", None)
    for network, embedded in EMBEDDING.items():
        if address in network:
            inner = ipaddress.IPv4Address(embedded(address))
    address = inner or address
    return address.is_global and not address.is_multicast and not address.is_reserved


def fetch(url, headers=(), allowed=is_public, seconds=SECONDS, limit=PAGE):
    """GETs an address, redirects included; FetchError with the reason if that is not to be or not to be had.

    `headers` are sent beside our own; `allowed` judges IP addresses; `seconds` is for all of it together.
    """
    deadline = time.monotonic() + seconds
    for _hop in range(REDIRECTS + 1):
        response = _once(url, headers, allowed, deadline, limit)
        if response.status not in REDIRECTING or not response.header("Location"):
            return response
        url = urljoin(url, response.header("Location"))
    raise FetchError(_("Redirected too often."))


def _once(url, headers, allowed, deadline, limit):
    parts = _judged(url)
    address = _address(parts.hostname, parts.port or _port(parts), allowed)
    connection = _Pinned(parts, address, max(deadline - time.monotonic(), 0.1))
    # A server that sends a byte now and then outlives every pause between bytes, but not this.
    watch = threading.Timer(max(deadline - time.monotonic(), 0.1), connection.cut)
    watch.daemon = True
    watch.start()
    try:
        connection.request("GET", _path(parts), headers=_sent(parts) | dict(headers))
        response = connection.getresponse()
        body = _body(response, limit)
        if connection.was_cut:
            raise TimeoutError
        return Fetched(url, response.status, tuple(response.getheaders()), body)
    except (OSError, http.client.HTTPException, zlib.error, ValueError, AttributeError) as error:
        if connection.was_cut:
            raise FetchError(_("It took too long.")) from error
        if isinstance(error, FetchError):
            raise
        raise FetchError(_reason(error)) from error
    finally:
        watch.cancel()
        connection.close()


def _reason(error):
    for kinds, reason in REASONS:
        if isinstance(error, kinds):
            return str(reason)
    return _("No answer: %(why)s.") % {"why": type(error).__name__}


def _judged(url):
    try:
        parts = urlsplit(url.strip())
        port = parts.port or _port(parts)
    except ValueError as error:
        raise FetchError(_("Not an address of the web.")) from error
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise FetchError(_("Only addresses that begin with http:// or https:// are fetched."))
    if parts.username or parts.password or port not in PORTS:
        raise FetchError(_("Addresses with a name, password or unusual port are not fetched."))
    return parts


def _port(parts):
    return 443 if parts.scheme == "https" else 80


def _address(host, port, allowed):
    """The first address of a host, if all of them may be visited."""
    try:
        found = socket.getaddrinfo(host.encode("idna").decode(), port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise FetchError(_("There is no host %(host)s.") % {"host": host}) from error
    addresses = [entry[4][0] for entry in found]
    if not addresses or not all(allowed(address) for address in addresses):
        raise FetchError(_("The host %(host)s is not on the public net.") % {"host": host})
    return addresses[0], port


class _Pinned(http.client.HTTPConnection):
    """A connection to one IP address, which presents itself under the host's name."""

    was_cut = False

    def __init__(self, parts, address, timeout):
        super().__init__(parts.hostname, address[1], timeout=timeout)
        self._address, self._secure, self._held = address, parts.scheme == "https", None

    def connect(self):
        """To the address itself: a look-up here could answer differently from the one judged."""
        family = socket.AF_INET6 if ":" in self._address[0] else socket.AF_INET
        self.sock = self._held = socket.socket(family, socket.SOCK_STREAM)
        self.sock.settimeout(self.timeout)
        self.sock.connect(self._address)
        if self._secure:
            name = self.host.encode("idna").decode()
            self.sock = self._held = ssl.create_default_context().wrap_socket(self.sock, server_hostname=name)

    def cut(self):
        """Ends the connection from another thread; the one that reads finds it broken off."""
        self.was_cut = True
        if self._held is not None:
            with contextlib.suppress(OSError):
                self._held.shutdown(socket.SHUT_RDWR)


def _sent(parts):
    return {
        "Host": parts.netloc.encode("idna").decode(),
        "User-Agent": settings.ARCHIVE_USER_AGENT,
        "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.5",
        "Accept-Language": "ar,en;q=0.5",
        "Accept-Encoding": "gzip",
        "Connection": "close",
    }


def _path(parts):
    return urlunsplit(
        ("", "", quote(parts.path or "/", "/%:@!$&'()*+,;=~"), quote(parts.query, "/%:@!$&'()*+,;=~?"), "")
    )


def _body(response, limit):
    """The content, unpacked a little at a time, so that neither a long nor a swelling one fills the memory."""
    encoding = response.getheader("Content-Encoding", "identity").strip().lower()
    if encoding not in (*UNPACKERS, "identity", ""):
        raise FetchError(_("Packed in an unknown way: %(how)s.") % {"how": encoding[:40]})
    unpacker = zlib.decompressobj(UNPACKERS[encoding]) if encoding in UNPACKERS else None
    body = bytearray()
    while chunk := response.read1(1 << 16):
        body += unpacker.decompress(chunk, limit + 1 - len(body)) if unpacker else chunk
        if len(body) > limit or (unpacker and unpacker.unconsumed_tail):
            raise FetchError(_("Larger than a page can be."))
    if response.length or (unpacker and not unpacker.eof):
        raise FetchError(_("The answer broke off."))
    return bytes(body)
