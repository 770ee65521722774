"""Numbers and what they count."""

import pytest
from django.utils.translation import override

from articles.templatetags.numbers import articles_counted, figure, number, share_of


@pytest.mark.parametrize(
    ("count", "arabic"),
    [
        (0, "لا مواد"),
        (1, "مادة واحدة"),
        (2, "مادتان"),
        (3, "3 مواد"),
        (11, "11 مادة"),
        (100, "100 مادة"),
        (2755, "2,755 مادة"),
    ],
)
def test_arabic_counts_in_six_forms(count, arabic):
    assert articles_counted(count) == arabic


def test_english_counts_in_two():
    with override("en"):
        assert [articles_counted(1), articles_counted(2)] == ["1 article", "2 articles"]


def test_digits_follow_the_setting(settings):
    settings.ARCHIVE_DIGITS = "arab"
    assert (number(2755), figure(2024)) == ('<bdi class="number">٢٬٧٥٥</bdi>', "٢٠٢٤")


@pytest.mark.parametrize(("count", "greatest", "share"), [(3, 12, 25), (1, 1000, 1), (0, 0, 0)])
def test_a_bar_always_shows(count, greatest, share):
    assert share_of(count, greatest) == share
