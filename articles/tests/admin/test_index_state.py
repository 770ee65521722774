"""The desk says when the search index is not what it should be."""

import pytest
from django.urls import reverse

from articles.search.outbox import drain
from articles.tests.builders import make_article

TOLD = "made by another version of the analysis"


@pytest.mark.parametrize(("version", "told"), [(None, False), ("another", True)])
def test_the_desk_says_that_the_index_is_outdated(admin_client, monkeypatch, version, told):
    make_article()
    drain()
    if version:
        monkeypatch.setattr("articles.search.upkeep.version", lambda: version)
    page = admin_client.get(reverse("admin:index")).content.decode()
    assert (TOLD in page) == told
