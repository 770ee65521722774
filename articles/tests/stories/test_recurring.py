from articles.stories.deciding import Deciding
from articles.stories.profile import Profile
from articles.stories.rarity import Rarity
from articles.tests.stories.texts import COPY, REPORT, on

ABOUT = (
    "المرفأ صحيفة ليبية مستقلة تأسست في بنغازي عام 2012 وتصدر كل صباح وتعنى بالشأن العام والاقتصاد والثقافة وتلتزم"
    " بميثاق الشرف الصحفي ولا تتبع أي حزب أو جهة حكومية وترحب بمساهمات القراء ورسائلهم على بريدها الإلكتروني ومقرها"
    " شارع جمال عبد الناصر وتتوفر طبعتها الورقية في المكتبات الكبرى كما تتيح أرشيفها الكامل منذ العدد الأول للباحثين"
)
NEWS = (
    "افتتح عميد البلدية حديقة جديدة في حي السلام بعد أعمال صيانة دامت ثلاثة أشهر",
    "وصلت إلى الميناء سفينة محملة بالقمح قادمة من أوديسا وبدأ تفريغها ليلا",
    "فاز فريق الأهلي على ضيفه النصر بهدفين دون رد في ختام الجولة العاشرة",
)


def copies(bodies, source="المرفأ"):
    profiles = {
        number: Profile(number, source or number, on(700), "", body) for number, body in enumerate(bodies, 1)
    }
    deciding = Deciding(profiles, {}, Rarity({}, 0), {})
    deciding.find_copies([(one, other) for one in profiles for other in profiles if one < other])
    return deciding.copies


def test_what_a_source_puts_below_all_its_texts_makes_no_copies():
    assert copies([f"{text}\n\n{ABOUT}" for text in NEWS]) == {}


def test_two_texts_with_a_common_paragraph_are_not_enough_to_learn_from():
    assert copies([f"{text}\n\n{ABOUT}" for text in NEWS[:2]]) == {1: 1, 2: 1}


def test_a_text_that_one_source_has_three_times_is_one_text():
    assert copies([REPORT, REPORT, f"{REPORT}\n\nحرره قسم الأخبار"]) == {1: 1, 2: 1, 3: 1}


def test_a_copy_is_known_below_another_source_s_paragraph():
    assert copies([REPORT, f"{COPY}\n\n{ABOUT}"], source=None) == {1: 1, 2: 1}
