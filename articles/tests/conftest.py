"""The index of a test is a directory of its own, so that no test touches the one in use."""

import pytest
from haystack import connections

from articles.actors import finding, linking
from articles.search import directory


@pytest.fixture(autouse=True)
def index_path(tmp_path, settings):
    """Where this test's index lives; Haystack's connections are made anew for it."""
    settings.HAYSTACK_CONNECTIONS["default"]["PATH"] = str(tmp_path / "index")
    connections.reload("default")
    directory.forget()
    return tmp_path / "index"


@pytest.fixture(autouse=True)
def media(tmp_path, settings):
    """Where this test's captures are kept."""
    settings.MEDIA_ROOT = tmp_path / "media"
    return settings.MEDIA_ROOT


@pytest.fixture(autouse=True)
def analysis(tmp_path, settings):
    """Where this test's own words and phrases are kept."""
    settings.ANALYSIS_DIR = tmp_path / "analysis"
    return settings.ANALYSIS_DIR


@pytest.fixture(autouse=True)
def register():
    """What is kept of the register is known by its numbers, and what a test takes back gives them out anew."""
    for kept in (linking._gazetteer, finding._spellings, finding._romaniser):
        kept.cache_clear()
