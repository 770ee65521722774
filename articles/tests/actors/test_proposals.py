"""Whom a text names with a rank or an office and the register does not know."""

import pytest

from articles.actors.gazetteer import Gazetteer
from articles.actors.proposals import proposals
from articles.actors.resolving import Article

from .register import REGISTER

GAZETTEER = Gazetteer(REGISTER)


def proposed(body):
    article = Article({"body": body}, GAZETTEER)
    article.resolve()
    return [(one.surface, one.title) for one in proposals(article)]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("التقى اللواء سالم الفيتوري الوفد", [("سالم الفيتوري", "اللواء")]),
        ("سلم للعميد محمد علي الغصري الملف", [("محمد علي الغصري", "العميد")]),
        ("قال نائب وزير الدفاع سالم الفيتوري إن", [("سالم الفيتوري", "نائب وزير الدفاع")]),
        ("قال عميد بلدية سبها محمد بن رمضان", [("محمد بن رمضان", "عميد بلدية سبها")]),
        ("زار بلقاسم حفتر المدينة", [("بلقاسم حفتر", "")]),
        ("زار اللواء بلقاسم حفتر المدينة", [("بلقاسم حفتر", "اللواء")]),
        ("واللواء وليد الفيتوري", [("وليد الفيتوري", "اللواء")]),
    ],
)
def test_a_rank_or_an_office_before_an_unknown_name_proposes_it(body, expected):
    assert proposed(body) == expected


@pytest.mark.parametrize(
    "body",
    [
        "قال المشير خليفة حفتر",
        "قال سالم الفيتوري",
        "قال الناطق باسم وزارة الدفاع",
        "حضر اللواء محمد وقال",
        "رئيس مجلس النواب عقيلة صالح وعلى ممثلي الدول",
        "زار الوزير، سالم الفيتوري",
    ],
    ids=["known", "no title", "باسم", "one name only", "على", "a comma between"],
)
def test_nothing_else_is_proposed(body):
    assert proposed(body) == []


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("أعلنت كتيبة ثوار طرابلس النفير", ["كتيبة ثوار طرابلس"]),
        ("وتسلمت كتيبة الشهيد يوسف البوني الموقع", ["كتيبة الشهيد يوسف البوني"]),
        ("أشاد بلجنة المصالحة الوطنية أمس", ["لجنة المصالحة الوطنية"]),
        ("دعا المجلس الاجتماعي لقبائل ورفلة إلى التهدئة", []),
        ("دعا المجلس الاجتماعي للقبائل الليبية إلى التهدئة", ["المجلس الاجتماعي للقبائل الليبية"]),
        ("أسس حزب الجبهة الوطنية فرعا", ["حزب الجبهة الوطنية"]),
        ("قالت مؤسسة بنغازي الخيرية إن", ["مؤسسة بنغازي الخيرية"]),
    ],
)
def test_a_body_that_the_register_lacks_is_proposed(body, expected):
    assert [surface for surface, _ in proposed(body)] == expected


@pytest.mark.parametrize(
    "body",
    [
        "انتخب مجلس النواب رئيسا",
        "اجتمع مجلس الإدارة",
        "شكل لجنة للتواصل",
        "عقدت اللجنة المشتركة اجتماعا",
        "حضر اللواء خالد الفلاني",
        "صادق مجلس الأمة الكويتي",
        "أعلنت لجنة التحقيق النتائج",
        "الحزب يرفض التمديد",
    ],
    ids=["known", "any", "a purpose", "two words", "a rank", "another country's", "of the day", "a verb"],
)
def test_what_is_no_name_of_a_body_is_not_proposed(body):
    assert [surface for surface, title in proposed(body) if not title] == []


@pytest.mark.parametrize(
    "body",
    [
        "وزير الدفاع يستقبل سالم الفيتوري",
        "رئيس البلدية التقى سالم الفيتوري",
        "لقاء عميد البلدية مع سالم الفيتوري",
    ],
    ids=["a verb in the present", "one in the past", "a particle"],
)
def test_a_title_takes_in_no_verb(body):
    assert proposed(body) == []


def test_all_spellings_of_a_name_have_one_key():
    article = Article({"body": "اللواء عبد السلام الحاسي ثم اللواء عبدالسلام الحاسى"}, GAZETTEER)
    article.resolve()
    assert {one.key for one in proposals(article)} == {"عبدالسلام الحاسي"}
