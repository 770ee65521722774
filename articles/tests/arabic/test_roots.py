import pytest

from articles.arabic.roots import root


@pytest.mark.parametrize(
    ("kin", "consonants"),
    [
        (("كتاب", "كاتب", "مكتوب", "كتب", "تكاتب"), "كتب"),
        (("انتاج", "منتج", "تنتج"), "نتج"),
        (("استثمار", "مستثمر", "يستثمر", "ثمر"), "ثمر"),
        (("مسلحين", "سلاح", "تسليح"), "سلح"),
    ],
)
def test_words_of_one_root_share_their_consonants(kin, consonants):
    found = {word: root(word) for word in kin}
    assert {word: found[word] for word in kin if found[word] != consonants} == {}


@pytest.mark.parametrize(
    ("stem", "consonants"),
    [
        ("مفاوض", "ف_ض"),
        ("تفاوض", "ف_ض"),
        ("قول", "ق_ل"),
        ("قال", "ق_ل"),
        ("قل", "قل"),
        ("من", "من"),
        ("و", "_"),
        ("2024", "2024"),
        ("haftar", "haftar"),
    ],
)
def test_weak_letters_leave_a_mark_where_two_consonants_remain(stem, consonants):
    assert root(stem) == consonants
