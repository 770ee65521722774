import pytest

from articles.stories.likeness import asked_for, is_copy, likeness, vector
from articles.stories.profile import Profile, packed, telling, unpacked
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
    vectors = [vector(telling(text(body).terms, RARITY)) for body in (REPORT, RIVAL, OTHER)]
    assert likeness(vectors[0], vectors[1]) > 3 * likeness(vectors[0], vectors[2])


def test_more_is_asked_in_a_crowd_and_with_each_day_and_nothing_joins_weeks():
    asked = [asked_for(*case) for case in ((700, 700, 1), (700, 700, 100), (700, 702, 1), (700, 730, 1))]
    assert asked[0] < min(asked[1], asked[2])
    assert asked[3] is None


def test_terms_survive_their_packing():
    terms = telling(text(REPORT).terms, RARITY)
    assert unpacked(packed(terms)) == terms


def test_a_word_counts_as_rare_until_the_archive_is_full_of_it():
    number = key("حفتر")
    assert Rarity({number: 900}, 1000)[number] < 0.5 < Rarity({number: 9}, 1000)[number]
