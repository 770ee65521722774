import pytest

from articles.arabic.shaping import shaped


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("ليبيا", "ﺎﻴﺒﻴﻟ"),
        ("لا", "ﻻ"),
        ("عام 2024", "2024 ﻡﺎﻋ"),
        ("بعثة UNSMIL", "UNSMIL ﺔﺜﻌﺑ"),
        ("مُحَمَّد", "ﺪﻤﺤﻣ"),
        ("«لا» (نعم)", "(ﻢﻌﻧ) «ﻻ»"),
        ("سرت\nدرنة", "ﺕﺮﺳ\nﺔﻧﺭﺩ"),
    ],
)
def test_letters_are_joined_and_stand_as_the_eye_meets_them(text, seen):
    assert shaped(text) == seen


def test_arabic_inside_an_english_line():
    assert shaped("from سرت today", "L") == "from ﺕﺮﺳ today"
