"""How many of the words an article must have, and what becomes of those that have fewer."""

import pytest

from articles.search import Query, search
from articles.search.outbox import drain
from articles.tests.builders import make_article

pytestmark = pytest.mark.django_db

TITLES = ("اتفاق برلين حول النفط", "اتفاق حول النفط", "مؤتمر برلين", "أسعار الذهب")


@pytest.fixture(autouse=True)
def archive():
    for title in TITLES:
        make_article(title=title, body="نص")
    drain()


def titles(hits):
    return {hit.article.title: hit.missing for hit in hits}


def test_of_up_to_three_words_all_are_required_and_what_has_some_follows_uncounted():
    page = search(Query("اتفاق برلين النفط"))
    assert (page.total, titles(page.hits)) == (1, {TITLES[0]: ()})
    assert titles(page.some) == {TITLES[1]: ("برلين",), TITLES[2]: ("اتفاق", "النفط")}


@pytest.mark.parametrize(
    "query",
    [
        Query("اتفاق برلين النفط", every_word=True),
        Query("«اتفاق برلين» النفط"),
        Query("عنوان:اتفاق برلين"),
        Query("اتفاق برلين النفط", sort="newest"),
        Query("اتفاق"),
    ],
)
def test_nothing_follows_where_all_words_were_demanded_or_signs_say_otherwise(query):
    assert search(query).some == ()


@pytest.mark.parametrize(
    ("typed", "needed"),
    [
        ("اتفاق برلين حول النفط والذهب", (1, 4)),
        ("اتفاق مؤتمر برلين أسعار النفط الذهب", (2, 6)),
        ("متى عقد مؤتمر برلين؟", (1, 3)),
        ("متى عقد مؤتمر برلين اتفاق أسعار النفط الذهب وليبيا والحدود؟", (2, 9)),
    ],
)
def test_of_more_words_and_of_questions_the_page_says_how_many(typed, needed):
    assert search(Query(typed)).reading.needed == needed
