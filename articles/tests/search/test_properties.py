"""What holds for every search, whatever is typed and however it is filtered."""

from itertools import pairwise
from time import process_time

import pytest
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from articles.management.commands.set_up_demo import load
from articles.models import Mention
from articles.search import LEVELS, SIZES, SORTS, Query, search
from articles.search.outbox import drain
from articles.search.upkeep import rebuild
from articles.tests.builders import make_actor, make_article, make_source
from articles.tests.search.test_parsing import SIGNS, TYPED

pytestmark = pytest.mark.django_db
EACH = settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
TEXTS = (
    "قال حفتر إن الجيش مستعد، ورد الدبيبة من طرابلس.",
    "وحفتر والدبيبة في لقاء بالقاهرة مع عقيلة صالح.",
    "مُحَمَّد المنفي يزور سبها، ولحفتر رأي آخر.",
    "جلسة لمجلس النواب في طبرق عن الميزانية 2024.",
    "Haftar met الدبيبة in Cairo. a.b@c.ly http://x.y",
)
SOURCES, YEARS = ("lana", "marfa", "wasat"), ("2019", "2020", "2021")


@pytest.fixture
def archive():
    """Thirty articles of three sources and three years, some naming an actor, some not published."""
    sources = [make_source(slug, slug=slug) for slug in SOURCES]
    actor = make_actor("خليفة حفتر", slug="haftar", aliases=["حفتر", "المشير"])
    for number in range(30):
        article = make_article(
            title=f"خبر {number}",
            body=TEXTS[number % len(TEXTS)],
            source=sources[number % 3],
            published_at=f"{YEARS[number // 3 % 3]}-0{number % 9 + 1}-11T10:00Z",
            status="draft" if number % 7 == 6 else "published",
        )
        if number % 4 == 0:
            Mention.objects.create(
                article=article, actor=actor, start=0, end=3, surface="خبر", part="title", status="confirmed"
            )
    drain()
    # The first search of a process reads the lexicon.
    search(Query("حفتر"))


def numbers(query):
    return {hit.article.pk for hit in search(query).hits}


@pytest.fixture
def samples():
    """The sample archive as `make run` sets it up."""
    load()
    rebuild()
    search(Query("حفتر"))


WORDS = [
    "حفتر*",
    "*رابل*",
    "*ان*",
    "المجلس*",
    "«مجلس",
    "النواب»",
    "«الأمم",
    "المتحدة»~9",
    "طرابلس~2",
    "الدبيبة>=2",
    "«مجلس",
    "النواب»>=2",
    "/جملة",
    "/فقرة",
    "/9",
    "(حفتر",
    "أو",
    "السراج)",
    "في",
    "من",
    "على",
    "مصدر:المرفأ",
    "جهة:حفتر",
    "تاريخ:[2019..2021]",
    "Haftar",
    "رئيس",
    "الحكومة",
    "اجتماع",
    "القاهرة",
]
MANY = st.lists(st.sampled_from([*WORDS, *SIGNS.split()]), min_size=40, max_size=1500).map(" ".join)


@EACH
@given(
    typed=st.one_of(TYPED, MANY),
    level=st.sampled_from(LEVELS),
    sort=st.sampled_from(SORTS),
    size=st.sampled_from(SIZES),
    only=st.sampled_from([{}, {"actor": "khalifa-haftar"}, {"source": "-sample-marfa", "year": "2019"}]),
)
def test_any_search_of_the_samples_gives_a_page_in_time(samples, client, typed, level, sort, size, only):
    began = process_time()
    answer = client.get(reverse("search"), {"q": typed, "level": level, "sort": sort, "size": size, **only})
    assert (answer.status_code, process_time() - began < 1.0) == (200, True)


@EACH
@given(typed=TYPED, level=st.sampled_from(LEVELS))
def test_what_is_marked_stands_in_the_article(archive, typed, level):
    for hit in search(Query(typed, level=level)).hits:
        texts = (hit.article.title, hit.article.body)
        for marked in (hit.title, *hit.passages):
            assert any(marked.text in text for text in texts)
            assert "".join(piece for piece, _ in marked.pieces()) == marked.text
            assert all(0 <= start < end <= len(marked.text) for start, end in marked.spans)


@EACH
@given(typed=TYPED)
def test_each_level_finds_what_the_closer_one_finds(archive, typed):
    found = [numbers(Query(typed, level=level, size=100)) for level in LEVELS]
    assert all(closer <= wider for closer, wider in pairwise(found))
