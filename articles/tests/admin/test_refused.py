import json

import pytest
from django.urls import reverse

from articles.models import Article, Refused
from articles.tests.ingest.pages import FIRST

pytestmark = pytest.mark.django_db
RECORD = {"headline": "جلسة", "text": FIRST, "date": "32/13/2024"}


@pytest.fixture
def refused():
    excerpt = json.dumps(RECORD, ensure_ascii=False)
    return Refused.objects.create(place="a.jsonl:4", reason="ليس تاريخًا: 32/13/2024", excerpt=excerpt)


def put_back(refused):
    return reverse("admin:articles_refused_put_back", args=[refused.pk])


def test_a_refused_record_is_mended_and_comes_in_as_a_draft(editor, refused):
    shown = editor.get(put_back(refused)).content.decode()
    fields = {"title": "جلسة", "body": FIRST, "published": "3/2/2024"}
    editor.post(put_back(refused), fields)
    article = Article.objects.get()
    assert ("32/13/2024" in shown, FIRST in shown, Refused.objects.count()) == (True, True, 0)
    assert (article.title, article.body, article.status, str(article.date)) == (
        "جلسة",
        FIRST,
        "draft",
        "2024-02-03",
    )


def test_what_is_still_no_article_stays_on_the_list_and_says_why(editor, refused):
    shown = editor.post(put_back(refused), {"body": FIRST, "published": "33/2/2024"}).content.decode()
    assert ("33/2/2024" in shown, Refused.objects.count(), Article.objects.count()) == (True, 1, 0)


def test_a_refused_page_is_fetched_again_or_written_down(editor):
    page = Refused.objects.create(place="https://marfa.example/1?a=b", reason="صفحة خطأ، لا مقال.")
    shown = editor.get(put_back(page)).content.decode()
    assert f"{reverse('admin:articles_batch_address')}?url=https%3A%2F%2Fmarfa.example%2F1%3Fa%3Db" in shown
    editor.post(put_back(page), {"body": FIRST, "url": "https://marfa.example/1?a=b"})
    assert Article.objects.get().url == "https://marfa.example/1?a=b"


def test_who_may_not_bring_in_may_not_put_back(logged_in, refused):
    assert logged_in("reader").get(put_back(refused)).status_code == 302


def test_the_list_is_filtered_by_reasons_without_their_particulars(editor, refused):
    Refused.objects.create(place="a.jsonl:9", reason="ليس تاريخًا: 0/0")
    Refused.objects.create(place="b.html", reason="صفحة خطأ، لا مقال.")
    address = reverse("admin:articles_refused_changelist")
    shown = editor.get(address).content.decode()
    dates = editor.get(address, {"why": "ليس تاريخًا"}).content.decode()
    assert ("ليس تاريخًا (2)" in shown, "صفحة خطأ، لا مقال. (1)" in shown) == (True, True)
    assert [place in dates for place in ("a.jsonl:4", "a.jsonl:9", "b.html")] == [True, True, False]
