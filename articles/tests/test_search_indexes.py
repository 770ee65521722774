"""What goes into the index of each article."""

from datetime import datetime

import pytest
from django.utils import timezone

from articles.models import Article, Mention, Report
from articles.search.backend import index_of
from articles.tests.builders import make_actor, make_article, make_source

pytestmark = pytest.mark.django_db


def prepared(*articles):
    return index_of(Article).prepared([article.pk for article in articles])


def local(*moment):
    return timezone.make_aware(datetime(*moment))


def name_in(article, *actors, status="confirmed"):
    for place, actor in enumerate(actors):
        Mention.objects.create(
            article=article, actor=actor, surface="جلسة", start=place, end=place + 4, status=status
        )


def test_an_article_is_prepared_with_its_source_its_date_and_who_is_named():
    article = make_article(source=make_source(slug="lana", kind="agency"), origin=make_source(slug="hor"))
    person, town, other = (
        make_actor(slug="haftar"),
        make_actor("سرت", kind="place", slug="sirte"),
        make_actor(),
    )
    name_in(article, person, person, town)
    name_in(article, other, status="rejected")
    assert prepared(article) == [
        {
            "id": f"articles.article.{article.pk}",
            "django_ct": "articles.article",
            "django_id": str(article.pk),
            "title": article.title,
            "standfirst": "",
            "body": article.body,
            "language": "ar",
            "source": "lana",
            "kind": "agency",
            "origin": "hor",
            "names": sorted({person.name_ar, town.name_ar}),
            "actor": ["haftar"],
            "place": ["sirte"],
            "copies": "only",
            "year": "2024",
            "month": "2024-02",
            "day": "2024-02-14",
            "published": datetime(2024, 2, 14, 12),
            "ends": datetime(2024, 2, 14, 23, 59, 59),
        }
    ]


@pytest.mark.parametrize(
    ("precision", "stated"),
    [
        ("minute", {"year": "2023", "month": "2023-02", "day": "2023-02-01", "ends": datetime(2023, 2, 1)}),
        ("month", {"year": "2023", "month": "2023-02", "ends": datetime(2023, 2, 28, 23, 59, 59)}),
        ("year", {"year": "2023", "ends": datetime(2023, 12, 31, 23, 59, 59)}),
    ],
)
def test_a_date_is_of_the_units_that_it_states(precision, stated):
    [told] = prepared(make_article(published_at=local(2023, 2, 1), published_precision=precision))
    found = {name: told[name] for name in ("year", "month", "day", "ends") if name in told}
    assert found == stated


def test_what_is_not_dated_is_of_no_day():
    [told] = prepared(make_article(published_at=None, published_precision="unknown"))
    assert not {"year", "month", "day", "published", "ends"} & set(told)


def test_copies_name_the_first_of_their_text():
    first, copy = make_article(), make_article()
    for article in (first, copy):
        Report.objects.update_or_create(article=article, defaults={"original": first})
    assert [(told["copies"], told["original"]) for told in prepared(first, copy)] == [
        ("first", str(first.pk)),
        ("copy", str(first.pk)),
    ]


def test_however_many_articles_take_two_queries(django_assert_num_queries):
    articles = [make_article() for _ in range(3)]
    draft = make_article(status="draft")
    for some in (articles[:1], [*articles, draft]):
        with django_assert_num_queries(2):
            found = prepared(*some)
        assert [int(told["django_id"]) for told in found] == [one.pk for one in some if one is not draft]
