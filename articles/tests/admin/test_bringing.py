import base64
import os
import random
import re
import time

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from articles.admin import bringing
from articles.ingest import awaiting
from articles.ingest.fetching import Fetched, FetchError
from articles.ingest.summary import Summary
from articles.models import Article, Batch, Refused
from articles.tests.ingest.pages import AGGREGATED, FIRST
from articles.tests.ingest.test_html_page import LINKED_DATA, TITLE, page

pytestmark = pytest.mark.django_db
URL = "https://marfa.example/1"
ADDRESS = "admin:articles_batch_address"


@pytest.fixture
def web(monkeypatch):
    """Every address answers with this page."""

    def serve(answer):
        def fetch(url):
            if isinstance(answer, Exception):
                raise answer
            return Fetched(url, 200, (("Content-Type", "text/html"),), answer.encode())

        monkeypatch.setattr(bringing, "fetch", fetch)

    return serve


def sealed(response):
    return re.search(r'name="fetched" value="([^"]+)"', response.content.decode())[1]


def test_an_address_is_fetched_shown_and_taken_in_when_confirmed(admin_client, web):
    web(page(LINKED_DATA))
    shown = admin_client.post(reverse(ADDRESS), {"url": URL})
    assert (TITLE in shown.content.decode(), Article.objects.count()) == (True, 0)
    taken = admin_client.post(reverse(ADDRESS), {"fetched": sealed(shown)})
    article = Article.objects.get()
    assert (article.title, article.url, article.status) == (TITLE, URL, "draft")
    assert taken["Location"] == reverse("admin:articles_article_change", args=[article.pk])
    assert article.captures.get().content() == page(LINKED_DATA).encode()


def test_a_page_of_many_megabytes_is_taken_in_as_it_came(admin_client, web):
    picture = base64.b64encode(random.Random(1).randbytes(4_000_000)).decode()
    whole = page(LINKED_DATA, bottom=f'<img src="data:image/png;base64,{picture}">')
    web(whole)
    shown = admin_client.post(reverse(ADDRESS), {"url": URL})
    admin_client.post(reverse(ADDRESS), {"fetched": sealed(shown)})
    kept = Article.objects.get().captures.get().content()
    assert (kept == whole.encode(), len(shown.content) < 100_000) == (True, True)


@pytest.mark.parametrize("token", ["W10:x:y", "../captures/aa/bb.gz", "", "Zr3lZr3lZr3lZr3lZr3lZr3lZr3lZr3l"])
def test_what_was_not_fetched_here_is_not_taken_in(admin_client, web, token):
    admin_client.post(reverse(ADDRESS), {"fetched": token})
    assert Article.objects.count() == 0


def test_what_was_fetched_the_day_before_is_gone(admin_client, web):
    web(page(LINKED_DATA))
    token = sealed(admin_client.post(reverse(ADDRESS), {"url": URL}))
    yesterday = time.time() - awaiting.A_DAY - 1
    os.utime(awaiting.root() / token, (yesterday, yesterday))
    admin_client.post(reverse(ADDRESS), {"fetched": token})
    admin_client.post(reverse(ADDRESS), {"url": URL})
    assert (Article.objects.count(), (awaiting.root() / token).exists()) == (0, False)


@pytest.mark.parametrize("answer", [page(title="404 Not Found", body=[]), FetchError("لا جواب")])
def test_an_address_without_an_article_says_why(admin_client, web, answer):
    web(answer)
    shown = admin_client.post(reverse(ADDRESS), {"url": URL}).content.decode()
    assert ("errorlist" in shown, 'name="fetched"' in shown) == (True, False)


def test_an_address_of_this_machine_is_refused(admin_client):
    shown = admin_client.post(reverse(ADDRESS), {"url": "http://127.0.0.1/"}).content.decode()
    assert "errorlist" in shown


def test_a_bookmarklet_brings_the_address_along(admin_client):
    assert URL in admin_client.get(reverse(ADDRESS), {"url": URL}).content.decode()


def upload(client, **fields):
    file = SimpleUploadedFile("a.txt", AGGREGATED.encode())
    return client.post(reverse("admin:articles_batch_file"), {"file": file, "status": "draft"} | fields)


def test_a_file_is_tried_first_and_read_then(admin_client):
    assert (upload(admin_client, dry_run="on").status_code, Article.objects.count()) == (200, 0)
    upload(admin_client)
    assert (Article.objects.count(), Batch.objects.get().label) == (1, "a.txt")


TABLE = f"Titre,Texte,published\nخبر أول,{FIRST},14 فبراير 2024\nخبر ثان,{FIRST},32/13/2024\n"


def test_columns_are_mapped_and_what_was_refused_is_mended_and_brought_in(admin_client):
    columns = {"columns": "Titre=title\nTexte = body", "status": "draft"}
    file = SimpleUploadedFile("a.csv", TABLE.encode())
    shown = admin_client.post(reverse("admin:articles_batch_file"), {"file": file} | columns).content.decode()
    refused = base64.b64decode(re.search(r"base64,([^\"]+)", shown)[1]).decode()
    assert refused.startswith("# a.csv:3: ليس تاريخًا")
    mended = SimpleUploadedFile("errors.jsonl", refused.replace("32/13/2024", "15/2/2024").encode())
    admin_client.post(reverse("admin:articles_batch_file"), {"file": mended, "status": "draft"})
    assert sorted(Article.objects.values_list("title", flat=True)) == ["خبر أول", "خبر ثان"]


@pytest.mark.parametrize("columns", ["Titre=headline of it", "=title", "Titre"])
def test_a_column_that_is_mapped_to_nothing_is_told(admin_client, columns):
    shown = upload(admin_client, columns=columns).content.decode()
    assert ("ليس من حقول الأرشيف" in shown, Batch.objects.count()) == (True, 0)


def test_a_trial_tells_what_each_column_was_taken_for(admin_client):
    file = SimpleUploadedFile("a.csv", f"المتن;id\n{FIRST};7\n".encode("cp1256"))
    address, fields = reverse("admin:articles_batch_file"), {"file": file, "status": "draft", "dry_run": "on"}
    shown = admin_client.post(address, fields).content.decode()
    assert "<bdi>المتن</bdi>&nbsp;=&nbsp;<bdi>body</bdi>" in shown
    assert ('<span class="mark"><bdi>id</bdi> لم يُقرأ</span>' in shown, "windows-1256" in shown) == (
        True,
        True,
    )


def test_an_import_is_taken_back_from_its_list(admin_client):
    upload(admin_client)
    batch = Batch.objects.get()
    changes = {"action": "undo", "_selected_action": [batch.pk]}
    admin_client.post(reverse("admin:articles_batch_changelist"), changes)
    assert Article.objects.count() == 0


def test_a_large_import_is_left_to_the_command(admin_client):
    counts = Summary(added=4_001).counts()
    batch = Batch.objects.create(label="a.jsonl", summary=counts)
    chosen = {"action": "undo", "_selected_action": [batch.pk]}
    shown = admin_client.post(
        reverse("admin:articles_batch_changelist"), chosen, follow=True
    ).content.decode()
    assert (f"manage.py undo_import {batch.pk}" in shown, Batch.objects.get().undone_at) == (True, None)


@pytest.mark.parametrize("noun", ["batch", "capture", "refused", "feed"])
def test_the_lists_open(admin_client, noun):
    upload(admin_client)
    Refused.objects.create(place="x", reason="y")
    assert admin_client.get(reverse(f"admin:articles_{noun}_changelist")).status_code == 200


@pytest.mark.parametrize("name", ["articles_batch_address", "articles_batch_file"])
def test_strangers_are_sent_to_the_login(client, name):
    assert client.get(reverse(f"admin:{name}")).status_code == 302


def test_editors_may_bring_in_and_reviewers_may_take_back(editor, reviewer):
    upload(editor)
    batch = Batch.objects.get()
    changes = {"action": "undo", "_selected_action": [batch.pk]}
    left = []
    for client in (editor, reviewer):
        client.post(reverse("admin:articles_batch_changelist"), changes)
        left.append(Article.objects.count())
    assert left == [1, 0]
