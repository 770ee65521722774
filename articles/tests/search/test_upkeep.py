"""The index and the database are compared, and the one is made anew from the other."""

import json
import shutil

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from articles.models import Article, OutboxEntry
from articles.search import Query, search, upkeep
from articles.search.backend import backend
from articles.search.outbox import drain
from articles.search.upkeep import Differences, differences, rebuild, repair, status, why_rebuild
from articles.tests.builders import make_actor, make_article

pytestmark = pytest.mark.django_db


def titles(text="سبها"):
    return sorted(hit.article.title for hit in search(Query(text)).hits)


def save(*names):
    articles = [make_article(title=name, body="سبها") for name in names]
    drain()
    return articles


def silently(**changes):
    """Past the signals, as a lost change would be."""
    Article.objects.update(**changes)


def test_an_index_that_follows_the_database_differs_in_nothing():
    save("أول", "ثان")
    assert differences() == Differences((), (), ())


def test_what_differs_is_named_and_put_right():
    first, second, third = save("أول", "ثان", "ثالث")
    backend().remove(first)
    Article.objects.filter(pk=second.pk).update(title="غيره")
    Article.objects.filter(pk=third.pk).update(status="draft")
    found = differences()
    repair(found)
    drain()
    assert found == Differences((first.pk,), (second.pk,), (third.pk,))
    assert (differences(), titles()) == (Differences((), (), ()), ["أول", "غيره"])


def test_a_name_changed_unseen_makes_its_articles_stale(django_capture_on_commit_callbacks):
    article = make_article(body="سبها")
    drain()
    article.mentions.create(actor=make_actor(), start=0, end=2, surface="عقد", status="confirmed")
    OutboxEntry.objects.all().delete()
    assert differences().stale == (article.pk,)


def test_rebuilding_makes_the_index_what_the_database_is():
    save("أول", "ثان")
    silently(title="آخر")
    generation = status().generation
    assert (rebuild(), titles(), differences()) == (2, ["آخر", "آخر"], Differences((), (), ()))
    assert status().generation > generation


def test_what_is_saved_while_rebuilding_is_not_lost(monkeypatch):
    save("أول")
    building = upkeep.build

    def build_while_an_editor_saves(*arguments):
        segments = building(*arguments)
        save("أثناء ذلك")
        return segments

    monkeypatch.setattr(upkeep, "build", build_while_an_editor_saves)
    rebuild()
    waiting = OutboxEntry.objects.count()
    drain()
    assert (waiting, titles()) == (1, ["أثناء ذلك", "أول"])


def test_a_damaged_index_is_noticed_reported_and_rebuilt(index_path, caplog):
    save("أول")
    for file in index_path.glob("*.toc"):
        file.write_bytes(b"")
    backend().setup_complete = False
    found_meanwhile = titles()
    reported = [record.levelname for record in caplog.records if "damaged" in record.message]
    assert (found_meanwhile, reported, "damaged" in why_rebuild()) == ([], ["ERROR"], True)
    assert search(Query("أول")).standing == "damaged"
    call_command("index_worker", "--once")
    assert search(Query("أول")).standing == ""
    assert (titles(), why_rebuild(), index_path.with_name("index.damaged").is_dir()) == (["أول"], None, True)


def test_a_missing_index_is_noticed_and_rebuilt(index_path):
    save("أول")
    shutil.rmtree(index_path)
    backend().setup_complete = False
    assert (titles(), why_rebuild()) == ([], "empty while the database has articles")
    assert search(Query("أول")).standing == "empty"
    call_command("index_worker", "--once")
    assert (titles(), why_rebuild()) == (["أول"], None)


def test_while_the_index_cannot_be_opened_pages_say_so_and_stand(client, monkeypatch):
    [article] = save("أول")
    monkeypatch.setattr("articles.search.backend.backend", raise_an_error)
    answers = [
        client.get(address)
        for address in ("/search/?q=سبها", "/search/suggest/?q=سبها", article.get_absolute_url())
    ]
    assert [answer.status_code for answer in answers] == [503, 200, 200]
    assert 'role="alert"' in answers[0].content.decode()


def raise_an_error():
    raise PermissionError("the directory of the index")


def test_with_a_whole_generation_left_search_answers_from_it_until_the_rebuilding(index_path):
    save("أول")
    save("ثان")
    max(index_path.glob("*.toc")).write_bytes(b"")
    backend().setup_complete = False
    answered = titles()
    call_command("index_worker", "--once")
    assert (answered, titles()) == (["أول"], ["أول", "ثان"])


def test_rebuilding_tells_the_database_how_large_its_tables_are(index_path):
    if connection.vendor != "sqlite":
        pytest.skip("others find out by themselves")
    save("أول")
    rebuild()
    with connection.cursor() as cursor:
        cursor.execute("SELECT DISTINCT tbl FROM sqlite_stat1 WHERE tbl = 'articles_article'")
        assert cursor.fetchall() == [("articles_article",)]


def test_status_says_how_the_index_stands(capsys):
    save("أول", "ثان")
    OutboxEntry.objects.put([1])
    call_command("index_status", "--json")
    said = json.loads(capsys.readouterr().out)
    assert said.pop("size") > 0
    assert said == {
        "generation": 1,
        "documents": 2,
        "deleted": 0,
        "segments": 1,
        "overdue": 0,
        "pending": 1,
        "damage": "",
        "error": "",
    }


def test_the_last_error_is_kept_for_the_status(monkeypatch):
    make_article(body="سبها")
    monkeypatch.setattr("articles.search.outbox.replace", lambda numbers: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        drain()
    assert status().error.endswith("division by zero")


def test_checking_fails_where_something_differs(capsys):
    (article,) = save("أول")
    call_command("check_index")
    backend().remove(article)
    with pytest.raises(CommandError):
        call_command("check_index", "--json")
    said = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert said == {"missing": [article.pk], "stale": [], "surplus": [], "damaged": []}
    call_command("check_index", "--repair")
    drain()
    call_command("check_index")


def test_building_from_the_command_line(capsys):
    save("أول")
    silently(title="آخر")
    call_command("build_index", "--processes", "1")
    assert (capsys.readouterr().out, titles()) == ("1\n", ["آخر"])
