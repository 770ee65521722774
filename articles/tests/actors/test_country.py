"""Of which country a text tells, and whose a body with a shared name is."""

import pytest

from articles.actors.country import COUNTRY, HOME, Leaning
from articles.actors.gazetteer import Gazetteer
from articles.actors.resolving import Article
from articles.actors.words import Words

from .register import NAMES, PARLIAMENT, REGISTER

GAZETTEER = Gazetteer(REGISTER)
TUNIS = "قال الوزير التونسي إن البرلمان التونسي والقضاء التونسي في تونس يدرسان القانون. "


def linked(body):
    return {NAMES[link.actor] for link in Article({"body": body}, GAZETTEER).resolve() if link.automatic}


@pytest.mark.parametrize(("word", "country"), [("ليبي", HOME), ("والليبيين", HOME), ("بطرابلس", HOME)])
def test_a_word_speaks_of_libya(word, country):
    assert COUNTRY[Words(word).words[0]][0] == country


def test_a_word_that_begins_like_a_country_is_none():
    assert [
        word for word in Words("مصراتة مصرف قطرة تركيب").words if COUNTRY.get(word, (HOME,))[0] != HOME
    ] == []


@pytest.mark.parametrize(
    ("body", "abroad"),
    [
        (TUNIS, True),
        (TUNIS + "وليبيا وليبيا وليبيا", False),
        ("وقع السفير التركي العقد في تركيا", True),
        ("اجتمع الوفدان في تونس ثم في تونس", False),
        ("", False),
    ],
    ids=[
        "another's news",
        "Libya's too",
        "another country named and no Libya",
        "a meeting abroad",
        "of no country",
    ],
)
def test_the_country_that_is_named_most_is_the_text_s(body, abroad):
    assert Leaning([Words(body)]).abroad is abroad


def test_an_outlet_writes_of_its_own_country_without_naming_it():
    told = Words("اجتمع مجلس النواب أمس")
    assert [Leaning([told], published_in=code).abroad for code in ("", "LY", "TN")] == [False, False, True]


def test_who_is_named_says_where_we_are():
    texts = [Words("قال الوزير التونسي في تونس")]
    assert [Leaning(texts, named).abroad for named in ((), [HOME], [HOME, "TN", "TN"])] == [True, False, True]


def test_in_another_country_s_news_a_shared_name_is_only_suggested():
    assert (linked(TUNIS + "وصوت مجلس النواب أمس."), linked("صوت مجلس النواب أمس.")) == (
        set(),
        {NAMES[PARLIAMENT]},
    )


def test_a_libyan_name_stays_one_abroad():
    assert linked(TUNIS + "وزاره وفد البرلمان الليبي.") == {NAMES[PARLIAMENT]}


@pytest.mark.parametrize("body", ["دعا مجلس النواب الجنوبي إلى التهدئة", "صوت مجلس النواب الحوثي"])
def test_a_word_behind_gives_a_body_to_another_country(body):
    assert linked(body) == set()


LIBYA = "في طرابلس وبنغازي وليبيا. "


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (LIBYA + "وتأخر البرلمان في إقرار القانون.", {"مجلس النواب"}),
        ("تأخر البرلمان في إقرار القانون.", set()),
        (LIBYA + "وعاد البرلمان المصري إلى الانعقاد.", set()),
        (TUNIS + LIBYA + "وتأخر البرلمان في إقرار القانون.", set()),
    ],
    ids=["Libya's news", "of no country", "another's parliament", "another's news too"],
)
def test_a_bare_short_form_is_libya_s_only_in_libya_s_news(body, expected):
    assert linked(body) - {"طرابلس"} == expected


def test_a_short_form_goes_back_to_what_the_text_has_introduced():
    assert linked(LIBYA + "وصلت بعثة الحج الليبية إلى مكة، وأشرفت البعثة على إسكان الحجاج.") == {"طرابلس"}
