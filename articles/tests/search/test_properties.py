"""What holds for every search, whatever is typed and however it is filtered."""

from collections import Counter
from itertools import pairwise
from time import process_time

import pytest
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from articles.models import Article, Mention
from articles.search import LEVELS, Query, search
from articles.search.outbox import drain
from articles.tests.builders import make_actor, make_article, make_source
from articles.tests.search.test_parsing import TYPED

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


@EACH
@given(typed=TYPED, level=st.sampled_from(LEVELS))
def test_any_search_gives_a_page_in_time(archive, client, typed, level):
    began = process_time()
    answer = client.get(reverse("search"), {"q": typed, "level": level})
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


@EACH
@given(
    only=st.sets(st.sampled_from([("source", s) for s in SOURCES] + [("year", y) for y in YEARS])),
    never=st.sets(st.sampled_from([("source", s) for s in SOURCES] + [("actor", "haftar")])),
)
def test_counts_are_those_of_the_database(archive, only, never):
    page = search(Query(only=tuple(sorted(only)), never=tuple(sorted(never)), size=100))
    rows = Article.objects.published()
    for name, lookup in (("source", "source__slug__in"), ("year", "published_at__year__in")):
        chosen = [value for other, value in only if other == name]
        rows = rows.filter(**{lookup: chosen}) if chosen else rows
    rows = rows.exclude(source__slug__in=[value for name, value in never if name == "source"])
    rows = [row for row in rows if ("actor", "haftar") not in never or not row.mentions.shown().exists()]
    shown = {facet.name: {v.value: v.count for v in facet.values if v.count} for facet in page.facets}
    assert page.total == len(rows)
    assert shown["source"] == Counter(row.source.slug for row in rows)
    assert shown["year"] == Counter(str(row.published_at.year) for row in rows)
    assert shown["actor"] == Counter("haftar" for row in rows if row.mentions.shown().exists())
