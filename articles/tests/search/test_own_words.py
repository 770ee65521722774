"""The analysis learns the archive's own words and names as it grows, and can forget them."""

from unittest.mock import Mock

import pytest
from django.core.management import call_command

from articles.models import Article
from articles.search import Query, analysis, own_words, search
from articles.search.analysis import asked
from articles.search.outbox import drain
from articles.search.upkeep import what_is_wrong
from articles.tests.builders import make_actor, make_article

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def afresh():
    """An analysis made anew before and after."""
    analysis.forget()
    yield
    analysis.forget()


@pytest.fixture
def small(monkeypatch):
    """An archive whose words are counted from four articles on."""
    monkeypatch.setattr(own_words, "LEAST", 4)


def make():
    call_command("make_lexicon", verbosity=0)
    analysis.forget()


def make_articles(count):
    for _ in range(count):
        make_article(body="بركوكش بركوكش بركوكش")


def test_the_archives_words_are_counted_with_the_shipped_ones():
    before = own_words.lexicon(own_words.newest())["بركوكشات"]
    make_article(body="بركوكشات بركوكشات بركوكشات")
    make()
    assert (before, own_words.lexicon(own_words.newest())["بركوكشات"]) == (0, 3)


def test_shares_of_the_archive_are_counted_and_added_up(monkeypatch):
    make_articles(3)
    monkeypatch.setattr(own_words, "by_shares", lambda work, shares: [work(share) for share in shares])
    monkeypatch.setattr(own_words, "connections", Mock())
    numbers = list(Article.objects.order_by("pk").values_list("pk", flat=True))
    assert own_words._count(numbers, 2)["بركوكش"] == own_words._count(numbers, 1)["بركوكش"] == 9


def test_a_word_of_the_archive_lets_its_conjunction_go():
    make_article(body="بركوكش " * 5)
    make()
    assert [word.bare for word in asked("وبركوكش")] == ["بركوكش"]


def test_names_of_people_and_places_are_left_whole():
    make_actor("والي بوهدمة")
    make_actor("هيئة الوكلاء", kind="organisation")
    make()
    protected = own_words.protected(own_words.newest())
    assert ({"والي", "بوهدمه"} <= protected, "الوكلاء" in protected) == (True, False)


def test_another_version_is_told_and_can_be_undone():
    shipped = analysis.version()
    make_article(body="بركوكشات بركوكشات بركوكشات")
    make()
    own = analysis.version()
    call_command("make_lexicon", "--forget", verbosity=0)
    analysis.forget()
    assert (own != shipped, analysis.version()) == (True, shipped)


def test_words_are_counted_again_when_the_archive_has_grown_by_half(small):
    made = []
    for _ in range(10):
        make_articles(1)
        own_words.renew()
        made.append(own_words.newest())
    assert list(dict.fromkeys(made)) == ["", "0001-of-4", "0002-of-6", "0003-of-9"]
    assert own_words.editions() == ["0001-of-4", "0002-of-6", "0003-of-9"]


def test_an_index_is_searched_with_its_own_edition_until_it_is_made_anew_with_the_newest(small):
    make_articles(4)
    drain()
    own_words.renew()
    before = (search(Query("وبركوكش")).total, analysis.edition(), what_is_wrong())
    call_command("index_worker", "--once")
    after = (search(Query("وبركوكش")).total, analysis.edition(), what_is_wrong())
    assert before == (0, "", "made before the archive's words were counted anew")
    assert after == (4, "0001-of-4", None)


def test_the_worker_counts_by_itself(small):
    make_articles(4)
    call_command("index_worker", "--once")
    assert (own_words.newest(), analysis.edition()) == ("0001-of-4", "0001-of-4")


def test_editions_that_nothing_uses_are_cleared_away(small):
    for _ in range(3):
        make_article()
        own_words.make()
    call_command("build_index", "--processes", "1")
    assert own_words.editions() == ["0002-of-2", "0003-of-3"]


def test_of_two_processes_that_count_at_once_the_first_is_kept(monkeypatch, settings):
    make_articles(1)
    naming = own_words._names

    def while_another_finishes():
        (settings.ANALYSIS_DIR / "0001-of-1").mkdir(parents=True)
        (settings.ANALYSIS_DIR / "0001-of-1" / "lexicon.txt").write_text("first")
        return naming()

    monkeypatch.setattr(own_words, "_names", while_another_finishes)
    own_words.make()
    kept = {path.name: path.joinpath("lexicon.txt").read_text() for path in settings.ANALYSIS_DIR.iterdir()}
    assert kept == {"0001-of-1": "first"}
