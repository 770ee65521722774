"""An index made by other rules is noticed, and made anew."""

import pytest

from articles.search.checks import index_is_good
from articles.search.outbox import drain
from articles.search.upkeep import rebuild
from articles.tests.builders import make_article


@pytest.mark.django_db
def test_an_index_of_another_analysis_is_told_until_it_is_made_anew(monkeypatch):
    make_article()
    drain()
    before = index_is_good(None)
    for module in ("backend", "upkeep"):
        monkeypatch.setattr(f"articles.search.{module}.version", lambda: "another")
    noticed = [warning.id for warning in index_is_good(None)]
    rebuild()
    assert (before, noticed, index_is_good(None)) == ([], ["articles.W001"], [])
