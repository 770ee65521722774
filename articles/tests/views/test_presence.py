"""An actor's company, names, quotes and network, as readers reach them."""

import datetime
from html import unescape
from urllib.parse import unquote

import pytest
from django.core.management import call_command

from articles.actors.presence import called_by_sources, company, network, telling
from articles.actors.timeline import timeline
from articles.models import Article
from articles.search.upkeep import rebuild
from articles.templatetags.company import together_address
from articles.tests.builders import make_actor, make_article, make_source

from .queries import queries

pytestmark = pytest.mark.django_db


@pytest.fixture
def haftar():
    return make_actor("خليفة حفتر", slug="haftar")


@pytest.fixture
def saleh():
    return make_actor("عقيلة صالح", slug="saleh")


def text(client, address):
    response = client.get(address)
    assert response.status_code == 200
    return unescape(response.content.decode())


def test_years_without_articles_count_as_none(haftar):
    for year in ("2019-05-01T10:00Z", "2021-05-01T10:00Z"):
        make_article(body="وصل خليفة حفتر", published_at=year)
    line = timeline(haftar)
    assert (line.years, line.months(2021)[3:6]) == (
        [(2019, 1), (2020, 0), (2021, 1)],
        [(4, 0), (5, 1), (6, 0)],
    )


def test_only_published_articles_make_company(haftar, saleh):
    make_article(body="خليفة حفتر مع عقيلة صالح")
    make_article(body="خليفة حفتر مع عقيلة صالح", status="draft")
    assert [(other, other.together) for other in company(haftar)] == [(saleh, 1)]


def test_each_source_has_its_own_words_for_an_actor(haftar):
    make_article(body="المشير خليفة حفتر", source=make_source("الأول"))
    make_article(body="اللواء خليفة حفتر", source=make_source("الثاني"))
    found = {
        source: [(wording.text, wording.articles) for wording in wordings]
        for source, wordings in called_by_sources(haftar)
    }
    assert found == {"الأول": [("المشير", 1)], "الثاني": [("اللواء", 1)]}


def test_an_edge_stands_for_exactly_its_articles(client, haftar, saleh):
    make_article("معًا", body="خليفة حفتر مع عقيلة صالح")
    make_article("وحده", body="خليفة حفتر")
    found = network(Article.objects.published(), least=1)
    page = text(client, "/actor/haftar/with/saleh/")
    assert ([edge[2] for edge in found.edges], "معًا" in page, ">وحده<" in page) == ([1], True, False)


@pytest.mark.parametrize(
    "address",
    ["/network/?least=1&since=2020", "/actor/haftar/network/?least=1", "/search/network/?q=سرت&least=1"],
)
def test_each_line_of_a_network_opens_exactly_as_many_articles_as_it_says(client, haftar, saleh, address):
    make_actor("محمد المنفي", slug="menfi")
    make_actor("سرت", "place", slug="sirte")
    year = {"published_at": datetime.datetime(2015, 5, 5, tzinfo=datetime.UTC)}
    make_article(body="خليفة حفتر مع عقيلة صالح في سرت")
    make_article(body="خليفة حفتر مع عقيلة صالح ومحمد المنفي في سرت", **year)
    make_article(body="عقيلة صالح مع محمد المنفي في سرت")
    make_article(body="عقيلة صالح مع محمد المنفي", **year)
    rebuild()
    context = client.get(address).context
    lines = context["found"].edges
    opened = [client.get(together_address(context, one, other)).context for one, other, _ in lines]
    found = [len(page["articles"]) if "articles" in page else page["page"].total for page in opened]
    assert (found, len(lines) > 2) == ([count for *_, count in lines], True)


@pytest.mark.parametrize("unit", ["articles", "stories"])
def test_a_network_is_drawn_once_for_each_state_of_the_archive(client, haftar, saleh, monkeypatch, unit):
    drawn = []
    monkeypatch.setattr(
        "articles.views.networks.network", lambda *asked: drawn.append(asked) or network(*asked)
    )
    make_article(body="خليفة حفتر مع عقيلة صالح")
    asked = f"?least=1&count={unit}"
    for address in (f"/network/{asked}", f"/network/{asked}", f"/network.csv{asked}"):
        client.get(address)
    before = len(drawn)
    make_article(body="خليفة حفتر مع عقيلة صالح")
    page = client.get(f"/network/{asked}")
    assert (before, len(drawn), page.context["found"].edges[0][2]) == (1, 2, 2)


def test_a_network_leaves_out_what_is_too_rare(haftar, saleh):
    make_article(body="خليفة حفتر مع عقيلة صالح")
    assert network(Article.objects.published(), least=2).edges == []


@pytest.mark.parametrize("address", ["/network/", "/actor/haftar/network/", "/en/network/?least=1&size=80"])
def test_a_network_is_drawn_and_told(client, haftar, saleh, address):
    for _ in range(2):
        make_article(body="خليفة حفتر مع عقيلة صالح")
    page = text(client, address)
    assert ("<svg" in page, "/actor/haftar/with/saleh/" in page or "/actor/saleh/with/haftar/" in page) == (
        True,
        True,
    )


@pytest.mark.parametrize("address", ["/network/", "/network/?least=x&since=99999"])
def test_an_empty_network_says_so(client, address):
    assert "empty" in text(client, address)


@pytest.mark.parametrize(("ending", "opening"), [("graphml", "<?xml"), ("csv", "\ufeffsource")])
def test_a_network_can_be_taken_away(client, haftar, saleh, ending, opening):
    make_article(body="خليفة حفتر مع عقيلة صالح")
    page = unescape(client.get(f"/network.{ending}?least=1").content.decode())
    assert (page.startswith(opening), "haftar" in page, "عقيلة صالح" in page) == (True, True, True)


def test_there_is_no_other_kind_of_file(client):
    assert client.get("/network.exe").status_code == 404


def test_a_quote_opens_its_sentence(client, saleh):
    article = make_article(body="مقدمة. قال عقيلة صالح إن الجلسة قائمة. خاتمة.")
    page = text(client, "/actor/saleh/quotes/")
    assert f"/a/{article.code}/#:~:text=قال عقيلة صالح إن الجلسة قائمة." in unquote(page)


@pytest.mark.parametrize(("kind", "count"), [("", 2), ("direct", 1), ("reported", 1), ("odd", 2)])
def test_direct_and_reported_speech_are_kept_apart(client, saleh, kind, count):
    make_article(body="قال عقيلة صالح إن الجلسة قائمة. وقال عقيلة صالح: «الجلسة قائمة غدا».")
    assert text(client, f"/actor/saleh/quotes/?kind={kind}").count("#:~:text") == count


def test_the_page_takes_few_queries_however_much_there_is(client, haftar, saleh):
    make_article(body="قال المشير خليفة حفتر إن عقيلة صالح وصل.")
    one = queries(client, "/actor/haftar/")
    for _ in range(3):
        make_article(body="قال المشير خليفة حفتر إن عقيلة صالح وصل.", source=make_source())
    assert (queries(client, "/actor/haftar/") == one, one <= 12) == (True, True), one


def test_the_list_of_names_finds_a_name_in_any_spelling(client, db):
    make_actor("خالد المشري")
    make_actor("خليفة حفتر", aliases=["حفتر"])
    page = client.get("/actors/", {"q": "Hifter"})
    assert ([actor.name_ar for actor in page.context["actors"]], page.status_code) == (["خليفة حفتر"], 200)


def test_a_name_that_nobody_bears_says_so(client, db):
    assert "لا اسم يُكتب أو يُنطق مثل" in client.get("/actors/", {"q": "Zzyzx"}).content.decode()


def test_a_title_tells_more_than_many_mentions(haftar):
    once = make_article("جلسة", body="وصل خليفة حفتر")
    often = make_article("جلسة", body="وصل خليفة حفتر. ثم خطب خليفة حفتر. ثم غادر خليفة حفتر.")
    titled = make_article("خليفة حفتر يصل", body="وصل خليفة حفتر")
    make_article("خليفة حفتر مسودة", body="وصل خليفة حفتر", status="draft")
    assert (list(telling(haftar)), once.mentions.count()) == ([titled, often], 1)


def test_a_chosen_year_shows_its_months(client, haftar):
    make_article(body="وصل خليفة حفتر", published_at="2021-05-01T10:00Z")
    make_article(body="وصل خليفة حفتر", published_at="2021-01-01T10:00Z", published_precision="year")
    context = client.get("/actor/haftar/?year=2021").context
    assert (context["years"], [pair for pair in context["months"] if pair[1]]) == ([(2021, 2)], [(5, 1)])


@pytest.mark.parametrize("year", ["1999", "x", ""])
def test_a_year_without_articles_is_none(client, haftar, year):
    make_article(body="وصل خليفة حفتر", published_at="2021-05-01T10:00Z")
    assert client.get("/actor/haftar/", {"year": year}).context["months"] == []


@pytest.mark.parametrize(
    ("query", "found"), [("", 2), ("since=2020", 1), ("until=2019", 1), ("least=3", 0), ("least=2", 2)]
)
def test_company_is_narrowed_by_years_and_number(client, haftar, saleh, query, found):
    for year in ("2019-05-01T10:00Z", "2021-05-01T10:00Z"):
        make_article(body="خليفة حفتر مع عقيلة صالح", published_at=year)
    together = [other.together for other in client.get(f"/actor/haftar/?{query}").context["company"]]
    assert together == ([found] if found else [])


def test_an_actor_s_page_takes_twelve_queries_at_most(client, haftar, saleh):
    make_article("خليفة حفتر", body="قال خليفة حفتر إن عقيلة صالح حضر الجلسة.")
    assert queries(client, "/actor/haftar/?year=2024&since=2020&least=1") <= 12


@pytest.fixture
def indexed(haftar, saleh):
    for title in ("لقاء أول", "لقاء ثان"):
        make_article(title, body="خليفة حفتر مع عقيلة صالح")
    make_article("غيره", body="خليفة حفتر مع عقيلة صالح")
    call_command("update_index", verbosity=0)


def test_a_search_has_its_network(client, indexed):
    context = client.get("/search/network/", {"q": "لقاء"}).context
    assert ([edge[2] for edge in context["found"].edges], context["asked"]) == ([2], [("q", "لقاء")])


def test_a_search_s_network_is_taken_away_as_files(client, indexed):
    sheet = client.get("/search/network.csv", {"q": "لقاء"}).content.decode()
    assert "haftar,خليفة حفتر,saleh,عقيلة صالح,2" in sheet
    assert client.get("/search/network.xls", {"q": "لقاء"}).status_code == 404


def test_a_search_s_page_leads_to_its_network(client, indexed):
    assert "/search/network/?q=" in client.get("/search/", {"q": "لقاء"}).content.decode()


def test_a_places_page_searches_its_own_articles(client):
    make_actor("سرت", "place", slug="sirte")
    for _ in range(11):
        make_article(body="عقدت الجلسة في سرت.")
    page = text(client, "/actor/sirte/?year=2024")
    within = '<input type="hidden" name="place" value="sirte">' in page
    assert (within, "/search/?place=sirte&sort=newest" in page, "actor=sirte" in page) == (True, True, False)


def test_editors_come_from_quotes_to_their_confirming(client, admin_client, saleh):
    make_article(body="قال عقيلة صالح إن الجلسة قائمة.")
    desk = f"/admin/articles/quote/?actor__id__exact={saleh.pk}"
    shown = [desk in text(each, "/actor/saleh/quotes/") for each in (client, admin_client)]
    opened = unquote(text(admin_client, desk))
    assert (shown, "/preview/#:~:text=قال عقيلة صالح إن الجلسة قائمة." in opened) == ([False, True], True)
