"""The numbers beside facets and in the histogram are those of the database, however a search is filtered."""

from collections import Counter
from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from articles.models import Article, Mention, Report
from articles.search import Query, search
from articles.search.outbox import drain
from articles.search.query import MANY
from articles.tests.builders import make_actor, make_article, make_source

pytestmark = pytest.mark.django_db
EACH = settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
KINDS = {"lana": "agency", "marfa": "outlet", "wasat": "outlet"}
ACTORS = {"haftar": "person", "dbeibah": "person", "hor": "organisation", "sirte": "place", "sebha": "place"}
PRECISIONS = ("day", "month", "year", "minute", "unknown")
VALUES = {
    "source": list(KINDS),
    "origin": list(KINDS),
    "actor": [slug for slug, kind in ACTORS.items() if kind != "place"],
    "place": [slug for slug, kind in ACTORS.items() if kind == "place"],
    "kind": ["agency", "outlet", "social"],
    "year": ["2019", "2020", "2021"],
    "month": ["2019-01", "2019-02", "2020-02"],
    "day": ["2019-01-01", "2019-02-05", "2020-02-10"],
    "copies": ["only", "first", "copy"],
    "language": ["ar", "en"],
}
FILTERS = st.sets(st.sampled_from([(name, value) for name in VALUES for value in VALUES[name]]), max_size=4)
PATTERNS = {"year": "%Y", "month": "%Y-%m", "day": "%Y-%m-%d"}


@pytest.fixture
def archive():
    """Forty-eight articles that differ in all that they can be counted by, some of them copies; gives `rows`."""
    sources = {slug: make_source(slug, slug=slug, kind=kind) for slug, kind in KINDS.items()}
    actors = [make_actor(slug, slug=slug, kind=kind) for slug, kind in ACTORS.items()]
    articles = [made(number, list(sources.values()), actors) for number in range(48)]
    Report.objects.update(original=None)
    for number in range(0, 48, 5):
        Report.objects.filter(article=articles[number]).update(original=articles[number // 15 * 15])
    drain()
    return rows()


def made(number, sources, actors):
    precision = PRECISIONS[number % 5]
    moment = datetime(
        2019 + number % 3, number % 2 + 1, number % 3 * 5 + 1, number % 24, number, tzinfo=TRIPOLI
    )
    article = make_article(
        title=f"خبر {number}",
        source=sources[number % 3],
        origin=sources[(number + 1) % 3] if number % 4 else None,
        language="en" if number % 11 == 0 else "ar",
        published_at=None if precision == "unknown" else moment,
        published_precision=precision,
        status="draft" if number % 13 == 12 else "published",
    )
    for place, actor in enumerate(actors):
        if number % (place + 2) == 0:
            status = "rejected" if number % 7 == 0 else "confirmed"
            Mention.objects.create(
                article=article, actor=actor, start=0, end=3, surface="خبر", part="title", status=status
            )
    return article


TIMES_END = datetime.max.replace(tzinfo=UTC)
TRIPOLI = timezone.get_fixed_timezone(timedelta(hours=2))


def rows():
    """Of each public article what it counts as: ``{"source": {"lana"}, "actor": {…}, …}``."""
    found = Article.objects.published().select_related("source", "origin", "report")
    return [row for row in map(row_of, found)]


def row_of(article):
    named = [mention.actor for mention in article.mentions.shown().select_related("actor")]
    original = getattr(getattr(article, "report", None), "original_id", None)
    copies = "only" if original is None else "first" if original == article.pk else "copy"
    return {
        "source": {article.source.slug},
        "origin": {article.origin.slug} if article.origin else set(),
        "actor": {actor.slug for actor in named if actor.kind != "place"},
        "place": {actor.slug for actor in named if actor.kind == "place"},
        "kind": {article.source.kind},
        "copies": {copies},
        "language": {article.language},
        **{unit: dated(article, unit) for unit in PATTERNS},
        "text": original or -article.pk,
        "moment": article.published_at or TIMES_END,
    }


def dated(article, unit):
    if article.published_precision not in Article.Precision.at_least(unit):
        return set()
    return {timezone.localtime(article.published_at).strftime(PATTERNS[unit])}


def fit(row, only, never):
    chosen = {name: {value for other, value in only if other == name} for name, _ in only}
    wanted = all(
        values <= row[name] if name in MANY else values & row[name] for name, values in chosen.items()
    )
    return wanted and not any(value in row[name] for name, value in never)


def counted(found, name):
    return Counter(value for row in found for value in row[name])


def shown(page):
    return {
        facet.name: {value.value: value.count for value in facet.values if value.count}
        for facet in page.facets
    }


def expected(everything, name, only, never):
    """Of a facet that is filtered itself: its values without that; of one with several values only what is excluded."""
    found = [row for row in everything if fit(row, only, never)]
    others = {pair for pair in never if pair[0] != name}
    if name in MANY:
        without = counted([row for row in everything if fit(row, only, others)], name)
        return counted(found, name) | {value: without[value] for other, value in never if other == name}
    kept = {pair for pair in only if pair[0] != name}
    return counted([row for row in everything if fit(row, kept, others)], name)


@EACH
@given(only=FILTERS, never=FILTERS)
def test_every_number_beside_a_value_is_that_of_the_database(archive, only, never):
    never -= only
    page = search(Query(only=tuple(only), never=tuple(never)))
    truth = {facet.name: +Counter(expected(archive, facet.name, only, never)) for facet in page.facets}
    assert page.total == sum(fit(row, only, never) for row in archive)
    assert shown(page) == truth
    assert {name for name, _ in only | never} <= truth.keys()


@EACH
@given(only=FILTERS, never=FILTERS, data=st.data())
def test_the_number_beside_a_value_is_what_a_click_on_it_finds(archive, only, never, data):
    page = search(Query(only=tuple(only), never=tuple(never - only)))
    facet = data.draw(st.sampled_from([facet for facet in page.facets if facet.values]))
    value = data.draw(st.sampled_from(facet.values))
    if value.state == "only":
        return
    adds = facet.name not in MANY and facet.name in dict(only)
    assert search(value.include).total == value.count + (page.total if adds else 0)


@EACH
@given(only=FILTERS, never=FILTERS)
def test_copies_are_told_from_texts_and_can_be_counted_once(archive, only, never):
    filters = {"only": tuple(only), "never": tuple(never - only)}
    page, once = search(Query(**filters)), search(Query(once=True, **filters))
    found = [row for row in archive if fit(row, only, never - only)]
    first = {}
    for row in sorted(found, key=lambda row: row["moment"]):
        first.setdefault(row["text"], row)
    assert (page.total, page.texts, once.total, once.texts) == (len(found), *[len(first)] * 3)
    if "source" not in dict((*only, *never)):
        assert shown(once).get("source", {}) == counted(first.values(), "source")


@EACH
@given(
    period=st.sampled_from(
        [(), (("year", "2019"),), (("month", "2019-02"),), (("year", "2020"), ("month", "2020-02"))]
    ),
    only=FILTERS,
)
def test_the_histogram_counts_what_was_found(archive, period, only):
    only = {pair for pair in only if pair[0] not in PATTERNS} | set(period)
    page = search(Query(only=tuple(only)))
    unit = ("year", "month", "day")[max((value.count("-") + 1 for _, value in period), default=0)]
    truth = counted([row for row in archive if fit(row, only, ())], unit)
    bars = page.histogram.bars if page.histogram else ()
    assert {bar.value: bar.count for bar in bars if bar.count} == (truth if len(truth) > 1 or bars else {})
    assert all(search(bar.query).total == bar.count for bar in bars if bar.count)
