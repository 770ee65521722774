"""The analysis learns the archive's own words and names, and can forget them."""

import pytest
from django.core.management import call_command

from articles.search import own_words
from articles.search.analysis import analyzer, asked
from articles.tests.builders import make_actor, make_article

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def afresh(tmp_path, settings):
    """An analysis made anew before and after, with its words in a place of the test's own."""
    settings.ANALYSIS_DIR = tmp_path / "analysis"
    analyzer.cache_clear()
    yield
    analyzer.cache_clear()


def make():
    call_command("make_lexicon", verbosity=0)
    analyzer.cache_clear()


def test_the_archives_words_are_counted_with_the_shipped_ones():
    before = own_words.lexicon()["بركوكشات"]
    make_article(body="بركوكشات بركوكشات بركوكشات")
    make()
    assert (before, own_words.lexicon()["بركوكشات"]) == (0, 3)


def test_a_word_of_the_archive_lets_its_conjunction_go():
    make_article(body="بركوكش " * 5)
    make()
    assert [word.bare for word in asked("وبركوكش")] == ["بركوكش"]


def test_names_of_people_and_places_are_left_whole():
    make_actor("والي بوهدمة")
    make_actor("هيئة الوكلاء", kind="organisation")
    make()
    assert ({"والي", "بوهدمه"} <= own_words.protected(), "الوكلاء" in own_words.protected()) == (True, False)


def test_another_version_is_told_and_can_be_undone():
    shipped = analyzer().version
    make_article(body="بركوكشات بركوكشات بركوكشات")
    make()
    own = analyzer().version
    call_command("make_lexicon", "--forget", verbosity=0)
    analyzer.cache_clear()
    assert (own != shipped, analyzer().version) == (True, shipped)
