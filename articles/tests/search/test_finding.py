"""What is found, in whatever spelling it is asked for."""

from itertools import chain

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles.models import Mention, Report
from articles.search import Query, search, similar, suggestions
from articles.search.backend import finder
from articles.search.correcting import spelt
from articles.search.outbox import drain
from articles.search.phrases import learn
from articles.search.terms import MOST_SHAPED
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


def test_where_newer_ones_are_asked_for_first_a_newer_one_stands_before_a_better_one():
    make_article(title="أفضل", body="حفتر حفتر حفتر", published_at="2012-01-01T00:00Z")
    make_article(title="أحدث", body="حفتر", published_at=timezone.now())
    assert (found("حفتر"), found("حفتر", recent=True)) == (["أفضل", "أحدث"], ["أحدث", "أفضل"])


def test_the_other_names_of_an_actor_answer_at_the_wide_level_alone():
    make_actor("خليفة حفتر", aliases=["القائد العام"], slug="haftar")
    make_article(title="باللقب", body="زار القائد العام سبها.")
    make_article(title="بالاسم", body="زار خليفة حفتر سبها.")
    by_level = {level: sorted(found("خليفة حفتر", level=level)) for level in ("stem", "wide")}
    assert by_level == {"stem": ["بالاسم"], "wide": ["بالاسم", "باللقب"]}


def test_what_finds_nothing_offers_the_next_level_and_the_search_without_filters_with_their_counts():
    make_article(body="اجتمعت الحكومة.")
    make_article(body="حكومات.", source=make_source(slug="lana"))
    plain, filtered = (
        page_of("حكومتها", level="folded", never=never) for never in ((), (("source", "lana"),))
    )
    both = page_of("حكومات", level="folded", never=(("source", "lana"),))
    shown = [
        [(o.query.level, o.query.never, o.count) for o in page.offers] for page in (plain, filtered, both)
    ]
    out = (("source", "lana"),)
    assert (plain.total, shown) == (
        0,
        [[("stem", (), 2)], [("stem", out, 1)], [("stem", out, 1), ("folded", (), 1)]],
    )


@pytest.mark.parametrize(
    ("before", "after", "passage"),
    [(2, 2, (2, 2, False, False)), (40, 40, (7, 20, True, True)), (3, 40, (3, 24, False, True))],
)
def test_a_passage_begins_a_little_before_what_is_marked(before, after, passage):
    make_article(title="خبر", body=" ".join([*["كلمة"] * before, "حفتر", *["شيء"] * after]))
    [hit] = page_of("حفتر").hits
    [shown] = hit.passages
    words = [shown.text.count(word) for word in ("كلمة", "شيء")]
    assert (*words, shown.goes_before, shown.goes_after) == passage


def test_a_word_that_a_hit_lacks_is_named_as_it_was_typed():
    make_article(title="لقاء", body="التقى وفد الحكومة القبائل في سبها.")
    [hit] = page_of("لقاء الحكومة القبائل مع رئيسٍ").hits
    assert hit.missing == ("رئيسٍ",)


@pytest.mark.parametrize(("typed", "offered"), [("طرابلوس", "طرابلس"), ("الحكومية", None)])
def test_a_word_that_the_archive_has_not_is_offered_as_one_that_it_has(typed, offered):
    for _ in range(3):
        make_article(body="وصل إلى طرابلس من الحكومية.")
    assert page_of(typed).corrections == ((offered,) if offered else ())


def test_a_latin_name_is_offered_its_arabic():
    make_actor("حفتر")
    assert page_of("Hifter").corrections == ("حفتر",)


def test_a_hit_says_what_matched_and_what_it_lacks():
    make_article(title="لقاء", body="التقى وفد الحكومة ممثلي القبائل في سبها.")
    [hit] = page_of("لقاء الحكومه مع القبائل في باريس").hits
    assert (set(hit.matched), hit.missing, hit.level) == (
        {"لقاء", "الحكومة", "القبائل"},
        ("باريس",),
        "folded",
    )


def test_the_histogram_goes_from_years_to_months_to_days():
    make_article(published_at="2019-04-12T00:00Z")
    make_article(published_at="2021-05-01T00:00Z")
    years, months, days = (
        page_of(only=only).histogram for only in ((), (("year", "2019"),), (("month", "2019-04"),))
    )
    counts = [(h.unit, len(h.bars), sum(bar.count for bar in h.bars)) for h in (years, months, days)]
    assert counts == [("year", 3, 2), ("month", 12, 1), ("day", 30, 1)]
    assert (years.up, months.up.only, days.up.only) == (None, (), (("year", "2019"),))


def test_articles_alike_are_found_without_the_article_itself():
    article = make_article(title="ميزانية المصرف", body="أقر المصرف المركزي ميزانية التنمية.")
    make_article(title="قريب", body="ميزانية التنمية في المصرف المركزي أمام المجلس.")
    make_article(title="بعيد", body="مباراة في كرة القدم.")
    drain()
    assert [other.title for other in similar(article)] == ["قريب"]


def test_suggestions_are_actors_then_sources_then_phrases_then_words():
    make_actor("خليفة حفتر")
    make_source("صحيفة حفيد")
    for place in ("سبها", "سرت", "غات"):
        make_article(title=f"حفل الافتتاح في {place}", body="كلمة.")
        make_article(title=f"خبر من {place}", body="شيء آخر.")
    drain()
    learn()
    assert [(s.kind, s.text, s.count) for s in suggestions("حف")] == [
        ("actor", "خليفة حفتر", None),
        ("source", "صحيفة حفيد", None),
        ("phrase", "حفل الافتتاح", 3),
        ("word", "حفل", None),
    ]
    assert [s.text for s in suggestions("في حفل الا") if s.kind == "phrase"] == ["في حفل الافتتاح"]


def test_a_phrase_of_what_has_been_withdrawn_is_not_suggested():
    articles = [make_article(title=f"حفل الافتتاح {word}", body="كلمة.") for word in ("سبها", "سرت", "غات")]
    for _ in range(3):
        make_article(title="خبر", body="شيء آخر.")
    learn()
    before = page_of("حفل").total
    for article in articles:
        article.status, article.withdrawal_reason = "withdrawn", "خطأ"
        article.save()
    drain()
    assert (before, [s for s in suggestions("حفل") if s.kind == "phrase"]) == (3, [])


def test_pages_lead_on_and_back_from_where_each_ends_and_begins():
    for number in range(65):
        make_article(title=f"{number:02}", published_at=f"2019-01-{number % 28 + 1:02}T00:00Z")
    page, onward = page_of(sort="newest"), []
    while page.next:
        onward.append(page)
        page = search(page.next)
    back = [page]
    while page.previous:
        page = search(page.previous)
        back.append(page)
    titles = [[hit.article.title for hit in page.hits] for page in (*onward, back[0])]
    assert sorted(chain.from_iterable(titles)) == [f"{number:02}" for number in range(65)]
    assert [[hit.article.title for hit in page.hits] for page in reversed(back)] == titles
    assert [bool(page.query.before) for page in back] == [False, True, True, True]


def test_where_copies_are_counted_once_the_first_of_those_found_stands_for_all():
    lana, bawaba = make_source("وكالة", slug="lana"), make_source("بوابة", slug="bawaba")
    first = make_article(title="أول", source=lana, published_at="2019-01-01T00:00Z")
    copy = make_article(title="نسخة", source=bawaba, published_at="2019-01-02T00:00Z")
    Report.objects.filter(article__in=(first, copy)).update(original=first)
    apart, once, elsewhere = page_of(), page_of(once=True), page_of(once=True, only=(("source", "bawaba"),))
    assert [(page.total, page.texts) for page in (apart, once, elsewhere)] == [(2, 1), (1, 1), (1, 1)]
    assert [hit.article.title for page in (once, elsewhere) for hit in page.hits] == ["أول", "نسخة"]


def test_two_actors_included_must_both_be_named_and_two_sources_are_alternatives():
    lana, bawaba = make_source("وكالة", slug="lana"), make_source("بوابة", slug="bawaba")
    haftar, saleh = make_actor("خليفة حفتر", slug="haftar"), make_actor("عقيلة صالح", slug="saleh")
    for title, source, named in (
        ("أ", lana, [haftar]),
        ("ب", bawaba, [haftar, saleh]),
        ("ج", bawaba, [saleh]),
    ):
        article = make_article(title=title, source=source)
        for actor in named:
            Mention.objects.create(
                article=article, actor=actor, start=0, end=1, surface=title, part="title", status="confirmed"
            )
    actors = (("actor", "haftar"), ("actor", "saleh"))
    assert (found(only=actors), sorted(found(only=(("source", "lana"), ("source", "bawaba"))))) == (
        ["ب"],
        ["أ", "ب", "ج"],
    )


def test_a_facet_says_how_many_more_values_it_has_and_shows_them():
    for number in range(12):
        make_article(source=make_source(slug=f"s{number:02}"))
    short, long = (
        {facet.name: facet for facet in page_of(more=more).facets}["source"] for more in ("", "source")
    )
    assert [(len(facet.values), facet.rest) for facet in (short, long)] == [(10, 2), (12, 0)]
    assert short.more == Query(more="source")


def test_a_part_of_an_actors_name_finds_at_the_wide_level_what_names_the_actor_otherwise():
    article = make_article(title="باللقب", body="وصل الرئيس إلى طبرق.")
    actor = make_actor("عقيلة صالح", slug="saleh")
    Mention.objects.create(
        article=article, actor=actor, start=4, end=10, surface="الرئيس", status="confirmed"
    )
    assert (found("عقيلة"), found("عقيلة", level="wide")) == ([], ["باللقب"])


def test_suggesting_costs_the_same_queries_for_one_actor_and_for_three():
    counts = []
    for _ in range(3):
        make_actor("خليفة حفتر")
        drain()
        suggestions("حفتر")
        with CaptureQueriesContext(connection) as captured:
            list(suggestions("حفتر"))
        counts.append(len(captured))
    assert counts == [counts[0]] * 3


NEAR_TEXTS = {
    "ordered": "التقى مجلس النواب والمشير حفتر في القبة. ثم عاد.",
    "turned": "رأى النواب في مجلس آخر ما رآه حفتر.",
    "apart": "انعقد مجلس النواب. وسافر حفتر. ثم اجتمع مجلس النواب من جديد.",
}


@pytest.mark.parametrize(
    ("typed", "titles"),
    [
        ("«مجلس النواب» /جملة حفتر", ["ordered"]),
        ("حفتر /جملة «مجلس النواب»", ["ordered"]),
        ("(مجلس النواب) /جملة حفتر", ["ordered", "turned"]),
        ("«مجلس النواب» /فقرة حفتر", ["apart", "ordered"]),
        ("«مجلس النواب» /2 حفتر", ["apart", "ordered"]),
        ("«مجلس النواب» /1 المشير", ["ordered"]),
        ("حفت* /جملة (سبها أو «مجلس النواب»)", ["ordered"]),
        ("«مجلس النواب»>=2", ["apart"]),
        ("(«مجلس النواب» أو حفتر)>=3", ["apart"]),
        ("حفت*>=1 ثم", ["apart", "ordered"]),
        ("نوا*>=2", []),
        ("*نوا*>=2", ["apart"]),
    ],
)
def test_phrases_and_choices_stand_together_and_are_counted(typed, titles):
    for title, body in NEAR_TEXTS.items():
        make_article(title=title, body=body)
    assert sorted(found(typed)) == titles


def test_another_name_stands_in_one_sentence_too_at_the_wide_level():
    make_actor("خليفة حفتر", aliases=["القائد العام"], slug="haftar")
    make_article(title="باللقب", body="زار القائد العام سبها.")
    typed = "«خليفة حفتر» /جملة سبها"
    assert (found(typed), found(typed, level="wide")) == ([], ["باللقب"])


def test_of_very_many_words_of_a_shape_the_commonest_are_sought_and_that_is_said():
    letters = "بتثجحخدذرزسشصضطظعغ"
    common = [f"شائع{one}{other}" for one in letters for other in letters][:MOST_SHAPED]
    for title in ("أول", "ثان"):
        make_article(title=title, body=" ".join(common))
    make_article(title="نادر", body="شائعنادر")
    assert (sorted(found("شائع*")), found("شائعنا*")) == (["أول", "ثان"], ["نادر"])
    assert (page_of("شائع*").reading.notices, page_of("شائعنا*").reading.notices) == (("cut",), ())


def test_other_names_are_bounded_over_a_whole_search_and_that_is_said():
    for number in range(4):
        make_actor("خليفة حفتر", aliases=[f"لقب{letter} حفتر" for letter in "بتثجحخدذرزسشصضطظعغفقكلمنهوي"])
        make_actor(f"عقيلة {number}")
    make_article(body="خليفة حفتر")
    typed = "«خليفة حفتر» «خليفة  حفتر» «خليفه حفتر» «خليفة حفتر»~1 (خليفة حفتر)"
    wide, one = page_of(typed, level="wide"), page_of("«خليفة حفتر»", level="wide")
    assert [(page.total, "names" in page.reading.notices) for page in (wide, one)] == [(1, True), (1, False)]


@pytest.mark.parametrize(
    ("folded", "spelt_as"),
    [
        ("حكومه", "حكومة"),
        ("رييس", "رئيس"),
        ("الاحد", "الأحد"),
        ("موتمر", "مؤتمر"),
        ("علي", "على"),
        ("غريب", "غريب"),
    ],
)
def test_a_folded_word_is_spelt_as_the_archive_mostly_spells_it(folded, spelt_as):
    make_article(body="حكومة رئيس الأحد مؤتمر على")
    make_article(body="حكومة رئيس الأحد مؤتمر على علي")
    make_article(body="حكومه رييس الاحد موتمر")
    drain()
    assert spelt(folded, finder()) == spelt_as
