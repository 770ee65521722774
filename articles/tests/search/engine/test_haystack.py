"""What Haystack's SearchQuerySet promises, kept by this engine, over an index of plain Haystack fields."""

import datetime

import pytest
from haystack import connections, indexes
from haystack.exceptions import SearchBackendError
from haystack.query import SQ, SearchQuerySet
from haystack.utils.loading import UnifiedIndex
from whoosh.analysis import SpaceSeparatedTokenizer

from articles.models import Article
from articles.tests.builders import make_article, make_source

pytestmark = pytest.mark.django_db


class PlainIndex(indexes.SearchIndex, indexes.Indexable):
    text = indexes.CharField(document=True, model_attr="body", analyzer=SpaceSeparatedTokenizer())
    title = indexes.CharField(model_attr="title", analyzer=SpaceSeparatedTokenizer())
    source = indexes.CharField(model_attr="source__slug", faceted=True)
    words = indexes.MultiValueField(faceted=True)
    published = indexes.DateTimeField(model_attr="published_at")
    length = indexes.IntegerField()

    def get_model(self):
        return Article

    def prepare_words(self, article):
        return sorted(set(article.body.split()))

    def prepare_length(self, article):
        return len(article.body)

    def prepare_published(self, article):
        return article.published_at.replace(tzinfo=None)


@pytest.fixture
def backend(index_path, settings, monkeypatch):
    # Haystack keeps the dictionary itself: what is put into it must be taken out again.
    options = settings.HAYSTACK_CONNECTIONS["default"]
    monkeypatch.setitem(options, "ENGINE", "articles.search.engine.haystack.ArrayEngine")
    monkeypatch.setitem(options, "INCLUDE_SPELLING", True)
    connections.reload("default")
    unified = UnifiedIndex()
    unified.build(indexes=[PlainIndex()])
    connections["default"]._index = unified
    return connections["default"].get_backend()


@pytest.fixture
def articles(backend):
    lana, wal = make_source(slug="lana"), make_source(slug="wal")
    made = [
        make_article(title="أول", body="ليبيا طرابلس", source=lana, published_at=day(2011)),
        make_article(title="ثان", body="ليبيا بنغازي سرت", source=wal, published_at=day(2014)),
        make_article(title="ثالث", body="ليبيا سبها طرابلس درنة", source=lana, published_at=day(2014, 6)),
    ]
    backend.update(PlainIndex(), made)
    return made


def day(year, month=2):
    return datetime.datetime(year, month, 17, tzinfo=datetime.UTC)


def titles(found):
    return [result.title for result in found]


def test_filtering_excluding_and_choosing(articles):
    every = SearchQuerySet()
    assert sorted(titles(every.filter(content="طرابلس"))) == sorted(["أول", "ثالث"])
    assert titles(every.filter(content="ليبيا").exclude(content="طرابلس")) == ["ثان"]
    assert sorted(titles(every.filter(SQ(title="أول") | SQ(title="ثان")))) == sorted(["أول", "ثان"])
    assert titles(every.filter(source="wal")) == ["ثان"]
    assert titles(every.filter(text__startswith="بنغ")) == ["ثان"]
    assert titles(every.filter(text__fuzzy="بنغاذي")) == ["ثان"]
    assert titles(every.filter(length__gt=20)) == ["ثالث"]
    assert titles(every.filter(published__lt=datetime.date(2012, 1, 1))) == ["أول"]
    assert titles(every.models(Article).filter(content="سرت")) == ["ثان"]


def test_everything_and_nothing(articles):
    assert (len(SearchQuerySet()), len(SearchQuerySet().filter(content="ليس")), SearchQuerySet().count()) == (
        3,
        0,
        3,
    )


def test_an_object_comes_back_with_its_values(articles):
    (found,) = SearchQuerySet().filter(content="سرت")
    values = found.get_stored_fields()
    assert (found.object, values["words"], values["length"], values["published"]) == (
        articles[1],
        ["بنغازي", "سرت", "ليبيا"],
        16,
        datetime.datetime(2014, 2, 17),
    )


def test_ordering_by_one_and_by_several_in_one_direction(articles):
    every = SearchQuerySet().all()
    assert titles(every.order_by("-published")) == ["ثالث", "ثان", "أول"]
    assert titles(every.order_by("source", "length")) == ["أول", "ثالث", "ثان"]
    with pytest.raises(SearchBackendError):
        titles(every.order_by("source", "-length"))


def test_counting_by_values_and_by_time(articles):
    counts = (
        SearchQuerySet()
        .filter(content="ليبيا")
        .facet("source")
        .facet("words")
        .date_facet("published", datetime.date(2011, 1, 1), datetime.date(2015, 1, 1), gap_by="year")
        .facet_counts()
    )
    assert counts["fields"]["source"] == [("lana", 2), ("wal", 1)]
    assert counts["fields"]["words"][:2] == [("ليبيا", 3), ("طرابلس", 2)]
    assert counts["dates"]["published"] == [
        ((datetime.datetime(2014, 1, 1), datetime.datetime(2015, 1, 1)), 2),
        ((datetime.datetime(2011, 1, 1), datetime.datetime(2012, 1, 1)), 1),
    ]


def test_narrowing_does_not_score(articles):
    wide = {result.pk: result.score for result in SearchQuerySet().filter(content="ليبيا")}
    narrow = {
        result.pk: result.score for result in SearchQuerySet().filter(content="ليبيا").narrow("source:lana")
    }
    assert narrow == {str(article.pk): wide[str(article.pk)] for article in (articles[0], articles[2])}


def test_words_found_are_marked_with_the_field_s_own_analyser(articles):
    (found,) = SearchQuerySet().filter(content="سرت").highlight()
    assert found.highlighted == {"text": ["ليبيا بنغازي <em>سرت</em>"]}


def test_likeness(articles):
    assert titles(SearchQuerySet().more_like_this(articles[0]))[0] == "ثالث"
    assert articles[0].title not in titles(SearchQuerySet().more_like_this(articles[0]))


def test_the_nearest_spelling(articles):
    assert SearchQuerySet().filter(content="طرابلص").spelling_suggestion() == "طرابلس"


def test_taking_out_one_a_kind_and_all(articles, backend):
    backend.remove(articles[0])
    without_one = SearchQuerySet().count()
    backend.clear([Article])
    without_articles = SearchQuerySet().count()
    backend.update(PlainIndex(), articles)
    backend.clear()
    assert (without_one, without_articles, SearchQuerySet().count()) == (2, 0, 0)


def test_putting_in_anew_makes_no_second(articles, backend):
    backend.update(PlainIndex(), articles)
    backend.optimize()
    assert (SearchQuerySet().count(), len(backend.index.snapshot().segments)) == (3, 1)


def test_pages(articles):
    by_length = SearchQuerySet().all().order_by("length")
    assert [titles(by_length[:2]), titles(by_length[2:4])] == [["أول", "ثان"], ["ثالث"]]
