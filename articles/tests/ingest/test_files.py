import gzip
import io
import json
import time
import zipfile
from zoneinfo import ZoneInfo

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from articles.ingest.files import read_file
from articles.ingest.item import Refusal

from .pages import FIRST, SECOND
from .test_html_page import LINKED_DATA, TITLE, page

ZONE = ZoneInfo("Africa/Tripoli")
RSS = f"""<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel><title>بوابة المرفأ</title><item><title>{TITLE}</title><link>https://marfa.example/1</link>
<pubDate>Wed, 14 Feb 2024 10:30:00 +0200</pubDate><description>{FIRST}</description>
<content:encoded><![CDATA[<p onclick="steal()">{FIRST}</p><script>steal()</script><p>{SECOND}</p>]]></content:encoded>
</item><item><title>بلا نص</title><link>https://marfa.example/2</link></item></channel></rss>"""
ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>بوابة المرفأ</title><entry><title>{TITLE}</title>
<link href="https://marfa.example/1"/><updated>2024-02-14T08:30:00Z</updated>
<content type="html">&lt;p&gt;{FIRST}&lt;/p&gt;</content></entry></feed>"""
LAUGHS = """<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;&lol;&lol;&lol;">]>
<rss version="2.0"><channel><title>&lol2;</title></channel></rss>"""

NONSENSE = {
    "empty": b"",
    "binary": b"\0\xff\xfe" * 50,
    "angles": b"<" * 5000,
    "nesting": b'{"a":' * 5000,
    "gzip": gzip.compress(b"x" * 1000),
}


@pytest.fixture
def read(tmp_path):
    def read(name, data, **options):
        file = tmp_path / name
        file.write_bytes(data if isinstance(data, bytes) else data.encode())
        return list(read_file(file, frozenset(), ZONE, **options))

    return read


def titles(rows):
    return ["-" if isinstance(row, Refusal) else row.title for row in rows]


def test_an_rss_feed_gives_its_full_texts(read):
    rows = read("a.rss", RSS)
    assert titles(rows) == [TITLE, "-"]
    assert (rows[0].body, rows[0].url, rows[0].source) == (
        f"{FIRST}\n\n{SECOND}",
        "https://marfa.example/1",
        "بوابة المرفأ",
    )
    assert rows[0].published.isoformat() == "2024-02-14T08:30:00+00:00"


def test_what_a_site_puts_about_a_text_in_its_feed_is_left_out(read):
    about = f"<p>{SECOND}</p><p>اقرأ أيضاً: سعر الصرف</p><p>The post {TITLE} appeared first on Marfa.</p>"
    item = read("a.rss", RSS.replace(f"<p>{SECOND}</p>", about))[0]
    assert (item.body, [cut.role for cut in item.cuts]) == (f"{FIRST}\n\n{SECOND}", ["button", "button"])


def test_an_atom_feed_too(read):
    assert [(row.title, row.body) for row in read("a.xml", ATOM)] == [(TITLE, FIRST)]


def test_xml_that_declares_entities_is_refused(read):
    assert titles(read("a.xml", LAUGHS)) == ["-"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1256", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_tables_are_read_by_their_headers_in_any_order(read, encoding, delimiter):
    table = f'التاريخ{delimiter}النص{delimiter}العنوان\n2024-02-14{delimiter}"{FIRST}\n\n{SECOND}"{delimiter}{TITLE}\n'
    (row,) = read("a.csv", table.encode(encoding))
    assert (row.title, row.body, str(row.published)) == (TITLE, f"{FIRST}\n\n{SECOND}", "2024-02-14")


def test_rows_are_told_by_the_line_where_they_begin(read):
    rows = read("a.csv", f'title,body\n{TITLE},"{FIRST}\n{SECOND}"\nآخر,\n{TITLE},{FIRST}\n')
    assert [row.place.rpartition(":")[2] for row in rows] == ["2", "4", "5"]
    assert json.loads(rows[1].excerpt) == {"title": "آخر", "body": ""}


def test_a_table_without_a_column_for_the_text_says_which_there_are(read):
    (refusal,) = read("a.csv", f"Titre,Texte\n{TITLE},{FIRST}\n")
    assert "Texte" in refusal.reason


def test_columns_can_be_mapped(read):
    (row,) = read("a.csv", f"Titre,Texte\n{TITLE},{FIRST}\n", columns={"Titre": "title", "Texte": "body"})
    assert (row.title, row.body) == (TITLE, FIRST)


def test_the_line_that_tells_excel_the_delimiter_is_no_header(read):
    assert titles(read("a.csv", f"sep=;\r\nالعنوان;المتن\r\nخبر;{FIRST}\r\n")) == ["خبر"]


def test_what_stands_for_a_header_is_told_shortly(read):
    (row,) = read("a.csv", f"خبر,{FIRST}\n")
    assert len(row.reason) < 200


@pytest.mark.parametrize(
    ("name", "data", "encoding"),
    [
        ("a.csv", f"العنوان;المتن\nخبر;{FIRST}\n".encode("cp1256"), "windows-1256"),
        ("a.jsonl", json.dumps({"body": FIRST}, ensure_ascii=False).encode("cp1256"), "windows-1256"),
        ("a.json", json.dumps([{"body": FIRST}]).encode(), "utf-8"),
    ],
)
def test_the_verdict_on_the_encoding_stands_with_each_row(read, name, data, encoding):
    assert [row.encoding for row in read(name, data)] == [encoding]


def test_an_array_may_stand_within_an_object(read):
    record = {"title": "خبر", "body": FIRST, "tags": [{"name": "سوق"}]}
    wrapped = read("a.json", json.dumps({"count": 1, "articles": [record]}))
    assert [titles(rows) for rows in (wrapped, read("b.json", json.dumps(record)))] == [["خبر"], ["خبر"]]


def test_json_may_be_one_array(read):
    rows = read("a.json", json.dumps([{"title": TITLE, "text": FIRST}, {"title": TITLE}]))
    assert titles(rows) == [TITLE, "-"]


def test_what_a_scraper_left_about_a_records_text_goes_and_is_told(read):
    lead = "المجلس البلدي يناقش صيانة السوق الكبير قبل حلول الشتاء"
    lines = [lead, FIRST, "شاهد أيضا: صور من السوق", SECOND, lead, "المصدر: الجزيرة + وكالات"]
    record = {
        "title": TITLE,
        "description": lead,
        "full_text": "\n".join(lines),
        "date_extracted": "2024-02-15 10:00",
    }
    [item] = read("a.json", json.dumps(record | {"published_time": "2024-02-14"}))
    assert (item.standfirst, item.body, item.origin, str(item.published), item.captured_at.day) == (
        lead,
        f"{FIRST}\n\n{SECOND}",
        "الجزيرة",
        "2024-02-14",
        15,
    )
    assert [cut.role for cut in item.cuts] == ["repeat", "button", "repeat", "origin"]


def test_one_word_is_no_text(read):
    [refusal] = read("a.json", json.dumps({"title": TITLE, "content": "Array"}))
    assert refusal.reason == "لا نص فيه."


def test_html_in_a_record_becomes_text(read):
    (row,) = read(
        "a.jsonl",
        json.dumps({"title": TITLE, "body": f"<p>{FIRST}</p><script>x()</script><h2>عنوان</h2><p>{SECOND}"}),
    )
    assert row.body == f"{FIRST}\n\n## عنوان\n\n{SECOND}"


def warc(*responses, compressed=True):
    file = io.BytesIO()
    writer = WARCWriter(file, gzip=compressed)
    for url, status, body in responses:
        headers = StatusAndHeaders(
            status, [("Content-Type", "text/html; charset=utf-8")], protocol="HTTP/1.1"
        )
        record = writer.create_warc_record(
            url,
            "response",
            payload=io.BytesIO(body.encode()),
            http_headers=headers,
            warc_headers_dict={"WARC-Date": "2024-02-15T08:00:00Z"},
        )
        writer.write_record(record)
    return file.getvalue()


RESPONSES = [
    ("https://marfa.example/1", "200 OK", page(LINKED_DATA)),
    ("https://marfa.example/2", "404 Not Found", "-"),
]


@pytest.mark.parametrize(("name", "compressed"), [("a.warc", False), ("a.warc.gz", True)])
def test_a_web_archive_gives_its_pages_with_address_and_time_of_capture(read, name, compressed):
    rows = read(name, warc(*RESPONSES, compressed=compressed))
    assert titles(rows) == [TITLE, "-"]
    assert (rows[0].url, rows[0].captured_at.isoformat()) == (
        "https://marfa.example/1",
        "2024-02-15T08:00:00+00:00",
    )
    assert (rows[0].http_status, rows[0].raw) == (200, page(LINKED_DATA).encode())


def test_a_wacz_package_gives_the_pages_of_its_archives(read):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as package:
        package.writestr("archive/data.warc.gz", warc(*RESPONSES))
        package.writestr("datapackage.json", "{}")
    assert titles(read("a.wacz", file.getvalue())) == [TITLE, "-"]


@pytest.mark.parametrize(("name", "compressed"), [("a.warc", False), ("a.warc.gz", True)])
def test_a_web_archive_that_breaks_off_gives_what_came_before_and_no_half_page(read, name, compressed):
    rows = read(name, warc(*RESPONSES, RESPONSES[0], compressed=compressed)[:-80])
    assert titles(rows) == [TITLE, "-", "-"]
    assert rows[2].reason.startswith("ينقطع أرشيف الويب")


@pytest.mark.parametrize(
    "name", ["a.warc.gz", "a.wacz", "a.xml", "a.csv", "a.html", "a.json", "a.jsonl", "a.txt"]
)
@pytest.mark.parametrize("data", NONSENSE.values(), ids=NONSENSE)
def test_no_file_of_nonsense_does_more_than_be_refused(read, name, data):
    assert {type(row) for row in read(name, data)} <= {Refusal}


@pytest.mark.parametrize("name", ["a.jsonl", "a.csv", "a.html", "a.warc.gz", "a.txt"])
def test_an_empty_file_says_so(read, name):
    assert [row.reason for row in read(name, b"")] == ["الملف فارغ."]


def test_a_web_archive_without_pages_says_so(read):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as package:
        package.writestr("datapackage.json", "{}")
    assert [row.reason for row in read("a.wacz", file.getvalue())] == ["ليس فيه ما يمكن أن يكون مقالًا."]


def test_a_zip_bomb_is_refused(read):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("archive/data.warc", b"\0" * 50_000_000)
    assert titles(read("a.wacz", file.getvalue())) == ["-"]


def test_a_line_beyond_all_measure_is_refused_and_the_next_one_read(read):
    long = b'{"body": "' + b"x" * 20_000_000 + b'"}\n'
    assert titles(read("a.jsonl", long + json.dumps({"title": TITLE, "body": FIRST}).encode())) == [
        "-",
        TITLE,
    ]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.jsonl", '{"title": "x", "body": "' + "<p " * 400_000 + '"}'),
        ("a.jsonl", '{"title": "x", "body": "' + "<p>" * 400_000 + '"}'),
        ("a.xml", "<rss>" + "<!DOCTYPE " * 100_000),
        ("a.html", "<p " * 300_000),
        ("a.html", "<div>" * 200_000),
        ("a.txt", "سطر قصير مكرر هنا\n" * 20_000),
        ("a.txt", "مصدر الخبر:" * 100_000),
    ],
    ids=["open tags", "many tags", "doctypes", "open paragraphs", "nesting", "many lines", "labels"],
)
def test_what_is_made_to_take_long_is_refused_at_once(read, name, data):
    start = time.process_time()
    rows = read(name, data)
    assert ({type(row) for row in rows}, time.process_time() - start < 5) == ({Refusal}, True)


def test_a_cell_without_end_is_refused_and_its_file_read_on(read):
    rows = read("a.csv", f"title,body\n{TITLE},{'x' * 10_000_000}\n{TITLE},{FIRST}\n")
    assert (isinstance(rows[0], Refusal), titles(rows)[-1]) == (True, TITLE)
