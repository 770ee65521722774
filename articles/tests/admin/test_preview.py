"""An unpublished article as readers will see it."""

import pytest
from django.urls import reverse

from articles.tests.builders import make_article


def address(article):
    return reverse("admin:articles_article_preview", args=[article.pk])


@pytest.mark.parametrize("status", ["draft", "review"])
def test_what_is_not_public_can_be_read_at_the_desk_alone(editor, client, status):
    article = make_article("خبر لم ينشر", status=status)
    page = editor.get(address(article))
    there = "خبر لم ينشر" in page.content.decode()
    answers = [client.get(article.get_absolute_url()).status_code, client.get(address(article)).status_code]
    assert (there, answers) == (True, [404, 302])


def test_a_preview_says_what_it_is_and_keeps_search_engines_away(editor):
    page = editor.get(address(make_article(status="draft")))
    text = page.content.decode()
    assert (page["X-Robots-Tag"], "معاينة" in text, "مسودة" in text, "canonical" in text) == (
        "noindex, nofollow",
        True,
        True,
        False,
    )
