"""Lists of the public pages: what stands in them, and that length costs no queries."""

import datetime
import re

import pytest
from django.utils import timezone

from articles.models import Actor, Article, Mention, Position
from articles.models.office import Office
from articles.tests.builders import make_actor, make_article, make_source

from .queries import queries

pytestmark = pytest.mark.django_db


def titles(response):
    return re.findall(r'row-title"><a [^>]*><bdi[^>]*>([^<]*)<', response.content.decode())


def names(response):
    listed = response.content.decode().split('class="names"')[-1]
    return re.findall(r'href="/actor/[^"]*"><bdi>([^<]*)<', listed)


def at(*date):
    return datetime.datetime(*date, 12, tzinfo=timezone.get_current_timezone())


def named(article, actor, status="confirmed"):
    Mention.objects.create(article=article, actor=actor, start=0, end=3, surface="عقد", status=status)


def fill():
    """One more of everything that a list shows."""
    actor, source = make_actor(aliases=[f"اسم {Actor.objects.count()}"]), make_source()
    named(make_article(source=source), actor)
    office = Office.objects.create(slug=f"office-{actor.slug}", title_ar="وزير", title_en="Minister")
    Position.objects.create(actor=actor, office=office)


@pytest.mark.parametrize(
    "address",
    [
        "/",
        "/en/",
        "/about/",
        "/actors/",
        "/actors/person/",
        "/sources/",
        "/dates/",
        "/dates/2024/",
        "/dates/2024/2/",
        "/dates/2024/2/14/",
        "/newest.atom",
        "/sitemap-articles.xml",
    ],
)
def test_length_costs_no_queries(client, address):
    fill()
    one = queries(client, address)
    fill()
    fill()
    assert queries(client, address) == one


def test_an_actors_page_costs_the_same_however_much_it_lists(client):
    def with_rows(number):
        actor = make_actor(aliases=[f"اسم {row}" for row in range(number)])
        for row in range(number):
            named(make_article(), actor)
            office = Office.objects.create(slug=f"{actor.slug}-{row}", title_ar="وزير", title_en="Minister")
            Position.objects.create(actor=actor, office=office, evidence_article=make_article())
        return queries(client, actor.get_absolute_url())

    assert with_rows(1) == with_rows(3)


@pytest.mark.parametrize(
    "address", ["/", "/actors/", "/sources/", "/dates/", "/dates/2024/", "/dates/undated/", "/en/"]
)
def test_an_empty_archive_has_pages_too(client, address):
    response = client.get(address)
    assert (response.status_code, 'class="empty"' in response.content.decode()) == (200, True)


def test_home_shows_the_newest_first_and_no_draft(client):
    make_article("قديم", published_at=at(2020, 1, 1))
    make_article("بلا تاريخ", published_at=None, published_precision="unknown")
    make_article("جديد", published_at=at(2024, 1, 1))
    make_article("مسودة", status="draft")
    assert titles(client.get("/")) == ["جديد", "قديم", "بلا تاريخ"]


def test_home_ranks_those_named_in_its_last_month(client):
    of_then, of_now, rejected = make_actor("من قبل"), make_actor("من الآن"), make_actor("مرفوض")
    for day in (1, 2, 3):
        named(make_article(published_at=at(2020, 1, day)), of_then)
    named(make_article(published_at=at(2024, 1, 1)), of_now)
    named(make_article(published_at=at(2024, 1, 2)), rejected, status="rejected")
    assert list(client.get("/").context["named"]) == [of_now]


def test_actors_stand_by_kind_and_letter(client):
    make_actor("المجلس الرئاسي", kind="organisation")
    make_actor("محمد المنفي")
    make_actor("عقيلة صالح")
    assert [names(client.get(f"/actors/{rest}")) for rest in ("all/م/", "person/م/", "person/ا/")] == [
        ["المجلس الرئاسي", "محمد المنفي"],
        ["محمد المنفي"],
        [],
    ]


def test_there_is_no_other_kind_of_actor(client):
    assert client.get("/actors/ship/").status_code == 404


def test_a_source_without_articles_offers_no_search_among_them(client):
    make_source(slug="marfa")
    html = client.get("/source/marfa/").content.decode()
    assert ("count-switch" in html, 'name="source"' in html, "لا مواد متاحة" in html) == (False, False, True)


def test_a_source_lists_its_own(client):
    source = make_source(slug="marfa")
    make_article("له", source=source)
    make_article("لغيره")
    assert titles(client.get("/source/marfa/")) == ["له"]


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("/dates/2019/", ["بيوم", "بشهر", "بسنة"]),
        ("/dates/2019/4/", ["بيوم", "بشهر"]),
        ("/dates/2019/4/12/", ["بيوم"]),
        ("/dates/2019/4/1/", []),
        ("/dates/undated/", ["بلا تاريخ"]),
    ],
)
def test_a_date_finds_what_is_known_to_be_of_it(client, address, expected):
    make_article("بيوم", published_at=at(2019, 4, 12))
    make_article("بشهر", published_at=at(2019, 4, 1), published_precision="month")
    make_article("بسنة", published_at=at(2019, 1, 1), published_precision="year")
    make_article("بلا تاريخ", published_at=None, published_precision="unknown")
    assert titles(client.get(address)) == expected


@pytest.mark.parametrize("address", ["/dates/0/", "/dates/2024/13/", "/dates/2024/2/30/", "/dates/10000/"])
def test_no_such_date_no_such_page(client, address):
    assert client.get(address).status_code == 404


def test_years_without_articles_are_shown_as_gaps(client):
    make_article(published_at=at(2019, 4, 12))
    make_article(published_at=at(2021, 4, 12))
    assert client.get("/dates/").context["years"] == [(2021, 1), (2020, 0), (2019, 1)]


def test_a_period_leads_to_its_nearest_neighbours(client):
    for year in (2012, 2019, 2024):
        make_article(published_at=at(year, 4, 12))
    context = client.get("/dates/2019/4/").context
    assert (str(context["earlier"]), str(context["later"])) == ("2012-04", "2024-04")


def test_a_withdrawn_article_is_in_no_list(client):
    source, actor = make_source(), make_actor()
    article = make_article("مسحوب", source=source, status="withdrawn", withdrawal_reason="خطأ")
    named(article, actor)
    addresses = [
        "/",
        source.get_absolute_url(),
        actor.get_absolute_url(),
        "/dates/2024/",
        "/newest.atom",
        "/sitemap-articles.xml",
    ]
    shown = [address for address in addresses if article.code in client.get(address).content.decode()]
    assert (shown, Article.objects.count()) == ([], 1)
