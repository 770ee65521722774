import json

import pytest
from django.core.management import CommandError, call_command

from articles.models import Article, Batch, Capture, Refused

pytestmark = pytest.mark.django_db
ADDRESS = "https://marfa.example/1"


@pytest.fixture
def bring(tmp_path):
    def bring(body, **fields):
        file = tmp_path / "a.jsonl"
        file.write_text(json.dumps({"title": "السوق", "url": ADDRESS, "body": body} | fields))
        call_command("import_articles", file)

    return bring


def texts(article):
    return [(version.number, version.body) for version in article.versions.all()]


def test_an_address_with_another_text_is_a_new_version_of_its_article(bring):
    for body in ("افتتح السوق.", "افتتح السوق اليوم.", "افتتح السوق اليوم.", "افتتح السوق."):
        bring(body)
    article = Article.objects.get()
    assert article.body == "افتتح السوق."
    assert texts(article) == [(1, "افتتح السوق."), (2, "افتتح السوق اليوم."), (3, "افتتح السوق.")]
    assert article.captures.count() == 3


def test_what_was_captured_earlier_and_comes_later_leaves_the_newer_text(bring, client):
    bring("افتتح السوق اليوم.", captured="2024-02-10T08:00:00Z")
    for _time in range(2):
        bring("افتتح السوق.", captured="2024-02-01T08:00:00Z")
    article = Article.objects.get()
    assert (article.body, article.captures.count()) == ("افتتح السوق اليوم.", 2)
    assert [version.body for version in article.versions.in_time()] == ["افتتح السوق.", "افتتح السوق اليوم."]
    times = [
        memento["datetime"] for memento in client.get(f"/timemap/json/{ADDRESS}").json()["mementos"]["list"]
    ]
    assert times == ["2024-02-01T08:00:00Z", "2024-02-10T08:00:00Z"]


def test_a_later_capture_is_the_articles_text_whatever_came_in_between(bring):
    for day, body in ((10, "افتتح السوق."), (1, "افتتاح وشيك للسوق."), (20, "افتتح السوق اليوم.")):
        bring(body, captured=f"2024-02-{day:02}T08:00:00Z")
    assert Article.objects.get().body == "افتتح السوق اليوم."


def test_the_summary_in_a_feed_is_no_new_text_of_its_article(bring, tmp_path):
    bring("افتتح السوق اليوم بعد صيانة طويلة.")
    entry = f"<item><title>السوق</title><link>{ADDRESS}</link><description>افتتح السوق.</description></item>"
    (tmp_path / "a.rss").write_text(f'<rss version="2.0"><channel><title>x</title>{entry}</channel></rss>')
    call_command("import_articles", tmp_path / "a.rss")
    article = Article.objects.get()
    assert (article.body, article.versions.count()) == ("افتتح السوق اليوم بعد صيانة طويلة.", 0)


def test_an_editors_correction_outlives_a_new_version(bring):
    bring("افتتح السوق.")
    article = Article.objects.get()
    article.body = "افتُتح السوق القديم."
    article.save()
    bring("افتتح السوق.")
    bring("افتتح السوق اليوم.")
    article.refresh_from_db()
    assert (article.body, texts(article)) == (
        "افتُتح السوق القديم.",
        [(1, "افتتح السوق."), (2, "افتتح السوق اليوم.")],
    )


def test_a_corrected_text_without_address_is_not_imported_again(bring):
    bring("افتتح السوق.", url="")
    article = Article.objects.get()
    article.title = "افتتاح السوق"
    article.save()
    bring("افتتح السوق.", url="")
    assert Article.objects.count() == 1


def test_the_bytes_are_kept_as_they_came(bring, tmp_path):
    bring("افتتح السوق.")
    capture = Capture.objects.get()
    assert (capture.content(), capture.url) == ((tmp_path / "a.jsonl").read_bytes(), ADDRESS)
    assert capture.text_sha256 == Article.objects.get().text_sha256


def test_what_is_refused_is_listed_with_its_reason(bring):
    with pytest.raises(CommandError):
        bring("")
    batch = Batch.objects.get()
    assert [(row.place.rpartition("/")[2], row.batch) for row in Refused.objects.all()] == [
        ("a.jsonl:1", batch)
    ]


def test_an_import_that_brings_nothing_leaves_no_trace(bring):
    bring("افتتح السوق.")
    bring("افتتح السوق.")
    assert Batch.objects.count() == 1
