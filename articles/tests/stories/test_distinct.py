from articles.stories.distinct import distinct_words
from articles.stories.rarity import Rarity

TEXTS = {
    "أ": "اجتمع المجلس في سرت. وصف الميليشيات بالمرتزقة، وقال إن المرتزقة باقون.",
    "ب": "اجتمع المجلس في سرت. وصف المقاتلين بالأبطال.",
}


def test_what_one_text_says_oftener_sets_it_apart_with_its_sentence():
    found = distinct_words(TEXTS, Rarity({}, 0))
    assert found["أ"][0].word == "بالمرتزقة"
    assert found["أ"][0].sentence == "وصف الميليشيات بالمرتزقة، وقال إن المرتزقة باقون."


def test_a_word_is_shown_without_the_and_before_it():
    texts = {"أ": "اجتمع المجلس والمرتزقة، والمرتزقة باقون.", "ب": "اجتمع المجلس في سرت."}
    assert distinct_words(texts, Rarity({}, 0))["أ"][0].word == "المرتزقة"


def test_what_all_say_sets_nobody_apart():
    found = distinct_words(TEXTS, Rarity({}, 0))
    assert {distinct.word for words in found.values() for distinct in words} & {
        "المجلس",
        "سرت",
        "اجتمع",
    } == set()
