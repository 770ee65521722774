import pytest

from articles.arabic.grams import Grams, grams
from articles.arabic.vocabulary import Vocabulary


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


def test_the_grams_of_many_words_are_read_as_numbers():
    words = Vocabulary()
    runs = words.kept(Grams, str)
    counts, numbers = runs.of(words.numbers(["سرت", "من", "سرت"]))
    assert counts.tolist() == [2, 1, 2]
    assert runs.terms[numbers].tolist() == ["_سرت", "سرت_", "_من_", "_سرت", "سرت_"]
    assert words.kept(Grams, str) is runs
