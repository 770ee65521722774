from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.arabic.tokenizer import SHAPES, tokens


def words(text):
    return [token.surface for token in tokens(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("قال مُحَمَّدٌ: «نَعَم»", ["قال", "مُحَمَّدٌ", "نَعَم"]),
        ("والحكومة فالناس بالأمن كالنار للبرلمان", ["والحكومة", "فالناس", "بالأمن", "كالنار", "للبرلمان"]),
        ("أ.د علي، د. سالم و أ. هدى", ["أ.د", "علي", "د.", "سالم", "و", "أ.", "هدى"]),
        ("سنة 642 ق.م. تقريبا", ["سنة", "642", "ق.م.", "تقريبا"]),
        ("U.N. and the U.S.A today", ["U.N.", "and", "the", "U.S.A", "today"]),
        ("رقم 2755 (2024)", ["رقم", "2755", "2024"]),
        ("14/2/2024 و 2024-02-14 عند 14:30", ["14/2/2024", "و", "2024-02-14", "عند", "14:30"]),
        ("١٬٠٠٠٫٥ و1,250,000 و3.5%", ["١٬٠٠٠٫٥", "و", "1,250,000", "و", "3.5"]),
        ("بين 2019-2020", ["بين", "2019", "2020"]),
        ("عام 1445هـ و20م", ["عام", "1445", "هـ", "و", "20", "م"]),
        ("al-Qa'ida, O’Neil; Franco-German", ["al-Qa'ida", "O’Neil", "Franco", "German"]),
        ("F16 و3G وG20", ["F16", "و", "3G", "و", "G20"]),
        ("راسل a.b+c@libya.gov.ly الآن", ["راسل", "a.b+c@libya.gov.ly", "الآن"]),
        ("في https://lana.ly/a?b=1. ثم", ["في", "https://lana.ly/a?b=1", "ثم"]),
        ("#ليبيا_حرة @user", ["ليبيا", "حرة", "user"]),
        ("محمدﷺ ورحمه ﷲُ", ["محمد", "ورحمه", "ﷲُ"]),
        ("رحمه ﷲ. وقال د. علي", ["رحمه", "ﷲ", "وقال", "د.", "علي"]),
        ("\u200fحفتر\u200f مي\u200cخواهد", ["حفتر", "مي\u200cخواهد"]),
        ("انتهى.قال", ["انتهى", "قال"]),
        ("مصـــراتة ﻟﻴﺒﻴﺎ", ["مصـــراتة", "ﻟﻴﺒﻴﺎ"]),
        ("؟!… — ", []),
    ],
)
def test_words_stay_whole(text, found):
    assert words(text) == found


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("ليبيا", "word"),
        ("أ.د", "initials"),
        ("U.N.", "initials"),
        ("د. ", "title"),
        ("م.", "letter"),
        ("https://a.ly", "url"),
        ("a@b.ly", "email"),
        ("14/2/2024", "date"),
        ("14:30", "time"),
        ("3.5", "number"),
        ("Haftar", "latin"),
    ],
)
def test_a_token_names_its_shape(text, kind):
    assert [token.kind for token in tokens(text)] == [kind]


@given(st.text())
def test_tokens_stand_in_order_where_they_say(text):
    found = list(tokens(text))
    assert [text[t.start : t.end] for t in found] == [t.surface for t in found]
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert {t.kind for t in found} <= set(SHAPES)
