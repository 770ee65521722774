import pytest

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
