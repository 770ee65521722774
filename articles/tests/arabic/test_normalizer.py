import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.arabic.letters import CONTEXT_RULES, RULES
from articles.arabic.normalizer import Folded, exact, fold

# What each rule does, by its name: (written, folded).
EXAMPLES = {
    "zero width": [("مي\u200cخواهد", "ميخواهد"), ("لي\ufeffبيا", "ليبيا"), ("طرا\u00adبلس", "طرابلس")],
    "direction marks": [("\u200fحفتر\u200e", "حفتر"), ("\u2067سرت\u2069", "سرت")],
    "tatweel": [("مصـــراتة", "مصراته"), ("1445هـ", "1445ه")],
    "presentation forms": [("ﷲ", "الله"), ("ﻻ", "لا"), ("ﻷﺣﻤﺪ", "لاحمد"), ("ﻟﻴﺒﻴﺎ", "ليبيا"), ("ﺔ", "ه")],
    "tashkeel": [("مُحَمَّدٌ", "محمد"), ("الدُّبَيْبَةِ", "الدبيبه"), ("شيئًا", "شييا")],
    "superscript alef": [("هٰذا", "هذا"), ("الرحمٰن", "الرحمن")],
    "alef": [("أحمد", "احمد"), ("إدريس", "ادريس"), ("آمنة", "امنه"), ("ٱلله", "الله")],
    "alef maksura": [("مصطفى", "مصطفي"), ("إلى", "الي")],
    "teh marbuta": [("حكومة", "حكومه"), ("مدينةٌ", "مدينه")],
    "hamza on waw": [("مؤتمر", "موتمر"), ("لؤي", "لوي")],
    "persian and urdu look-alikes": [("کتاب", "كتاب"), ("لیبیا", "ليبيا"), ("ہم", "هم"), ("ھذا", "هذا")],
    "letters for foreign sounds": [("گرگاش", "كركاش"), ("پولندا", "بولندا"), ("ڤيتو", "فيتو")],
    "arabic-indic digits": [("٢٠٢٤", "2024")],
    "persian digits": [("۲۰۲۴", "2024")],
    "decimal sign": [("٣٫٥", "3.5")],
    "thousands sign": [("٢٬٧٥٥", "2755")],
    "latin": [("UNSMIL", "unsmil"), ("Gadhafí", "gadhafi"), ("Straße", "strasse")],
    "latin accents": [("e\u0301lite", "elite")],
    "apostrophes": [("Qa’ida", "qa'ida"), ("Qaʿida", "qaida")],
    "hamza on yeh before waw": [("مسئول", "مسوول"), ("شُئُون", "شوون")],
    "hamza on yeh": [("رئيس", "رييس"), ("ي\u0654", "ي")],
    "hamza before alef": [("ءَامَنَ", "امن"), ("جزءا", "جزءا")],
    "comma of thousands": [("1,250,000", "1250000"), ("5,12", "5,12")],
}


def test_every_rule_has_its_example():
    assert set(EXAMPLES) == {rule.name for rule in (*RULES, *CONTEXT_RULES)}


@pytest.mark.parametrize(
    ("rule", "written", "folded"),
    [(rule, written, folded) for rule, pairs in EXAMPLES.items() for written, folded in pairs],
)
def test_a_rule_folds_its_letter(rule, written, folded):
    assert (fold(written), Folded(written).text) == (folded, folded)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("مسؤول", "مسئول"),
        ("شؤون", "شئون"),
        ("مَسْئُول", "مسؤول"),
        ("أحمد", "ا\u0654حمد"),
        ("مؤتمر", "مو\u0654تمر"),
        ("آل", "ا\u0653ل"),
        ("é", "e\u0301"),
        ("١٬٠٠٠٫٥", "1,000.5"),
        ("علی", "على"),
    ],
)
def test_two_spellings_of_a_word_fold_alike(one, other):
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("مُحَمَّد", "مُحَمَّد"),
        ("أحمد", "أحمد"),
        ("حكومة", "حكومة"),
        ("ا\u0654حمد", "أحمد"),
        ("مـحـمد", "محمد"),
        ("\u200fسرت", "سرت"),
        ("ﷲ", "الله"),
        ("ﻷ", "لأ"),
        ("UN", "UN"),
        ("٢٤", "٢٤"),
    ],
)
def test_exact_removes_only_what_is_not_spelling(written, kept):
    assert exact(written) == kept


@pytest.mark.parametrize(
    ("text", "word", "surface"),
    [
        ("قال مُحَمَّدٌ اليوم", "محمد", "مُحَمَّدٌ"),
        ("رحمه ﷲ تعالى", "الله", "ﷲ"),
        ("وﻻ شيء", "لا", "ﻻ"),
        ("في مصـــراتة أمس", "مصراته", "مصـــراتة"),
        ("\u200fحفتر\u200f قال", "حفتر", "حفتر"),
        ("لي\u200dبيا", "ليبيا", "لي\u200dبيا"),
        ("قال ا\u0654حمد", "احمد", "ا\u0654حمد"),
        ("نحو 1,250,000 دينار", "1250000", "1,250,000"),
        ("حيّ Straße قريب", "strasse", "Straße"),
        ("عام 1445هـ", "1445ه", "1445هـ"),
    ],
)
def test_a_folded_word_is_found_again_in_its_own_spelling(text, word, surface):
    folded = Folded(text)
    at = folded.text.index(word)
    assert folded.surface(at, at + len(word)) == surface


def test_an_empty_span_stands_before_the_next_letter():
    folded = Folded("ـسرت")
    assert [folded.span(0, 0), folded.span(3, 3)] == [(1, 1), (4, 4)]


LETTERS = st.sampled_from(
    "اأإآٱبتةثجدذرسعقلموؤيئىهءکیﷲﻻﻷﷺ۲٢9.,٬٫ aéÉßÇ'’\n"
    "\u0640\u064e\u0651\u0670\u0653\u0654\u0655\u0301\u200c\u200f\u2067\ufeff"
)


@given(st.text(LETTERS))
def test_folding_twice_changes_nothing(text):
    assert fold(fold(text)) == fold(text)


@given(st.text(LETTERS))
def test_the_two_ways_to_fold_agree(text):
    assert Folded(text).text == fold(text)


@given(st.text(), st.integers(0, 50), st.integers(0, 50))
def test_every_span_lies_in_the_original(text, start, length):
    folded = Folded(text)
    start = min(start, len(folded.text))
    end = min(start + length, len(folded.text))
    first, last = folded.span(start, end)
    assert 0 <= first <= last <= len(text)
    assert (first < last) == (start < end)
