"""Numbers of articles and numbers of stories."""

import pytest

from articles.actors.presence import company, network
from articles.actors.timeline import timeline
from articles.arabic.partial_date import PartialDate
from articles.models import Actor, Article, Report, Source, Story, Unit
from articles.stories.health import health
from articles.tests.builders import make_actor, make_article, make_source

pytestmark = pytest.mark.django_db

UNITS = pytest.mark.parametrize(("unit", "both", "one"), [(Unit.ARTICLES, 4, 3), (Unit.STORIES, 2, 1)])


@pytest.fixture
def source():
    return make_source("المرفأ", slug="marfa")


@pytest.fixture
def haftar():
    return make_actor(slug="haftar")


@pytest.fixture(autouse=True)
def told(source, haftar):
    """Three articles that tell one story, in two months, and one that stands alone."""
    make_actor("عقيلة صالح", slug="saleh")
    dates = ("2021-05-31T10:00Z", "2021-05-31T10:00Z", "2021-06-01T10:00Z", "2021-07-01T10:00Z")
    bodies = ("خليفة حفتر مع عقيلة صالح",) * 3 + ("خليفة حفتر وحده",)
    made = [
        make_article(body=body, published_at=at, source=source)
        for body, at in zip(bodies, dates, strict=True)
    ]
    Report.objects.filter(article__in=made[:3]).update(story=Story.objects.create())


def published():
    return Article.objects.published()


@UNITS
def test_all_of_a_queryset(unit, both, one):
    assert unit.total(published()) == both


@UNITS
def test_of_periods(unit, both, one):
    periods = [PartialDate(2021), PartialDate(2021, 5), PartialDate(2021, 6)]
    expected = [4, 2, 1] if unit is Unit.ARTICLES else [2, 1, 1]
    assert [*published().counts_of(periods, unit).values()] == expected


@UNITS
def test_of_an_actor_and_a_source(unit, both, one, haftar, source):
    counts = (
        Actor.objects.with_article_counts(unit).get(pk=haftar.pk).article_count,
        Actor.objects.most_named(unit=unit).get(pk=haftar.pk).article_count,
        Source.objects.with_article_counts(unit).get(pk=source.pk).article_count,
        sum(week.count or 0 for week in health(source, unit).weeks),
    )
    assert counts == (both, both, both, both)


@UNITS
def test_of_company(unit, both, one, haftar):
    assert [other.together for other in company(haftar, unit=unit)] == [one]
    assert [count for *_pair, count in network(published(), least=1, unit=unit).edges] == [one]


def test_a_story_of_two_months_is_one_of_the_year(haftar):
    line = timeline(haftar, Unit.STORIES)
    assert (line.total, line.years, line.months(2021)[4:7]) == (2, [(2021, 2)], [(5, 1), (6, 1), (7, 1)])


def test_copies_of_no_story_are_one():
    first, *rest = published().order_by("pk")
    Report.objects.update(story=None)
    Report.objects.filter(article__in=[first, rest[0]]).update(original=first)
    assert Unit.STORIES.total(published()) == 3


@pytest.mark.parametrize(
    "address",
    ["/", "/about/", "/actors/", "/actor/haftar/", "/actor/haftar/with/saleh/", "/sources/", "/source/marfa/",
     "/dates/", "/dates/2021/", "/dates/2021/5/", "/dates/2021/5/31/", "/network/"],
)  # fmt: skip
def test_a_page_counts_what_its_address_asks_for(client, address):
    pages = {unit: client.get(address, {"count": unit.value}).content.decode() for unit in Unit}
    assert all('class="count-switch' in page for page in pages.values())
    assert 'aria-current="true">المواد</a>' in pages[Unit.ARTICLES]
    assert 'aria-current="true">القصص</a>' in pages[Unit.STORIES]


def test_what_is_asked_for_is_kept_in_links(client):
    page = client.get("/dates/", {"count": "stories"}).content.decode()
    assert '<a href="/dates/2021/?count=stories">' in page


def test_a_file_names_what_it_counts(client):
    files = [client.get("/network.csv", {"count": unit, "least": 1}).content.decode() for unit in Unit]
    assert [file.splitlines()[0].split(",")[-1] for file in files] == ["articles", "stories"]
    assert [file.splitlines()[1].split(",")[-1] for file in files] == ["3", "1"]
