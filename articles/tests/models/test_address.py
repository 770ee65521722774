import pytest

from articles.models import Article, Capture
from articles.models.address import settled

ARABIC = "%D8%B3%D8%B1%D8%AA"


@pytest.mark.parametrize(
    ("url", "kept"),
    [
        (f"https://marfa.example/{ARABIC}", "https://marfa.example/سرت"),
        (f"https://marfa.example/{ARABIC.lower()}/", "https://marfa.example/سرت/"),
        ("https://marfa.example/سرت", "https://marfa.example/سرت"),
        (" HTTPS://Marfa.Example:443/News#top", "https://marfa.example/News"),
        ("http://marfa.example:8080/", "http://marfa.example:8080/"),
        ("https://marfa.example/?id=7&utm_source=fb&fbclid=x", "https://marfa.example/?id=7"),
        ("https://marfa.example/?utm_source=fb", "https://marfa.example/"),
        ("https://marfa.example/#!/news/7", "https://marfa.example/#!/news/7"),
        ("https://marfa.example/a%2Fb%20c?q=%26", "https://marfa.example/a%2Fb%20c?q=%26"),
        ("https://marfa.example/%c7%d1", "https://marfa.example/%C7%D1"),
        ("https://marfa.example/%E2%80%AE1", "https://marfa.example/%E2%80%AE1"),
        ("http://[::1", "http://[::1"),
        ("", ""),
    ],
)
def test_an_address_has_one_form(url, kept):
    assert (settled(url), settled(settled(url))) == (kept, kept)


@pytest.mark.django_db
@pytest.mark.parametrize(("model", "index"), [(Article, "article_by_url"), (Capture, "capture_by_url")])
def test_addresses_are_looked_up_by_their_index(model, index):
    """SQLite takes an index of some rows only for a query that names these rows in the same words."""
    index_of = model._meta.indexes[[one.name for one in model._meta.indexes].index(index)]
    said = str(model.objects.filter(index_of.condition).query).partition(" WHERE ")[2].partition(" ORDER")[0]
    assert said in str(model.objects.of_addresses(["https://marfa.example/1"]).query)


@pytest.mark.django_db
def test_an_articles_twins_are_looked_up_by_the_same_index():
    said = 'NOT ("articles_article"."url" = )'
    assert said in str(Article.objects.same_as("https://marfa.example/1", "0" * 64).query)
