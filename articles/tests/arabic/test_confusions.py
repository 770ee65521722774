import pytest

from articles.arabic.confusions import consonants_apart, respelt


@pytest.mark.parametrize(
    ("word", "other"),
    [
        ("ضاهر", "ظاهر"),
        ("الذيب", "الديب"),
        ("ثامر", "تامر"),
        ("سرمان", "صرمان"),
        ("القطراني", "الغطراني"),
        ("باشاغا", "باشاغه"),
        ("موسي", "موسا"),
        ("مءصده", "موصده"),
        ("الدبيبه", "الدبيهب"),
    ],
)
def test_a_usual_mistake_leads_from_either_spelling_to_the_other(word, other):
    assert (other in respelt(word), word in respelt(other)) == (True, True)


@pytest.mark.parametrize(("word", "other"), [("حفتر", "حفيد"), ("علي", "عدي"), ("سيف", "فسي")])
def test_any_other_letter_or_order_is_another_word(word, other):
    assert other not in respelt(word)


@pytest.mark.parametrize(
    ("one", "other", "apart"), [("غوتيريش", "كوتيرس", 2), ("انتخاب", "انتحار", 4), ("بيريللو", "بريلو", 1)]
)
def test_consonants_tell_words_apart(one, other, apart):
    assert consonants_apart(one, other) == apart
