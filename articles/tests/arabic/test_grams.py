import pytest

from articles.arabic.grams import grams


@pytest.mark.parametrize(
    ("word", "found"),
    [
        ("وزير", ("_وزي", "وزير", "زير_")),
        ("سرت", ("_سرت", "سرت_")),
        ("من", ("_من_",)),
        ("و", ("_و_",)),
    ],
)
def test_a_word_is_read_four_letters_at_a_time(word, found):
    assert grams(word) == found
