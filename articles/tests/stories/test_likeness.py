import pytest

from articles.stories.likeness import asked_for, is_copy, is_series, likeness
from articles.stories.profile import STEP, Profile, packed, telling, unpacked
from articles.stories.rarity import Rarity, key
from articles.tests.stories.texts import COPY, OTHER, REPORT, RIVAL

RARITY = Rarity({}, 0)


def text(body, source="المرفأ"):
    return Profile(1, source, 0, "", body)


def check(one, other, expected):
    assert is_copy(one, other, RARITY) is expected
    assert is_copy(other, one, RARITY) is expected


def test_a_text_in_another_frame_is_a_copy():
    check(text(REPORT), text(COPY, "غربال"), True)


def test_a_text_cut_after_two_paragraphs_is_a_copy():
    check(text(REPORT), text("\n\n".join(REPORT.split("\n\n")[:2]), "غربال"), True)


@pytest.mark.parametrize("body", [RIVAL, OTHER])
def test_another_wording_is_no_copy(body):
    check(text(REPORT), text(body, "غربال"), False)


def test_an_item_of_a_few_words_is_never_a_copy():
    line = "عاجل: مجلس النواب يعقد جلسة طارئة في بنغازي مساء اليوم"
    check(text(line), text(line, "غربال"), False)


def test_a_form_filled_in_anew_is_no_copy():
    form = (
        "استقبل رئيس المجلس الرئاسي اليوم بديوان رئاسة المجلس سفير {} لدى ليبيا {} بمناسبة انتهاء مهام عمله،"
        " وتناول اللقاء بحث العلاقات الثنائية بين البلدين الصديقين وسبل تعزيزها بما يخدم المصالح المشتركة"
        " للشعبين، وأشاد الرئيس بجهود {}"
    )
    italy, turkey = form.format("إيطاليا", "بوتشينو", "روما"), form.format("تركيا", "يلماز", "أنقرة")
    check(text(italy), text(turkey, "غربال"), False)


def test_the_same_bulletin_with_other_numbers_is_no_copy():
    bulletin = (
        "أعلنت المؤسسة الوطنية للنفط أن إنتاج ليبيا من النفط الخام بلغ {} ألف برميل خلال الساعات الأربع والعشرين"
        " الماضية، وأن إنتاج المكثفات بلغ {} ألف برميل، فيما بلغ إنتاج الغاز {} مليون قدم مكعب، بحسب بيان المؤسسة."
    )
    check(text(bulletin.format(1380, 52, 2490)), text(bulletin.format(1377, 51, 2502), "غربال"), False)


def test_an_outlet_copies_itself_only_whole():
    half = REPORT.split("\n\n")[0] + "\n\n" + OTHER
    check(text(REPORT), text(half), False)


def test_a_rival_report_is_nearer_than_another_event():
    report, rival, other = (telling(text(body).terms, RARITY) for body in (REPORT, RIVAL, OTHER))
    assert likeness(report, rival) > 0.5 > 0 > likeness(report, other)


def test_how_rare_words_are_in_all_changes_no_likeness():
    report, rival = (telling(text(body).terms, RARITY) for body in (REPORT, RIVAL))
    rarer = ({term: 2 * rarity for term, rarity in told.items()} for told in (report, rival))
    assert likeness(*rarer) == pytest.approx(likeness(report, rival))


def test_more_is_asked_in_a_crowd_and_after_two_days_and_nothing_joins_weeks():
    cases = ((700, 700, 1, 1), (700, 701, 1, 1), (700, 700, 100, 1), (700, 702, 1, 1), (700, 730, 1, 1))
    quiet, next_day, crowded, later, weeks = (asked_for(*case) for case in cases)
    assert quiet == next_day < min(crowded, later)
    assert weeks is None


def test_of_the_undated_more_is_asked_in_a_larger_archive():
    assert asked_for(0, 700, 1, 100) < asked_for(0, 700, 1, 100_000)


@pytest.mark.parametrize(
    ("title", "source", "day", "expected"),
    [
        ("أسعار العملات الأحد 13 أبريل", "صدى", 703, True),
        ("أسعار العملات الأحد 13 أبريل", "صدى", 700, False),
        ("أسعار العملات الأحد 13 أبريل", "المرفأ", 703, False),
        ("أسعار الذهب الأحد 13 أبريل", "صدى", 703, False),
    ],
)
def test_another_days_number_under_the_same_headline_is_of_a_series(title, source, day, expected):
    first = Profile(1, "صدى", 700, "أسعار العملات الخميس 10 أبريل")
    assert is_series(first, Profile(2, source, day, title)) is expected


def test_terms_survive_their_packing():
    terms = telling(text(REPORT).terms, RARITY)
    assert unpacked(packed(terms)) == pytest.approx(terms, abs=STEP / 2)


@pytest.mark.parametrize("forms", [["جسر", "جسور"], ["مهاجر", "مهجر"]])
def test_forms_that_differ_in_long_vowels_are_one_term(forms):
    assert len(set(map(key, forms))) == 1


def test_a_word_counts_as_rare_until_the_archive_is_full_of_it():
    number = key("حفتر")
    assert Rarity({number: 900}, 1000)[number] < 0.5 < Rarity({number: 9}, 1000)[number]
