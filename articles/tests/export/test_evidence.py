import hashlib
import io
import json
import os
import subprocess
import zipfile
from zoneinfo import ZoneInfo

import pytest
from django.core.management import CommandError, call_command
from warcio.archiveiterator import ArchiveIterator

from articles.export.web_archive import wacz
from articles.ingest.address import read_fetched
from articles.ingest.fetching import Fetched
from articles.ingest.files import read_file
from articles.ingest.loader import load
from articles.models import Article, Capture, blobs
from articles.tests.ingest.test_html_page import LINKED_DATA, page

pytestmark = pytest.mark.django_db
ADDRESS = "https://marfa.example/1"
PAGE = page(LINKED_DATA)


@pytest.fixture
def article(tmp_path):
    for body in ("افتتح السوق صباح اليوم.", "افتتح السوق القديم صباح اليوم."):
        (tmp_path / "a.jsonl").write_text(json.dumps({"title": "السوق", "url": ADDRESS, "body": body}))
        call_command("import_articles", tmp_path / "a.jsonl")
    return Article.objects.get()


@pytest.fixture
def pack(article, client, tmp_path):
    response = client.get(f"/a/{article.code}/evidence.zip")
    path = tmp_path / "evidence.zip"
    path.write_bytes(response.content)
    return path


def verify(*packs):
    """What the command tells of each fault, without its words."""
    try:
        call_command("verify", *map(str, packs), json=True, stdout=(out := io.StringIO()))
    except CommandError:
        return [fault["kind"] for fault in json.loads(out.getvalue())]
    return []


def changed(pack, name, data):
    """The pack with one file made another, or left out if `data` is None."""
    with zipfile.ZipFile(pack) as old:
        files = {entry: old.read(entry) for entry in old.namelist()} | {name: data}
    with zipfile.ZipFile(pack, "w") as new:
        for entry, content in files.items():
            if content is not None:
                new.writestr(entry, content)
    return pack


def test_the_archive_is_as_it_was_kept(article):
    assert verify() == []


def test_a_changed_byte_a_missing_file_and_an_orphan_are_found(article):
    first, second = (blobs.path_of(digest) for digest in Capture.objects.values_list("sha256", flat=True))
    second.write_bytes(second.read_bytes()[:-1] + b"x")
    first.unlink()
    blobs.put([b"left over"])
    assert sorted(verify()) == ["changed", "missing", "orphan"]


def test_what_a_killed_process_left_is_found_but_nothing_being_written(article):
    left, written = blobs.root() / ".3f2a", blobs.root() / ".9b1c"
    for file in (left, written):
        file.write_bytes(b"x")
    os.utime(left, (0, 0))
    assert verify() == ["unfinished"]


def test_a_text_changed_behind_the_archives_back_is_found(article):
    Article.objects.update(body="نص آخر")
    assert verify() == ["text"]


def test_a_pack_holds_text_captures_versions_and_citation(pack, article):
    with zipfile.ZipFile(pack) as file:
        names = {name.partition("/")[0] for name in file.namelist()}
        assert file.read("article.txt").decode() == article.text
        assert file.read("versions/1.txt").decode().endswith("افتتح السوق صباح اليوم.")
        assert sum(name.endswith(".raw") for name in file.namelist()) == 2
    assert names == {
        "article.json",
        "article.txt",
        "captures",
        "citation.txt",
        "manifest.json",
        "SHA256SUMS",
        "versions",
    }


def test_a_pack_proves_itself_without_the_archive(pack, article):
    Article.objects.all().delete()
    assert verify(pack) == []


def test_a_pack_proves_itself_to_sha256sum(pack, tmp_path):
    with zipfile.ZipFile(pack) as file:
        file.extractall(tmp_path / "pack")
    subprocess.run(["sha256sum", "--check", "--quiet", "SHA256SUMS"], cwd=tmp_path / "pack", check=True)


@pytest.mark.parametrize(
    ("name", "data", "kinds"),
    [
        ("article.txt", b"x", ["changed"]),
        ("versions/1.txt", None, ["missing"]),
        ("added.txt", b"x", ["orphan"]),
        ("SHA256SUMS", b"", ["changed"]),
    ],
)
def test_a_pack_that_was_tampered_with_says_where(pack, name, data, kinds):
    assert verify(changed(pack, name, data)) == kinds


def test_any_changed_byte_of_a_pack_is_an_error(pack):
    whole = pack.read_bytes()
    for place in range(0, len(whole), 97):
        data = bytearray(whole)
        data[place] ^= 0xFF
        pack.write_bytes(bytes(data))
        try:
            call_command("verify", str(pack), stdout=io.StringIO())
        except CommandError:
            continue
        with zipfile.ZipFile(io.BytesIO(whole)) as before, zipfile.ZipFile(pack) as after:
            assert {name: before.read(name) for name in before.namelist()} == {
                name: after.read(name) for name in after.namelist()
            }


def test_another_file_is_no_pack(tmp_path):
    (tmp_path / "x.zip").write_bytes(b"x")
    with pytest.raises(CommandError):
        call_command("verify", str(tmp_path / "x.zip"))


def test_a_fetched_page_is_packed_for_web_archive_players_and_can_be_imported_again(tmp_path, client):
    fetched = Fetched(
        ADDRESS, 200, (("Content-Type", "text/html"), ("Content-Encoding", "gzip")), PAGE.encode()
    )
    load([read_fetched(ADDRESS, fetched, frozenset())], status="published", label="x")
    article = Article.objects.get()
    with zipfile.ZipFile(io.BytesIO(client.get(f"/a/{article.code}/evidence.zip").content)) as pack:
        (tmp_path / "pages.wacz").write_bytes(pack.read("pages.wacz"))
    (item,) = read_file(tmp_path / "pages.wacz", frozenset(), ZoneInfo("Africa/Tripoli"))
    assert (item.raw, item.url, item.body, item.http_status) == (PAGE.encode(), ADDRESS, article.body, 200)
    assert item.captured_at == article.captured_at.replace(microsecond=0)


def test_its_index_says_where_each_page_begins(tmp_path):
    headers = (("Content-Type", "text/html; charset=utf-8"),)
    addresses = ["https://www.marfa.example/سرت?b=1&a=2", ADDRESS]
    load(
        [read_fetched(url, Fetched(url, 200, headers, PAGE.encode()), frozenset()) for url in addresses],
        status="draft",
        label="x",
    )
    captures = Capture.objects.order_by("-pk")
    with zipfile.ZipFile(io.BytesIO(wacz((capture, PAGE.encode()) for capture in captures))) as package:
        archive = package.read("archive/data.warc.gz")
        lines = package.read("indexes/index.cdx").decode().splitlines()
        described = json.loads(package.read("datapackage.json"))["resources"]
        kept = {name: hashlib.sha256(package.read(name)).hexdigest() for name in package.namelist()}
    pages = [json.loads(line.split(" ", 2)[2]) for line in lines]
    found = [archive[int(at["offset"]) : int(at["offset"]) + int(at["length"])] for at in pages]
    records = [next(iter(ArchiveIterator(io.BytesIO(data)))) for data in found]
    assert [line.split(" ")[0] for line in lines] == [
        "example,marfa)/%d8%b3%d8%b1%d8%aa?a=2&b=1",
        "example,marfa)/1",
    ]
    assert [record.rec_headers.get_header("WARC-Target-URI") for record in records] == [
        page["url"] for page in pages
    ]
    assert {row["path"]: row["hash"] for row in described} == {
        name: f"sha256:{digest}" for name, digest in kept.items() if name != "datapackage.json"
    }
