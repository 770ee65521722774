import pytest

from articles.arabic.lexicon import Lexicon
from articles.arabic.normalizer import fold
from articles.arabic.stemmer import Stemmer, protected_words

SHIPPED = Stemmer(Lexicon.load())


def small(protected=(), **words):
    """A stemmer with a lexicon of its own."""
    return Stemmer(Lexicon(words), protected_words(protected))


@pytest.mark.parametrize(
    ("word", "bare"),
    [
        ("الحكومة", "حكومة"),
        ("والحكومة", "حكومة"),
        ("بالحكومة", "حكومة"),
        ("كالحكومة", "حكومة"),
        ("فالحكومة", "حكومة"),
        ("للحكومة", "حكومة"),
        ("وبالحكومة", "حكومة"),
        ("وللحكومة", "حكومة"),
        ("لليبيا", "ليبيا"),
        ("للجنة", "لجنة"),
        ("وقال", "قال"),
        ("فقال", "قال"),
        ("بطرابلس", "طرابلس"),
        ("لحفتر", "حفتر"),
        ("وحفتر", "حفتر"),
        ("ببنغازي", "بنغازي"),
        ("وبنغازي", "بنغازي"),
        ("والدبيبة", "دبيبة"),
        ("ووزير", "وزير"),
        ("الوزير", "وزير"),
        ("ولليبيا", "ليبيا"),
    ],
)
def test_a_proclitic_before_a_known_word_goes(word, bare):
    assert SHIPPED.bare(fold(word)) == fold(bare)


@pytest.mark.parametrize(
    "word",
    [
        "وزير",
        "وزارة",
        "وحدة",
        "ولاية",
        "وفاة",
        "وفاق",
        "بنغازي",
        "ليبيا",
        "بلدية",
        "كتيبة",
        "فصائل",
        "والدة",
        "بالغ",
        "الله",
        "ألمانيا",
        "كمال",
        "فيصل",
        "ليلى",
        "بطاقة",
        "فكرة",
        "حفتر",
        "وليد",
        "لجنة",
        "كاليفورنيا",
    ],
)
def test_a_letter_of_the_word_itself_stays(word):
    assert SHIPPED.bare(fold(word)) == fold(word)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("حكومة", "والحكومات"),
        ("حكومة", "حكومتها"),
        ("حكومة", "حكومتهم"),
        ("وزارة", "وزاراتها"),
        ("انتخاب", "الانتخابات"),
        ("برلمان", "البرلمانية"),
        ("مسلح", "المسلحين"),
        ("مسلحون", "مسلحين"),
        ("ليبي", "الليبيون"),
        ("ليبيا", "ليبية"),
        ("تونس", "التونسيين"),
        ("قال", "قالوا"),
        ("كتاب", "كتابا"),
        ("اتفاق", "واتفاقه"),
        ("وزير", "وزيرها"),
        ("مفاوضات", "المفاوضين"),
    ],
)
def test_forms_of_a_word_share_their_stem(one, other):
    assert SHIPPED.stem(fold(one)) == SHIPPED.stem(fold(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("زوارة", "زوار"),
        ("لبنان", "لبن"),
        ("السودان", "سود"),
        ("سليمان", "سليم"),
        ("عدنان", "عدن"),
        ("علي", "علا"),
        ("بنغازي", "غاز"),
        ("وزير", "زير"),
        ("موسى", "موس"),
        ("للجنة", "الجنة"),
        ("والي", "إلى"),
        ("البرلمان", "برلم"),
        ("والدة", "لدى"),
        ("كمال", "مال"),
        ("بنك", "نك"),
    ],
)
def test_a_name_is_not_maimed_into_another_word(one, other):
    assert SHIPPED.stem(fold(one)) != SHIPPED.stem(fold(other))


def test_nothing_goes_where_nothing_is_known():
    assert [small().bare(word) for word in ("وفلان", "بفلان", "لفلان")] == ["وفلان", "بفلان", "لفلان"]


def test_the_article_goes_even_from_an_unknown_word():
    assert [small().bare(word) for word in ("الفلاني", "والفلاني", "بالفلاني")] == ["فلاني"] * 3


def test_a_word_much_commoner_than_what_is_left_stays():
    assert [small(وتار=100, تار=rest).bare("وتار") for rest in (10, 30)] == ["وتار", "تار"]


def test_what_is_left_counts_with_its_article_too():
    assert small(بقصر=10, القصر=9).bare("بقصر") == "قصر"


def test_a_word_that_takes_the_article_is_no_clitic_and_rest():
    stemmer = small(بطاقه=100, البطاقه=20, طاقه=200, بقوه=100, قوه=200)
    assert (stemmer.bare("بطاقه"), stemmer.bare("بقوه")) == ("بطاقه", "قوه")


def test_protected_names_are_left_whole():
    stemmer = small(["عبد السلام كجمان", "الفيتوري"], جمان=50)
    words = ("كجمان", "لكجمان", "الفيتوري", "والفيتوري")
    assert [stemmer.stem(word) for word in words] == ["كجمان", "كجمان", "فيتوري", "فيتوري"]


def test_two_letters_are_never_left_of_a_bare_proclitic():
    assert small(وهم=1, هم=100).bare("وهم") == "وهم"
