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


HERE = "http://testserver"
ABOUT = (
    f'<{ADDRESS}>; rel="original", <{HERE}/timegate/{ADDRESS}>; rel="timegate", '
    f'<{HERE}/timemap/{ADDRESS}>; rel="timemap"; type="application/link-format"'
)
FIRST, LAST = "Thu, 01 Feb 2024 08:00:00 GMT", "Sat, 03 Feb 2024 08:00:00 GMT"


def test_the_timemap_lists_them_all(article, client):
    response = client.get(f"/timemap/{ADDRESS}")
    versions = f"{HERE}/a/{article.code}/versions"
    assert (response["Content-Type"], response.content.decode().split(",\n")) == (
        "application/link-format",
        [
            f'<{ADDRESS}>; rel="original"',
            f'<{HERE}/timemap/{ADDRESS}>; rel="self"; type="application/link-format"; from="{FIRST}"; until="{LAST}"',
            f'<{HERE}/timegate/{ADDRESS}>; rel="timegate"',
            f'<{versions}/1/>; rel="first memento"; datetime="{FIRST}"',
            f'<{versions}/2/>; rel="last memento"; datetime="{LAST}"\n',
        ],
    )


def test_the_timemap_is_json_too(article, client):
    versions = f"{HERE}/a/{article.code}/versions"
    first = {"datetime": "2024-02-01T08:00:00Z", "uri": f"{versions}/1/"}
    last = {"datetime": "2024-02-03T08:00:00Z", "uri": f"{versions}/2/"}
    assert client.get(f"/timemap/json/{ADDRESS}").json() == {
        "original_uri": ADDRESS,
        "timegate_uri": f"{HERE}/timegate/{ADDRESS}",
        "timemap_uri": {
            "link_format": f"{HERE}/timemap/{ADDRESS}",
            "json_format": f"{HERE}/timemap/json/{ADDRESS}",
        },
        "mementos": {"first": first, "last": last, "list": [first, last]},
    }


def test_an_article_names_its_timegate_and_a_version_its_neighbours_too(article, client):
    page, version = client.get(f"/a/{article.code}/"), client.get(f"/a/{article.code}/versions/2/")
    versions = f"{HERE}/a/{article.code}/versions"
    assert (page["Link"], "Memento-Datetime" in page, version["Link"]) == (
        ABOUT,
        False,
        f'{ABOUT}, <{versions}/1/>; rel="first prev memento"; datetime="{FIRST}", '
        f'<{versions}/2/>; rel="last memento"; datetime="{LAST}"',
    )


def test_a_text_that_never_changed_is_a_memento_from_the_start(client, tmp_path):
    record = {
        "title": "السوق",
        "url": ADDRESS,
        "body": "افتتح السوق صباح اليوم.",
        "captured": "2024-02-01T10:00+02:00",
    }
    (tmp_path / "a.jsonl").write_text(json.dumps(record))
    call_command("import_articles", tmp_path / "a.jsonl")
    location = client.get(f"/timegate/{ADDRESS}")["Location"]
    Article.objects.update(body="نص صححه محرر.")
    response = client.get(location)
    assert (location.rpartition("/versions")[2], response["Memento-Datetime"]) == ("/1/", FIRST)
    assert "افتتح السوق صباح اليوم." in response.content.decode()
    assert client.get(location.replace("/1/", "/2/")).status_code == 404


@pytest.mark.parametrize(
    "spelling",
    [
        "https://marfa.example/أخبار/1",
        "https://marfa.example/%D8%A3%D8%AE%D8%A8%D8%A7%D8%B1/1",
        "http://marfa.example/أخبار/1",
        "https:/marfa.example/أخبار/1",
    ],
)
def test_an_original_address_is_found_however_it_is_spelled(client, spelling):
    make_article(url="https://marfa.example/أخبار/1")
    original = client.get(f"/timemap/json/{spelling}").json()["original_uri"]
    assert original == "https://marfa.example/%D8%A3%D8%AE%D8%A8%D8%A7%D8%B1/1"


@pytest.mark.parametrize(
    "when", ["soon", "2024-02-01", "Thu, 01 Feb 2024 08:00:00 +0200", "Thu, 99 Feb 2024 08:00:00 GMT"]
)
def test_a_time_in_no_form_of_http_is_an_error(article, client, when):
    assert client.get(f"/timegate/{ADDRESS}", headers={"accept-datetime": when}).status_code == 400


@pytest.mark.parametrize("way", ["timegate", "timemap", "timemap/json"])
def test_an_unknown_address_has_no_mementos(article, client, way):
    assert client.get(f"/{way}/https://marfa.example/2").status_code == 404


def test_silent_edits_have_a_feed(article, client):
    feed = client.get("/silent-edits.atom").content.decode()
    assert (feed.count("<entry>"), f"/a/{article.code}/versions/?of=2" in feed) == (1, True)
