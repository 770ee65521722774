import pytest

from articles.stories.likeness import is_copy, is_series
from articles.stories.profile import Profile
from articles.stories.rarity import Rarity
from articles.tests.stories.texts import COPY, OTHER, REPORT, RIVAL, on

RARITY = Rarity({}, 0)


def text(body, source="المرفأ"):
    return Profile(1, source, None, "", body)


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


def test_a_greeting_to_another_country_is_no_copy():
    form = (
        "بعث رئيس المجلس الرئاسي برقية تهنئة إلى رئيس جمهورية {0} بمناسبة ذكرى اليوم الوطني لبلاده عبر فيها باسمه"
        " ونيابة عن الشعب الليبي عن أصدق التهاني وأطيب التمنيات بالصحة والسعادة له ولحكومة {0} وشعبها الشقيق اطراد"
        " التقدم والازدهار مشيدا بعمق العلاقات التي تربط البلدين والحرص على تنميتها في المجالات كافة"
    )
    check(text(form.format("تونس")), text(form.format("كولومبيا"), "غربال"), False)


def test_the_same_bulletin_with_other_numbers_is_no_copy():
    bulletin = (
        "أعلنت المؤسسة الوطنية للنفط أن إنتاج ليبيا من النفط الخام بلغ {} ألف برميل خلال الساعات الأربع والعشرين"
        " الماضية، وأن إنتاج المكثفات بلغ {} ألف برميل، فيما بلغ إنتاج الغاز {} مليون قدم مكعب، بحسب بيان المؤسسة."
    )
    check(text(bulletin.format(1380, 52, 2490)), text(bulletin.format(1377, 51, 2502), "غربال"), False)


def test_an_outlet_copies_itself_only_whole():
    half = REPORT.split("\n\n")[0] + "\n\n" + OTHER
    check(text(REPORT), text(half), False)


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
    first = Profile(1, "صدى", on(700), "أسعار العملات الخميس 10 أبريل")
    assert is_series(first, Profile(2, source, on(day), title)) is expected
