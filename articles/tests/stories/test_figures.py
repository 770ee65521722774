import pytest

from articles.stories.figures import disagreements, figures


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("حصيلة الاشتباكات 32 قتيلًا و159 جريحًا.", [("قتيل", 32), ("جريح", 159)]),
        ("عدد الوفيات تجاوز 5300.", [("قتيل", 5300)]),
        ("مقتل ٥٣ شخصًا في الغارة.", [("قتيل", 53)]),
        ("فاز باثنين وتسعين صوتًا.", [("صوت", 92)]),
        ("نال مئة وأحد عشر صوتًا.", [("صوت", 111)]),
        ("صرف 3 مليارات دينار.", [("دينار", 3_000_000_000)]),
        ("بحضور ثلاثة آلاف ناخب.", [("ناخب", 3000)]),
        ("تُجرى في 24 ديسمبر المقبل.", [("ديسمبر", 24)]),
        ("تُجرى في الرابع والعشرين من ديسمبر.", [("ديسمبر", 24)]),
        ("المرة الأولى في ديسمبر.", []),
        ("غرق ثمانية عشر مهاجرًا وخمسون مفقودًا.", [("مهاجر", 18), ("مفقود", 50)]),
        ("سقط ألف وخمسمئة قتيل.", [("قتيل", 1500)]),
        ("بتصدير مئتين وسبعين ألف برميل.", [("برميل", 270_000)]),
        ("بحضور خمسة عشر ألفًا ومئتي ناخب.", [("ناخب", 15_200)]),
        ("كلفته ثلاثمئة مليون دولار.", [("دولار", 300_000_000)]),
        ("أحد النواب قال ذلك عام 2014.", []),
    ],
)
def test_what_a_number_counts(text, found):
    assert [(figure.about, figure.value) for figure in figures(text)] == found


def test_a_figure_knows_how_it_was_written_and_its_sentence():
    (figure,) = figures("هدوء حذر. ارتفعت الحصيلة إلى 32 قتيلًا.")
    assert (figure.written, figure.sentence) == ("32", "ارتفعت الحصيلة إلى 32 قتيلًا.")


def values(*texts):
    return [
        (about, {name: [figure.value for figure in told] for name, told in by_text.items()})
        for about, by_text in disagreements(dict(enumerate(texts)))
    ]


def test_texts_that_count_otherwise_disagree():
    assert values("سقط 23 قتيلًا.", "سقط 32 قتيلًا.") == [("قتيل", {0: [23], 1: [32]})]


def test_texts_that_share_a_value_do_not():
    assert values("سقط 23 قتيلًا ثم 32 قتيلًا.", "سقط 32 قتيلًا.") == []


def test_what_only_one_counts_is_no_disagreement():
    assert values("سقط 23 قتيلًا.", "عاد الهدوء.") == []
