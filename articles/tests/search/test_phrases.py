"""The archive's own phrases: when they are learned, and how they are found again."""

import pytest

from articles.search.beginnings import Beginnings
from articles.search.phrases import learn, learn_if_grown, path, phrases
from articles.tests.builders import make_article

pytestmark = pytest.mark.django_db
NAMES = Beginnings.of([("خليفة حفتر", 1), ("صدام خليفة حفتر", 2), ("مجلس النوّاب", 3)])


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        (["خل"], {1, 2}),
        (["خل", "حف"], {1, 2}),
        (["صدام", "حف"], set()),
        (["النواب"], {3}),
        (["واب"], set()),
        (["حفتر", "خل"], set()),
    ],
)
def test_a_name_is_found_by_how_its_words_begin(typed, found):
    assert NAMES.beginning(typed) == found


def test_nothing_is_found_among_no_names():
    assert Beginnings.of([]).beginning(["حف"]) == set()


def test_phrases_are_those_of_what_the_public_may_read():
    for status in ("published", "published", "published", "draft"):
        make_article(title="حفل الافتتاح", body="كلمة قصيرة.", status=status)
    for _ in range(4):
        make_article(title="خبر", body="شيء آخر.")
    learn()
    assert path().read_text(encoding="utf-8").splitlines() == [
        "# Phrases of 7 articles",
        "4\tشيء آخر",
        "3\tحفل الافتتاح",
        "3\tكلمة قصيرة",
    ]
    assert phrases().beginning(["الا"], 5) == ["حفل الافتتاح"]


@pytest.mark.parametrize(
    ("before", "now", "learned"),
    [(100, 120, False), (100, 121, True), (100, 79, True), (1000, 1050, False), (1000, 1051, True)],
)
def test_they_are_learned_again_where_the_archive_has_grown(analysis, before, now, learned):
    analysis.mkdir()
    path().write_text(f"# Phrases of {before} articles\n", encoding="utf-8")
    learn_if_grown(now)
    assert path().read_text(encoding="utf-8") == f"# Phrases of {0 if learned else before} articles\n"


def test_without_any_none_are_offered():
    assert phrases().beginning(["حف"], 5) == []
