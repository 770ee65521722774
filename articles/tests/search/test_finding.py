"""What is found, in whatever spelling it is asked for."""

import pytest

from articles.models import Mention
from articles.search import Query, search
from articles.search.outbox import drain
from articles.tests.builders import make_actor, make_article, make_source

pytestmark = pytest.mark.django_db


def found(*args, **fields):
    drain()
    return [hit.article.title for hit in search(Query(*args, **fields)).hits]


@pytest.mark.parametrize(
    ("asked", "written"),
    [
        ("محمد", "مُحَمَّد"),
        ("مُحَمَّد", "محمد"),
        ("النواب", "النوّاب"),
        ("حكومه", "حكومة"),
        ("مُصراتة", "مصراته"),
        ("احمد", "أحمد"),
        ("مصطفي", "مصطفى"),
        ("2024", "٢٠٢٤"),
        ("الدبيبة", "الدبيبـــة"),
    ],
)
def test_a_word_is_found_however_it_is_spelt(asked, written):
    make_article(title="عنوان", body=f"قال {written} كلمته.")
    make_article(title="آخر", body="لا شيء هنا.")
    assert found(asked) == ["عنوان"]


def test_what_is_marked_is_the_original_spelling():
    make_article(title="لقاء مُحَمَّد في سرت", body="حضر محمّدٌ اللقاء.")
    drain()
    [hit] = search(Query("محمد")).hits
    assert (hit.title.words(), hit.passages[0].words(), hit.matched) == (
        ["مُحَمَّد"],
        ["محمّدٌ"],
        ("مُحَمَّد", "محمّدٌ"),
    )


def test_an_unpublished_article_is_not_found():
    for status in ("draft", "review"):
        make_article(body="حفتر", status=status)
    make_article(body="حفتر", status="withdrawn", withdrawal_reason="خطأ")
    assert found("حفتر") == []


def test_an_article_withdrawn_is_found_no_longer():
    article = make_article(title="باق", body="حفتر")
    before = found("حفتر")
    article.status, article.withdrawal_reason = "withdrawn", "خطأ"
    article.save()
    assert (before, found("حفتر")) == (["باق"], [])


def test_filters_include_and_exclude():
    lana, bawaba = make_source("وكالة", slug="lana"), make_source("بوابة", slug="bawaba")
    make_article(title="أ", source=lana)
    make_article(title="ب", source=bawaba)
    include = found(only=(("source", "lana"),))
    exclude = found(never=(("source", "lana"),))
    assert (include, exclude) == (["أ"], ["ب"])


def test_an_actor_counts_only_where_the_mention_is_shown():
    actor = make_actor(slug="haftar")
    for title, status in (("مؤكد", "confirmed"), ("مقترح", "suggested"), ("مرفوض", "rejected")):
        article = make_article(title=title, body="قال القائد")
        Mention.objects.create(article=article, actor=actor, start=4, end=10, surface="القائد", status=status)
    assert found(only=(("actor", "haftar"),)) == ["مؤكد"]


def test_a_date_known_to_the_year_is_of_no_month():
    make_article(title="اليوم")
    make_article(title="السنة", published_precision="year")
    [year] = [facet for facet in page_of().facets if facet.name == "year"]
    assert (
        [(value.value, value.count) for value in year.values],
        sorted(found(only=(("year", "2024"),))),
        found(only=(("month", "2024-02"),)),
    ) == ([("2024", 2)], ["السنة", "اليوم"], ["اليوم"])


def page_of(*args, **fields):
    drain()
    return search(Query(*args, **fields))


def test_the_undated_come_last_in_both_orders():
    make_article(title="قديم", published_at="2012-01-01T00:00Z")
    make_article(title="بلا تاريخ", published_at=None, published_precision="unknown")
    make_article(title="حديث", published_at="2023-01-01T00:00Z")
    assert (found(sort="newest"), found(sort="oldest")) == (
        ["حديث", "قديم", "بلا تاريخ"],
        ["قديم", "حديث", "بلا تاريخ"],
    )


def test_pages_follow_each_other():
    for number in range(25):
        make_article(title=f"{number:02}")
    first, second = page_of(sort="oldest"), page_of(sort="oldest", page=2)
    assert (first.total, first.first, first.last, second.first, second.last, second.next) == (
        25,
        1,
        20,
        21,
        25,
        None,
    )
    assert not {hit.article.pk for hit in first.hits} & {hit.article.pk for hit in second.hits}


def test_one_search_costs_the_same_queries_for_one_hit_and_for_three(django_assert_num_queries):
    for _ in range(3):
        make_article(body="حفتر")
        drain()
        with django_assert_num_queries(3):
            search(Query("حفتر"))
