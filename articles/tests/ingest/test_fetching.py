import gzip
import socket
import time
import zlib

import pytest

from articles.ingest import fetching
from articles.ingest.fetching import FetchError, fetch, is_public

from .server import serving

PRIVATE = [
    "127.0.0.1",
    "127.8.8.8",
    "10.0.0.1",
    "172.16.0.1",
    "192.168.1.1",
    "169.254.169.254",
    "100.64.0.1",
    "0.0.0.0",
    "224.0.0.1",
    "255.255.255.255",
    "198.18.0.1",
    "192.0.2.1",
    "::1",
    "::",
    "fe80::1",
    "fe80::1%eth0",
    "fc00::1",
    "fd00:ec2::254",
    "ff02::1",
    "::ffff:127.0.0.1",
    "::ffff:169.254.169.254",
    "64:ff9b::7f00:1",
    "2002:7f00:1::",
    "2002:c0a8:101::",
]
REFUSED = [
    "file:///etc/passwd",
    "ftp://example.org/",
    "gopher://example.org/",
    "javascript:alert(1)",
    "data:text/html,x",
    "//example.org",
    "http://",
    "http://user:secret@example.org/",
    "http://example.org:22/",
    "http://example.org:6379/",
    "http://[::1",
    "http://127.0.0.1/",
    "http://localhost/",
    "http://2130706433/",
    "http://0x7f000001/",
    "http://0177.0.0.1/",
    "http://127.1/",
    "http://[::1]/",
    "http://[::ffff:127.0.0.1]/",
    "http://169.254.169.254/latest/meta-data/",
    "http://0/",
]


@pytest.fixture
def get(monkeypatch):
    """Fetches a path from a server with these answers, as if this machine were on the public net."""

    def get(answers, path="/", **limits):
        with serving(answers) as server:
            port = server.server_address[1]
            monkeypatch.setattr(fetching, "PORTS", {port})
            limits.setdefault("allowed", lambda address: True)
            return fetch(f"http://127.0.0.1:{port}{path}", **limits), server

    return get


def test_a_page_comes_with_status_and_headers(get):
    fetched, server = get({"/": (200, {"X-Sign": "1"}, "سرت".encode())})
    assert (fetched.status, fetched.header("x-sign"), fetched.body.decode()) == (200, "1", "سرت")
    assert "LibyaNewsArchive" in server.seen[0][1]["User-Agent"]


def test_redirects_are_followed_to_where_they_end(get):
    fetched, _server = get({"/": (302, {"Location": "/b"}, b""), "/b": (200, {}, b"b")})
    assert (fetched.url.endswith("/b"), fetched.body) == (True, b"b")


def test_arabic_in_an_address_is_encoded(get):
    fetched, _server = get({"/%D8%B3%D8%B1%D8%AA?q=%D8%A7": (200, {}, b"x")}, "/سرت?q=ا")
    assert fetched.status == 200


@pytest.mark.parametrize("address", PRIVATE)
def test_addresses_that_are_never_visited(address):
    assert not is_public(address)


@pytest.mark.parametrize("address", ["8.8.8.8", "41.208.64.1", "2001:4860:4860::8888"])
def test_addresses_of_the_open_net(address):
    assert is_public(address)


@pytest.mark.parametrize("url", REFUSED)
def test_addresses_that_are_refused_before_anything_is_sent(url):
    with pytest.raises(FetchError):
        fetch(url, seconds=3)


@pytest.mark.parametrize(
    "target", ["http://169.254.169.254/", "http://127.0.0.1/", "file:///etc/passwd", "//localhost/"]
)
def test_a_redirect_to_a_private_address_is_not_followed(get, target):
    judged = iter([True])
    with pytest.raises(FetchError):
        get({"/": (302, {"Location": target}, b"")}, allowed=lambda address: next(judged, False))


def test_a_name_that_changes_its_answer_gains_nothing(get, monkeypatch):
    """It is asked once, and the connection goes to the address that was judged."""
    asked = []
    real = socket.getaddrinfo

    def changing(host, port, *args, **kwargs):
        asked.append(host)
        return real("127.0.0.1" if len(asked) == 1 else "127.0.0.99", port, *args, **kwargs)

    judged = []
    monkeypatch.setattr(fetching.socket, "getaddrinfo", changing)
    fetched, server = get({"/": (200, {}, b"ok")}, allowed=lambda address: judged.append(address) or True)
    assert (fetched.body, judged, len(server.seen)) == (b"ok", ["127.0.0.1"], 1)


def test_a_name_with_one_private_address_among_others_is_refused(monkeypatch):
    rows = [(socket.AF_INET, 1, 6, "", (address, 80)) for address in ("8.8.8.8", "10.0.0.1")]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *args, **kwargs: rows)
    with pytest.raises(FetchError):
        fetch("http://two.example/")


def test_going_round_in_circles_ends(get):
    with pytest.raises(FetchError):
        get({"/": (302, {"Location": "/"}, b"")})


@pytest.mark.parametrize("packed", [gzip.compress, zlib.compress])
def test_packed_answers_are_unpacked(get, packed):
    encoding = "gzip" if packed is gzip.compress else "deflate"
    fetched, _server = get({"/": (200, {"Content-Encoding": encoding}, packed("سرت".encode() * 100))})
    assert fetched.body.decode() == "سرت" * 100


@pytest.mark.parametrize(
    ("headers", "body", "reason"),
    [
        ({}, (b"x" * 65536 for _ in range(100)), "أكبر مما تكون عليه صفحة."),
        ({"Content-Encoding": "gzip"}, gzip.compress(b"\0" * 50_000_000), "أكبر مما تكون عليه صفحة."),
        ({"Content-Encoding": "br"}, b"x", "مضغوط بطريقة غير معروفة: br."),
        ({"Content-Encoding": "gzip"}, b"\x1f\x8bxxxxxxxx", "لا يُفهم الجواب."),
        ({"Content-Encoding": "gzip"}, gzip.compress(b"x" * 1000)[:-20], "انقطع الجواب."),
        ({"Content-Length": "1000"}, b"x", "انقطع الجواب."),
        ({"Transfer-Encoding": "chunked"}, b"ZZZ\r\nx", "لا يُفهم الجواب."),
    ],
    ids=[
        "long",
        "swelling",
        "unknown packing",
        "wrong packing",
        "broken off packed",
        "broken off",
        "no chunks",
    ],
)
def test_what_is_too_long_or_broken_is_refused(get, headers, body, reason):
    with pytest.raises(FetchError) as refused:
        get({"/": (200, headers, body)}, limit=1 << 20)
    assert str(refused.value) == reason


def test_a_server_that_dribbles_is_left_in_time(get):
    def dribble():
        while True:
            time.sleep(0.1)
            yield b"x"

    start = time.monotonic()
    with pytest.raises(FetchError, match="طال الانتظار"):
        get({"/": (200, {}, dribble())}, seconds=1)
    assert time.monotonic() - start < 4
