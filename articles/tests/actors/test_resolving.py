"""Whom a text means. Each case is a text and the pairs of words and name that are published; suggestions apart."""

import datetime

import pytest

from articles.actors.gazetteer import Gazetteer
from articles.actors.register import Holding, Name, Register
from articles.actors.resolving import Article

from .register import DBEIBAH, ENVOY, KHALIFA, NAMES, REGISTER, SALEH, SPEAKER

GAZETTEER = Gazetteer(REGISTER)


def resolve(body, title="", year=2025):
    days = (datetime.date(year, 7, 1),) * 2 if year else None
    return Article({"title": title, "standfirst": "", "body": body}, GAZETTEER, days).resolve()


def check(links, expected, automatic=True):
    assert [
        (link.surface, NAMES.get(link.actor)) for link in links if link.automatic is automatic and link.actor
    ] == expected


def outermost(links):
    """The links that stand within no other: an office's wording without the body that it names."""
    return [
        link
        for link in links
        if not any(
            other.start <= link.start and link.end <= other.end and other.surface != link.surface
            for other in links
        )
    ]


@pytest.mark.parametrize(
    "body",
    [
        "وصل خليفة حفتر",
        "وصل خليفه حفتر",
        "لقاء خليفة بلقاسم حفتر",
        "لقاء خَليفة حَفتر",
        "لخليفة حفتر",
        "وخليفة حفتر",
    ],
)
def test_a_full_name_is_found_however_it_is_spelled(body):
    assert [link.actor for link in resolve(body)] == [KHALIFA]


@pytest.mark.parametrize(
    "name",
    [
        "عبدالحميد الدبيبة",
        "عبد الحميد الدبيبه",
        "لعبد الحميد الدبيبة",
        "عبد الحميد دبيبة",
        "عبد الحميد محمد الدبيبة",
    ],
)
def test_a_name_of_a_servant_of_god_is_one_joined_or_apart(name):
    check(resolve(f"كلمة {name} أمس"), [(name, "عبد الحميد الدبيبة")])


def test_a_longer_name_is_another_person():
    check(resolve("اجتمع خالد خليفة حفتر"), [("خالد خليفة حفتر", "خالد حفتر")])


def test_an_unknown_bearer_of_a_surname_is_nobody():
    check(resolve("زار بلقاسم حفتر المدينة، ثم غادر حفتر"), [])


def test_an_unknown_bearer_is_kept_to_be_proposed():
    article = Article({"body": "زار بلقاسم حفتر المدينة"}, GAZETTEER)
    article.resolve()
    assert [sighting.words.surface(first, sighting.last) for sighting, first in article.unknown] == [
        "بلقاسم حفتر"
    ]


def test_another_first_name_is_another_person():
    check(resolve("التقى يونس المنفي الوفد"), [])


def test_the_preposition_is_not_the_name_it_folds_to():
    check(resolve("أثنى على خليفة حفتر"), [("خليفة حفتر", "خليفة حفتر")])


def test_a_bare_surname_means_the_nearest_bearer_before_it():
    body = "قال خالد حفتر ذلك. وأضاف حفتر. ثم وصل خليفة حفتر وتحدث حفتر."
    check(
        resolve(body),
        [
            ("خالد حفتر", "خالد حفتر"),
            ("حفتر", "خالد حفتر"),
            ("خليفة حفتر", "خليفة حفتر"),
            ("حفتر", "خليفة حفتر"),
        ],
    )


def test_a_surname_in_the_headline_means_the_first_bearer_after_it():
    links = resolve("اجتمع الفريق خالد حفتر بوفد.", title="حفتر في مصراتة")
    assert {(link.surface, NAMES[link.actor]) for link in links if link.part == "title"} == {
        ("حفتر", "خالد حفتر"),
        ("مصراتة", "مصراتة"),
    }


def test_the_rank_beside_a_surname_decides():
    body = "التقى المشير خليفة حفتر الفريق خالد حفتر. وقال المشير حفتر إن الفريق حفتر حضر."
    assert [(link.method, NAMES[link.actor]) for link in resolve(body)][2:] == [
        ("rank", "خليفة حفتر"),
        ("rank", "خالد حفتر"),
    ]


def test_a_bare_surname_with_nobody_introduced_is_only_suggested():
    links = resolve("وصل حفتر أمس")
    check(links, [])
    check(links, [("حفتر", "خليفة حفتر")], automatic=False)


@pytest.mark.parametrize("surname", ["وحفتر", "لحفتر", "بحفتر", "فحفتر"])
def test_a_clitic_hides_no_name(surname):
    check(resolve(f"قال خليفة حفتر. {surname} عاد")[1:], [(surname, "خليفة حفتر")])


@pytest.mark.parametrize("body", ["عمل صالح لصالح البلاد", "في صالح الشعب", "شخص صالح", "غير صالح للشرب"])
def test_an_adjective_is_no_surname(body):
    check(resolve(f"تحدث عقيلة صالح. {body}")[1:], [])


@pytest.mark.parametrize("body", ["وقال صالح إن", "التقى المستشار صالح الوفد", "وأكد صالح"])
def test_a_surname_after_a_verb_or_title_is_one(body):
    assert [NAMES[link.actor] for link in resolve(f"تحدث عقيلة صالح. {body}")] == ["عقيلة صالح"] * 2


@pytest.mark.parametrize(
    ("office", "year", "holder"),
    [
        ("المبعوث الأممي إلى ليبيا", 2018, "غسان سلامة"),
        ("المبعوث الأممي إلى ليبيا", 2023, "عبد الله باتيلي"),
        ("المبعوثة الأممية إلى ليبيا", 2025, "هانا تيتيه"),
        ("رئيس مجلس النواب", 2019, "عقيلة صالح"),
        ("لرئيس حكومة الوحدة", 2022, "عبد الحميد الدبيبة"),
        ("نائبة المبعوث الأممي", 2025, "ستيفاني خوري"),
    ],
)
def test_an_office_means_its_holder_on_the_date(office, year, holder):
    check(outermost(resolve(f"صرح {office} أمس", year=year)), [(office, holder)])


def test_an_office_names_its_body():
    links = resolve("صرح رئيس مجلس النواب أمس", year=2019)
    assert [(link.surface, NAMES[link.actor]) for link in links] == [
        ("رئيس مجلس النواب", "عقيلة صالح"),
        ("مجلس النواب", "مجلس النواب"),
    ]


@pytest.mark.parametrize(
    ("body", "year"),
    [
        ("صرح المبعوث الأممي إلى ليبيا أمس", 2021),
        ("صرح المبعوث الأممي إلى ليبيا أمس", None),
        ("صرحت المبعوثة الأممية إلى ليبيا أمس", 2018),
        ("صرح رئيس مجلس النواب السابق", 2019),
        ("صرح رئيس مجلس النواب أحمد الفلاني", 2019),
    ],
    ids=["no holder known", "no date", "no woman held it", "a former one", "somebody else is named"],
)
def test_an_office_is_kept_without_a_person_where_none_is_sure(body, year):
    (found,) = outermost(resolve(body, year=year))
    assert (found.actor, found.office) in [(None, ENVOY), (None, SPEAKER)]


@pytest.mark.parametrize(
    "body",
    ["رئيس مجلس النواب المصري", "نائب رئيس مجلس النواب", "مكتب رئيس حكومة الوحدة", "مستشار رئيس مجلس النواب"],
)
def test_another_office_is_not_this_one(body):
    assert {link.method for link in resolve(f"صرح {body} أمس")} <= {"full_name"}


def test_an_office_beside_its_holder_names_him_too():
    links = outermost(resolve("قال رئيس مجلس النواب عقيلة صالح"))
    assert [(link.actor, link.office, link.method) for link in links] == [
        (SALEH, SPEAKER, "office"),
        (SALEH, None, "full_name"),
    ]


def test_an_office_beside_a_surname_settles_whose_it_is():
    assert [link.actor for link in outermost(resolve("رئيس حكومة الوحدة الدبيبة")) if link.automatic] == [
        DBEIBAH,
        DBEIBAH,
    ]


def test_a_short_form_waits_until_the_body_is_named():
    check(resolve("أعلنت البعثة ذلك"), [])
    check(
        resolve("أعلنت البعثة الأممية ذلك. وقالت البعثة"),
        [
            ("البعثة الأممية", "بعثة الأمم المتحدة للدعم في ليبيا"),
            ("البعثة", "بعثة الأمم المتحدة للدعم في ليبيا"),
        ],
    )


@pytest.mark.parametrize(
    "body", ["تعزيز الوحدة الوطنية", "الوحدة بين الليبيين", "البعثة الدبلوماسية التركية"]
)
def test_a_common_noun_is_no_body(body):
    check(resolve(body), [])


def test_a_country_behind_a_body_makes_it_another():
    check(resolve("مجلس النواب الأردني"), [])


@pytest.mark.parametrize(
    ("body", "place"), [("في مصر", None), ("من مصراتة", "مصراتة"), ("بمصراته", "مصراتة")]
)
def test_a_place_is_a_whole_word(body, place):
    assert [NAMES[link.actor] for link in resolve(body)] == ([place] if place else [])


def test_no_name_bridges_a_comma():
    check(resolve("حضر خليفة، حفتر"), [])


def test_every_link_is_a_piece_of_its_text():
    body = "قال المشير خَلِيفة حفتر إنّ رئيس مجلس النوّاب ورئيس حكومة الوحدة وصلا إلى مُصراتة"
    assert [body[link.start : link.end] for link in resolve(body)] == [link.surface for link in resolve(body)]


def test_a_text_without_names_has_no_links():
    assert (resolve("جملة لا أحد فيها"), Article({"body": ""}, GAZETTEER).resolve()) == ([], [])


@pytest.mark.parametrize("body", ["سرت شائعات كثيرة", "كما سرت إشاعة أمس"])
def test_a_verb_is_no_place(body):
    check(resolve(body), [])


@pytest.mark.parametrize(
    ("body", "surface"),
    [("بين مصراتة وسرت", "وسرت"), ("بسرت أمس", "بسرت"), ("لقاء سرت نجح", "سرت"), ("سرت: جلسة", "سرت")],
)
def test_a_place_that_is_also_a_word_is_known_by_what_stands_beside_it(body, surface):
    assert surface in [link.surface for link in resolve(body)]


def test_a_definite_adjective_is_no_place():
    check(resolve("رفعت حالة القوة القاهرة"), [])


def test_an_envoy_to_elsewhere_is_another():
    assert resolve("وصل المبعوث الأممي إلى اليمن") == resolve("وصل رئيس البرلمان التركي") == []


def test_quotation_marks_do_not_part_a_name():
    check(resolve("اجتماع مجلس «النواب» أمس"), [("مجلس «النواب", "مجلس النواب")])


@pytest.mark.parametrize("body", ["خطابًا ليبيًا جامعًا", "موقفًا ليبيا موحدًا", "حوارًا ليبيًا ليبيًا"])
def test_an_adjective_in_the_accusative_is_no_country(body):
    register = Register((Name("ليبيا", 1, "place"),))
    assert Article({"body": f"كان {body}"}, Gazetteer(register)).resolve() == []


def test_the_last_word_of_a_family_name_is_no_surname_alone():
    register = Register((Name("تميم بن حمد آل ثاني", 1, "person"),))
    assert (
        Article({"body": "وصل تميم بن حمد آل ثاني ثم جاء ثاني الوفود"}, Gazetteer(register)).resolve()[1:]
        == []
    )


@pytest.mark.parametrize("word", ["نجاة", "سلامة"])
def test_a_noun_that_is_also_a_name_makes_no_longer_name(word):
    check(resolve(f"أكدت المصادر {word} خليفة حفتر"), [("خليفة حفتر", "خليفة حفتر")])


def test_another_surname_behind_makes_another_person():
    check(resolve("وصل خالد المحجوب المشري أمس"), [])


def test_a_ruler_s_surname_needs_no_introduction():
    check(resolve("في عهد حفتر"), [("حفتر", "خليفة حفتر")])


def test_a_bare_surname_is_its_usual_bearer_s_where_his_body_is_named():
    holding = Holding(1, 1, body=2)
    names = (Name("فائز السراج", 1, "person"), Name("السراج", 1, "person", "short"))
    register = Register((*names, Name("المجلس الرئاسي", 2, "organisation")), holdings=(holding,))
    days = (datetime.date(2018, 1, 1),) * 2
    links = Article({"body": "غادر السراج بعد اجتماع المجلس الرئاسي"}, Gazetteer(register), days).resolve()
    assert [(link.actor, link.automatic) for link in links] == [(1, True), (2, True)]


def test_an_office_introduces_its_holder():
    links = outermost(resolve("قال رئيس مجلس النواب ذلك، وشكره المستشار صالح على الدعم"))
    assert [NAMES[link.actor] for link in links if link.automatic] == ["عقيلة صالح"] * 2


def test_a_name_is_one_in_the_spelling_of_the_maghreb():
    register = Register((Name("عبد الرحمن السويحلي", 1, "person"),))
    (found,) = Article({"body": "وصل عبد الرحمان السويحلي"}, Gazetteer(register)).resolve()
    assert found.actor == 1


def test_an_office_before_its_holder_s_first_name_is_the_holder_s_in_any_spelling():
    links = outermost(resolve("قال رئيس مجلس النواب عقيلة صويلح ذلك"))
    assert [(NAMES.get(link.actor), link.method) for link in links] == [("عقيلة صالح", "office")]


def test_a_surname_of_two_words_behind_another_first_name_is_another_s():
    names = (Name("فرحات بن قدارة", 1, "person"), Name("بن قدارة", 1, "person", "short"))
    article = Article(
        {"body": "التقى فرحات بن قدارة شقيقه الفنان طاووس بن قدارة، وقال بن قدارة"},
        Gazetteer(Register(names)),
    )
    assert [link.surface for link in article.resolve()] == ["فرحات بن قدارة", "بن قدارة"]
