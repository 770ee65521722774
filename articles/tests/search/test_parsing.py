"""The query language: what each sign means, and that nothing typed is ever refused."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from articles.arabic.partial_date import PartialDate
from articles.search.grammar import MOST_TERMS
from articles.search.parsing import parse
from articles.search.syntax import (
    Bag,
    Both,
    Dated,
    Either,
    Field,
    Nothing,
    Often,
    Phrase,
    Together,
    Without,
    Word,
    written,
)

HAFTAR, DBEIBAH, SALEH = Word("حفتر"), Word("الدبيبة"), Word("صالح")
COUNCIL = Phrase(("مجلس", "النواب"))


@pytest.mark.parametrize(
    ("typed", "tree"),
    [
        ("حفتر", HAFTAR),
        ("حفتر الدبيبة", Bag((HAFTAR, DBEIBAH))),
        ("حفتر أو صالح", Either((HAFTAR, SALEH))),
        ("حفتر او صالح", Either((HAFTAR, SALEH))),
        ("حفتر OR صالح", Either((HAFTAR, SALEH))),
        ("حفتر || صالح", Either((HAFTAR, SALEH))),
        ("حفتر أو صالح أو حفتر", Either((HAFTAR, SALEH))),
        ("حفتر أو حفتر", HAFTAR),
        ("حفتر or صالح", Bag((HAFTAR, Word("or"), SALEH))),
        ("حفتر و صالح", Both((HAFTAR, SALEH))),
        ("حفتر AND صالح", Both((HAFTAR, SALEH))),
        ("حفتر && صالح", Both((HAFTAR, SALEH))),
        ("حفتر وصالح", Bag((HAFTAR, Word("وصالح")))),
        ("حفتر ليس صالح", Both((HAFTAR, Without(SALEH)))),
        ("حفتر NOT صالح", Both((HAFTAR, Without(SALEH)))),
        ("حفتر AND NOT صالح", Both((HAFTAR, Without(SALEH)))),
        ("حفتر -صالح", Bag((HAFTAR, Without(SALEH)))),
        ("NOT حفتر", Without(HAFTAR)),
        ("ليس حفتر", HAFTAR),
        ("«ليس حفتر»", Phrase(("ليس", "حفتر"))),
        ("أو حفتر", HAFTAR),
        ("حفتر و صالح أو الدبيبة", Either((Both((HAFTAR, SALEH)), DBEIBAH))),
        ("حفتر و (صالح أو الدبيبة)", Both((HAFTAR, Either((SALEH, DBEIBAH))))),
        ("«مجلس النواب»", COUNCIL),
        ("“مجلس النواب”", COUNCIL),
        ("”مجلس النواب“", COUNCIL),
        ('"مجلس النواب"', COUNCIL),
        ('"فلان فلاني"ّ~5', Phrase(("فلان", "فلاني"), slop=5)),
        ("«فلان فلاني»~٥", Phrase(("فلان", "فلاني"), slop=5)),
        ("«فلان فلاني» ~5", Phrase(("فلان", "فلاني"), slop=5)),
        ("=مسؤول", Word("مسؤول", exact=True)),
        ("=«مسؤول كبير»", Phrase(("مسؤول", "كبير"), exact=True)),
        ('="مسؤول كبير"', Phrase(("مسؤول", "كبير"), exact=True)),
        ("+حفتر صالح", Bag((Phrase(("حفتر",)), SALEH))),
        ("بنغاز*", Word("بنغاز*")),
        ("*غاز**ي", Word("*غاز*ي")),
        ("حفتر~", Word("حفتر", near=1)),
        ("حفتر~2", Word("حفتر", near=2)),
        ("عنوان:حفتر", Field("title", HAFTAR)),
        ("title:حفتر", Field("title", HAFTAR)),
        ("عنوان: حفتر", Field("title", HAFTAR)),
        ("مصدر:«قناة سرت» حفتر", Bag((Field("source", Phrase(("قناة", "سرت"))), HAFTAR))),
        ("شخص:حفتر", Field("actor", HAFTAR)),
        ("جهة:(حفتر أو صالح)", Field("actor", Either((HAFTAR, SALEH)))),
        ("مكان:سرت", Field("place", Word("سرت"))),
        ("تاريخ:2019", Dated(PartialDate(2019), PartialDate(2019))),
        ("date:٢٠١٩", Dated(PartialDate(2019), PartialDate(2019))),
        ("تاريخ:[2019-04..2020-06]", Dated(PartialDate(2019, 4), PartialDate(2020, 6))),
        ("تاريخ:[أبريل 2019 الى 2020]", Dated(PartialDate(2019, 4), PartialDate(2020))),
        ("تاريخ:[2019 to 2020]", Dated(PartialDate(2019), PartialDate(2020))),
        ("تاريخ:[2019..]", Dated(PartialDate(2019), None)),
        ("تاريخ:[2021..2019]", Dated(PartialDate(2019), PartialDate(2021))),
        ("تاريخ:\u2066[2019..2020]\u2069", Dated(PartialDate(2019), PartialDate(2020))),
        ("حفتر>=3", Often(HAFTAR, 3)),
        ("حفتر ≥ ٣", Often(HAFTAR, 3)),
        ("«مجلس النواب»>=2", Often(COUNCIL, 2)),
        ("(حفتر أو صالح)>=3", Often(Either((HAFTAR, SALEH)), 3)),
        ("بنغاز*>=2", Often(Word("بنغاز*"), 2)),
        ("عنوان:حفتر>=2", Field("title", Often(HAFTAR, 2))),
        ("«مجلس النواب» /جملة حفتر", Together((COUNCIL, HAFTAR), "sentence")),
        ("حفتر /جملة (صالح أو «مجلس النواب»)", Together((HAFTAR, Either((SALEH, COUNCIL))), "sentence")),
        ("حفتر /جملة (صالح الدبيبة)", Together((HAFTAR, SALEH, DBEIBAH), "sentence")),
        (
            "حفتر /جملة صالح /فقرة الدبيبة",
            Together((Together((HAFTAR, SALEH), "sentence"), DBEIBAH), "paragraph"),
        ),
        ("حفتر /جملة الدبيبة", Together((HAFTAR, DBEIBAH), "sentence")),
        ("حفتر /sentence الدبيبة", Together((HAFTAR, DBEIBAH), "sentence")),
        ("حفتر /فقرة الدبيبة", Together((HAFTAR, DBEIBAH), "paragraph")),
        ("حفتر /5 الدبيبة /5 صالح", Together((HAFTAR, DBEIBAH, SALEH), "5")),
        ("رقم 2755 (2024)", Bag((Word("رقم"), Word("2755"), Word("2024")))),
        ("سرت-الجفرة", Bag((Word("سرت"), Word("الجفرة")))),
        ("حفتر: لن نقبل", Bag((HAFTAR, Word("لن"), Word("نقبل")))),
    ],
)
def test_a_search_reads_as(typed, tree):
    assert parse(typed).tree == tree


@pytest.mark.parametrize(
    ("typed", "tree", "notices"),
    [
        ("«مجلس النواب", COUNCIL, ("quote",)),
        ("(حفتر", HAFTAR, ("parenthesis",)),
        ("حفتر)", HAFTAR, ("parenthesis",)),
        ("حفتر AND", HAFTAR, ("operator",)),
        ("AND OR", Nothing(), ("operator", "empty")),
        ("و", Nothing(), ("empty",)),
        ("حفتر /جملة", HAFTAR, ("operator",)),
        ("تاريخ:قديم", Word("قديم"), ("date",)),
        ("تاريخ:[كذا..وكذا]", Nothing(), ("date", "empty")),
        ("«أ ب»~999", Phrase(("أ", "ب"), slop=50), ("slop",)),
        ("«أ ب»~2>=3", Phrase(("أ", "ب"), slop=2), ("times",)),
        ("(حفتر -صالح)>=3", Bag((HAFTAR, Without(SALEH))), ("times",)),
        (
            "حفتر /جملة (صالح -الدبيبة)",
            Bag((Together((HAFTAR, SALEH), "sentence"), Without(DBEIBAH))),
            ("apart",),
        ),
        ("حفتر /جملة تاريخ:2019", Bag((HAFTAR, Dated(PartialDate(2019), PartialDate(2019)))), ("apart",)),
        ("حفتر~7", Word("حفتر", near=2), ("near",)),
        ("أب* " * 9, Bag((Word("أب*"),) * 8), ("shapes",)),
        ("", Nothing(), ()),
        ("\x00\x1f", Nothing(), ()),
        ("- * ؟ !", Nothing(), ("empty",)),
        ("(" * 40 + "حفتر" + ")" * 40, HAFTAR, ("deep", "parenthesis")),
    ],
)
def test_what_cannot_be_read_as_typed_is_read_sensibly_and_said(typed, tree, notices):
    reading = parse(typed)
    assert (reading.tree, reading.notices) == (tree, notices)


SENTENCE = "هل يستقيل رئيس الحكومة أو يبقى في منصبه بعد اجتماع أمس"
LEFT, RIGHT = (Bag(tuple(map(Word, side.split()))) for side in SENTENCE.split(" أو "))


@pytest.mark.parametrize(
    ("typed", "joins", "tree", "how"),
    [
        (SENTENCE, "", Bag(LEFT.parts + RIGHT.parts), "words"),
        (SENTENCE, "operators", Either((LEFT, RIGHT)), "operators"),
        (SENTENCE.replace("أو", "OR"), "", Either((LEFT, RIGHT)), ""),
        ("حفتر أو صالح", "", Either((HAFTAR, SALEH)), "operators"),
        ("حفتر أو صالح", "words", Bag((HAFTAR, SALEH)), "words"),
        ("أو حفتر", "", HAFTAR, ""),
    ],
)
def test_an_arabic_operator_between_words_is_read_in_either_way_and_that_is_said(typed, joins, tree, how):
    reading = parse(typed, joins)
    assert (reading.tree, reading.joins, reading.joining) == (tree, how, ("أو",) if how else ())


def test_a_search_of_ten_thousand_letters_is_cut_and_said():
    reading = parse("كلمة " * 2000)
    assert (len(reading.tree.parts), reading.notices) == (MOST_TERMS, ("long", "many"))


SIGNS = """حفتر الدبيبة صالح أو و ليس AND OR NOT ( ) « » " “ ” ~5 ~ * - = + : عنوان: مصدر:وال تاريخ: تاريخ:2019 [ .. ]
/جملة /5 >=3 مُحَمَّد ﷲ 2024 a.b@c.ly http://x.y"""
PIECES = st.sampled_from([*SIGNS.split(), "\u0651", "\u200f", "\x00"])
TYPED = st.one_of(
    st.text(max_size=60),
    st.lists(PIECES, max_size=14).map(" ".join),
    st.lists(PIECES, max_size=14).map("".join),
)


def test_a_reading_is_written_in_the_readers_language():
    tree = parse("عنوان:هدنة (حفتر أو صالح) /جملة سرت تاريخ:2019").tree
    assert (written(tree), written(tree, "en")) == (
        "عنوان:هدنة (حفتر أو صالح) /جملة سرت تاريخ:2019",
        "title:هدنة (حفتر OR صالح) /sentence سرت date:2019",
    )


@given(TYPED)
@example("HTTP://~:")
def test_whatever_is_typed_reads_and_its_reading_reads_the_same(typed):
    tree = parse(typed).tree
    assert [parse(written(tree, language)).tree for language in ("ar", "en")] == [tree, tree]
