import json

import pytest
from django.core.management import call_command

from articles.models import Article
from articles.tests.builders import make_article

pytestmark = pytest.mark.django_db
ADDRESS = "https://marfa.example/1?a=b"


@pytest.fixture
def article(tmp_path):
    for day, body in (("01", "افتتح السوق صباح اليوم."), ("03", "افتتح السوق القديم صباح اليوم.")):
        record = {"title": "السوق", "url": ADDRESS, "body": body, "captured": f"2024-02-{day}T10:00+02:00"}
        (tmp_path / "a.jsonl").write_text(json.dumps(record))
        call_command("import_articles", tmp_path / "a.jsonl")
    return Article.objects.get()


def test_the_article_leads_to_its_versions_and_its_evidence(article, client):
    page = client.get(article.get_absolute_url()).content.decode()
    assert f"/a/{article.code}/versions/" in page
    assert f"/a/{article.code}/evidence.zip" in page
    assert "تغيّر نصها في عنوانها بعد التقاطها" in page


def test_the_versions_show_what_came_and_what_went(article, client):
    page = client.get(f"/a/{article.code}/versions/").content.decode()
    assert "السوق<ins> القديم</ins>" in page or "<ins>القديم </ins>" in page


def test_each_version_has_its_page_with_the_time_of_its_capture(article, client):
    response = client.get(f"/a/{article.code}/versions/1/")
    assert response["Memento-Datetime"] == "Thu, 01 Feb 2024 08:00:00 GMT"
    assert "افتتح السوق صباح اليوم." in response.content.decode()


@pytest.mark.parametrize("path", ["versions/7/", "versions/?of=1", "versions/?of=9"])
def test_versions_that_are_not_there(article, client, path):
    assert client.get(f"/a/{article.code}/{path}").status_code == 404


@pytest.mark.parametrize("path", ["versions/", "evidence.zip", "versions/1/"])
def test_nothing_of_a_draft_is_shown(article, client, path):
    Article.objects.update(status="draft")
    assert client.get(f"/a/{article.code}/{path}").status_code == 404
    assert client.get(f"/timemap/{ADDRESS}").status_code == 404


def test_an_article_that_never_changed_says_so(client):
    assert client.get(f"/a/{make_article().code}/versions/").status_code == 200


@pytest.mark.parametrize(
    ("when", "number"),
    [
        (None, 2),
        ("Thu, 01 Feb 2024 12:00:00 GMT", 1),
        ("Sat, 03 Feb 2024 00:00:00 GMT", 2),
        ("Mon, 01 Jan 2001 00:00:00 GMT", 1),
    ],
)
def test_the_timegate_leads_to_the_nearest_memento(article, client, when, number):
    response = client.get(f"/timegate/{ADDRESS}", headers={"accept-datetime": when} if when else {})
    assert (response.status_code, response["Vary"].lower().count("accept-datetime")) == (302, 1)
    assert response["Location"] == f"http://testserver/a/{article.code}/versions/{number}/"
    assert f'<{ADDRESS}>; rel="original"' in response["Link"]


def test_the_timemap_lists_them_all(article, client):
    response = client.get(f"/timemap/{ADDRESS}")
    lines = response.content.decode().split(",\n")
    assert (response["Content-Type"], lines[0]) == ("application/link-format", f'<{ADDRESS}>; rel="original"')
    assert [line.partition("rel=")[2].strip() for line in lines[3:]] == [
        '"first memento"; datetime="Thu, 01 Feb 2024 08:00:00 GMT"',
        '"last memento"; datetime="Sat, 03 Feb 2024 08:00:00 GMT"',
    ]


def test_a_wrong_time_and_an_unknown_address_are_errors(article, client):
    assert client.get(f"/timegate/{ADDRESS}", headers={"accept-datetime": "soon"}).status_code == 400
    assert client.get("/timegate/https://marfa.example/2").status_code == 404


def test_silent_edits_have_a_feed(article, client):
    feed = client.get("/silent-edits.atom").content.decode()
    assert (feed.count("<entry>"), f"/a/{article.code}/versions/?of=2" in feed) == (1, True)
