import pytest
from django.db import IntegrityError

from articles.models import Source, SourceDomain
from articles.models.source import domain_of
from articles.tests.builders import make_article, make_source

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("address", "domain"),
    [
        ("https://www.LANA.gov.ly/post?id=1", "lana.gov.ly"),
        ("http://al-marfa.example:8080/", "al-marfa.example"),
        ("al-marfa.example", "al-marfa.example"),
        ("", ""),
    ],
)
def test_an_address_is_known_by_its_bare_domain(address, domain):
    assert domain_of(address) == domain


def test_an_alternate_domain_finds_the_same_source():
    source = make_source()
    for domain in ("al-marfa.example", "al-marfa-news.example"):
        SourceDomain.objects.create(source=source, domain=domain)
    addresses = (
        "https://al-marfa.example/1",
        "https://www.al-marfa-news.example/x",
        "http://m.al-marfa.example/",
    )
    assert [Source.objects.by_domain(address) for address in addresses] == [source] * 3


def test_a_registered_sub_domain_is_a_source_of_its_own():
    parent, child = make_source(), make_source()
    SourceDomain.objects.create(source=parent, domain="news.example")
    SourceDomain.objects.create(source=child, domain="sport.news.example")
    assert Source.objects.by_domain("https://sport.news.example/") == child


def test_an_unknown_domain_finds_no_source():
    assert Source.objects.by_domain("https://nobody.example/") is None


def test_a_domain_belongs_to_one_source_only():
    SourceDomain.objects.create(source=make_source(), domain="one.example")
    with pytest.raises(IntegrityError):
        SourceDomain.objects.create(source=make_source(), domain="one.example")


def test_only_published_articles_count():
    source = make_source()
    make_article(source=source)
    make_article(source=source, status="draft")
    assert Source.objects.with_article_counts().get(pk=source.pk).article_count == 1
