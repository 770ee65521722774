"""The lists: what they find, in Arabic, in a constant number of queries."""

import datetime

import pytest
from django.apps import apps
from django.contrib.admin import site
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse, reverse_lazy
from django.utils.translation import override

from articles.admin.period import Period
from articles.models import Mention, Office, Position, Quote
from articles.tests.builders import make_actor, make_article, make_source

NOUNS = ("article", "mention", "actor", "office", "position", "source", "quote")


def fill():
    """One row more of everything."""
    source, origin = make_source(), make_source("وكالة")
    article = make_article(source=source, origin=origin)
    actor = make_actor(aliases=["حفتر"])
    office = Office.objects.create(slug=actor.slug, title_ar="منصب", organisation=make_actor("المجلس"))
    Position.objects.create(actor=actor, office=office, started="2014", evidence_article=article)
    Mention.objects.create(article=article, actor=actor, office=office, start=0, end=3, surface="عقد")
    Quote.objects.create(article=article, actor=actor, start=0, sentence="قال", speech_start=0, speech_end=3)


def queries_of(client, address):
    with CaptureQueriesContext(
        connection,
    ) as queries:
        assert client.get(address).status_code == 200
    return len(queries)


@pytest.mark.parametrize("noun", NOUNS)
def test_a_list_asks_as_often_for_three_rows_as_for_one(editor, noun):
    address = reverse(f"admin:articles_{noun}_changelist")
    fill()
    one = queries_of(editor, address)
    fill()
    fill()
    assert queries_of(editor, address) == one


@pytest.mark.parametrize(
    ("noun", "heading"),
    [
        ("article", "المواد"),
        ("mention", "مواضع الذكر"),
        ("actor", "الفاعلون"),
        ("office", "المناصب"),
        ("position", "ولايات المناصب"),
        ("source", "المصادر"),
    ],
)
def test_a_list_is_in_arabic_from_right_to_left(editor, noun, heading):
    page = editor.get(reverse(f"admin:articles_{noun}_changelist")).content.decode()
    assert ('<html lang="ar" dir="rtl">' in page, f"<h1>{heading}</h1>" in page) == (True, True)


def test_the_desk_is_in_english_too(editor):
    with override("ar"):  # what the request leaves behind
        page = editor.get("/en/admin/articles/mention/review/").content.decode()
    assert (
        '<html lang="en" dir="ltr">' in page,
        'href="/admin/articles/mention/review/" lang="ar"' in page,
    ) == (
        True,
        True,
    )


@pytest.mark.parametrize("typed", ["الامم المتحده", "الأُمم", "متحدة", "unsmil"])
def test_an_actor_is_found_however_the_name_is_spelt(editor, typed):
    make_actor("بعثة الأمم المتحدة", "organisation", name_en="UNSMIL")
    make_actor("عقيلة صالح")
    query = {"app_label": "articles", "model_name": "mention", "field_name": "actor", "term": typed}
    found = editor.get(reverse("admin:autocomplete"), query).json()["results"]
    assert [row["text"] for row in found] == ["بعثة الأمم المتحدة"]


def test_an_actor_is_found_by_the_sound_of_the_name(editor):
    make_actor("خليفة حفتر", aliases=["حفتر"])
    make_actor("عقيلة صالح")
    query = {"app_label": "articles", "model_name": "mention", "field_name": "actor", "term": "Hifter"}
    found = editor.get(reverse("admin:autocomplete"), query).json()["results"]
    assert [row["text"] for row in found] == ["خليفة حفتر"]


def test_a_date_is_shown_as_precisely_as_it_is_known(editor):
    make_article(published_precision="month")
    page = editor.get(reverse("admin:articles_article_changelist")).content.decode()
    assert '<td class="field-dated nowrap">فبراير 2024</td>' in page or ">فبراير 2024<" in page


def offered(client, typed):
    """The actors that a field for one offers, in their order."""
    field = {"app_label": "articles", "model_name": "mention", "field_name": "actor", "term": typed}
    return [row["text"] for row in client.get(reverse("admin:autocomplete"), field).json()["results"]]


def test_the_likest_actors_are_offered_first_and_of_equals_the_most_named(editor):
    for name in ("إبراهيم الصالح", "صالحة محمد", "صالح", "عقيلة صالح", "أحمد صالح"):
        make_actor(name)
    named = make_actor("علي صالح")
    Mention.objects.create(
        article=make_article(), actor=named, start=0, end=3, surface="عقد", status="confirmed"
    )
    assert offered(editor, "صالح") == [
        "صالح",
        "صالحة محمد",
        "علي صالح",
        "أحمد صالح",
        "إبراهيم الصالح",
        "عقيلة صالح",
    ]


def test_a_latin_spelling_offers_the_likest_first(editor):
    for name in ("خليفة حفتر", "صدام حفتر", "محمد المنفي"):
        make_actor(name)
    assert offered(editor, "Khalifa Hifter")[0] == "خليفة حفتر"


RECORDED = ["act", "batch", "capture", "feed", "refused", "report", "story"]


@pytest.mark.parametrize("noun", RECORDED)
def test_what_the_archive_writes_by_itself_is_listed_under_its_plural_too(admin_client, noun):
    page = admin_client.get(reverse(f"admin:articles_{noun}_changelist")).content.decode()
    plural = apps.get_model("articles", noun)._meta.verbose_name_plural
    assert f"<h1>{plural}</h1>" in page


@pytest.mark.parametrize("noun", [noun for noun in RECORDED if noun != "feed"])
def test_nobody_adds_what_the_archive_writes_and_only_refusals_are_cleared_away(rf, admin_user, noun):
    request = rf.get("/")
    request.user = admin_user
    desk = site.get_model_admin(apps.get_model("articles", noun))
    may = (desk.has_add_permission(request), desk.has_delete_permission(request))
    assert may == (False, noun == "refused")


ARTICLES = reverse_lazy("admin:articles_article_changelist")


def periods(page):
    """The choices of the period filter, the one chosen in brackets."""
    (spec,) = [spec for spec in page.context["cl"].filter_specs if isinstance(spec, Period)]
    return [
        f"[{choice['display']}]" if choice["selected"] else choice["display"]
        for choice in spec.choices(page.context["cl"])
    ]


def test_a_list_offers_its_years_and_the_months_of_the_one_chosen(editor):
    for year, month in ((2011, 2), (2014, 5), (2014, 6)):
        make_article(published_at=datetime.datetime(year, month, 17, tzinfo=datetime.UTC))
    assert periods(editor.get(ARTICLES)) == ["[الكل]", "2014", "2013", "2012", "2011"]
    of_may = editor.get(ARTICLES, {"published_at_in": "2014-05"})
    assert periods(of_may)[1:8] == [
        "2014",
        "يناير 2014",
        "فبراير 2014",
        "مارس 2014",
        "أبريل 2014",
        "[مايو 2014]",
        "يونيو 2014",
    ]
    assert of_may.context["cl"].result_count == 1


def test_a_period_counts_when_counts_are_asked_for(editor):
    make_article(published_at=datetime.datetime(2014, 5, 17, tzinfo=datetime.UTC))
    assert periods(editor.get(ARTICLES, {"_facets": "True"})) == ["[الكل]", "2014 (1)"]


def test_what_is_no_period_leads_back_to_the_whole_list(editor):
    assert editor.get(ARTICLES, {"published_at_in": "2014-99"})["Location"].endswith("?e=1")
