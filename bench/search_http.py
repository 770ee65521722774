"""The whole search page over HTTP: gunicorn with two workers on an archive that `bench.archive` made.

    python -m bench.archive corpus.jsonl --n 100000 --into /tmp/archive
    python -m bench.search_http /tmp/archive --corpus corpus.jsonl

Queries of every class of `bench.search`, with a facet, a year, the second page and the newest first among them, each a
page as a browser gets it. One reader gives the time of a page, `--readers` at once the pages a second, and what each
costs the workers of processor time. Connections are kept where the server keeps them. Prints one JSON object. The
archive has to be made by the same version of the programme: otherwise the server begins by rebuilding its index.
"""

import argparse
import http.client
import itertools
import json
import os
import socket
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from pathlib import Path
from statistics import median
from urllib.parse import urlencode

from bench.archive import environment
from bench.archive_queries import parameters, sample_of

PATIENCE = 60  # seconds for the server to come up


def addresses(corpus):
    """Pages to ask for, as a browser would."""
    further = itertools.cycle([{}, {"year": "2015"}, {"page": "2"}, {"sort": "newest"}])
    return [f"/search/?{urlencode(typed | next(further))}" for _, typed in parameters(sample_of(corpus))]


@contextmanager
def serving(folder, workers):
    """(port, process) of a gunicorn on the folder's archive."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [
        "-m",
        "gunicorn",
        "--bind",
        f"127.0.0.1:{port}",
        "--workers",
        str(workers),
        "--log-level",
        "error",
    ]
    server = subprocess.Popen([sys.executable, *command, "newsarchive.wsgi"], env=environment(folder))
    try:
        _await(port)
        yield port, server.pid
    finally:
        server.terminate()
        server.wait()


def _await(port):
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
            return
        except OSError:
            time.sleep(0.1)
    raise TimeoutError(f"Nothing answers at port {port}")


class Reader:
    """A browser that asks for one page after the other."""

    def __init__(self, port):
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)

    def __call__(self, address):
        """Seconds until the whole page is there."""
        began = time.perf_counter()
        self.connection.request("GET", address)
        answer = self.connection.getresponse()
        answer.read()
        if answer.status != 200:
            raise RuntimeError(f"{answer.status} for {address}")
        return time.perf_counter() - began


def workers_of(parent):
    """(folder in /proc, fields of its `stat` behind the name) of each of the server's workers."""
    for path in Path("/proc").glob("[0-9]*/stat"):
        with suppress(FileNotFoundError, ProcessLookupError):
            fields = path.read_text().rpartition(")")[2].split()
            if int(fields[1]) == parent:
                yield path.parent, fields


def processor_seconds(parent):
    """Of the server's workers so far."""
    ticks = sum(int(fields[11]) + int(fields[12]) for _, fields in workers_of(parent))
    return ticks / os.sysconf("SC_CLK_TCK")


def resident(parent):
    """Megabytes of the worker that holds most: all, and those that are not pages of files."""
    held = []
    for folder, _ in workers_of(parent):
        status = dict(line.split(":", 1) for line in (folder / "status").read_text().splitlines())
        held.append([int(status[name].split()[0]) // 1024 for name in ("VmRSS", "RssAnon")])
    return dict(zip(("resident", "anonymous"), max(held), strict=True))


def measure(server, asked, rounds, readers):
    """{"p50", "p95", "processor": milliseconds a page, "pages_a_second", "resident", "anonymous": megabytes}

    Two rounds go before, uncounted.
    """
    port, parent = server
    reader = Reader(port)
    for address in asked * 2:
        reader(address)
    taken = sorted(1000 * reader(address) for _ in range(rounds) for address in asked)
    crowd, pages = [Reader(port) for _ in range(readers)], readers * rounds * len(asked)
    began, spent = time.perf_counter(), processor_seconds(parent)
    with ThreadPoolExecutor(readers) as pool:
        list(pool.map(lambda one: [one(address) for _ in range(rounds) for address in asked], crowd))
    return {
        "processor": round(1000 * (processor_seconds(parent) - spent) / pages, 1),
        "p50": round(median(taken), 1),
        "p95": round(taken[int(len(taken) * 0.95)], 1),
        "pages_a_second": round(pages / (time.perf_counter() - began), 1),
    } | resident(parent)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder")
    parser.add_argument(
        "--corpus", required=True, help="what the archive was made from, for words to ask for"
    )
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--readers", type=int, default=4)
    parser.add_argument("--workers", type=int, default=2)
    given = parser.parse_args()
    with serving(given.folder, given.workers) as server:
        figures = measure(server, addresses(given.corpus), given.rounds, given.readers)
    print(
        json.dumps(figures | {"workers": given.workers, "readers": given.readers, "load": os.getloadavg()[0]})
    )
