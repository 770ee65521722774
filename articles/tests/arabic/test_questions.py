import pytest

from articles.arabic.questions import is_question


@pytest.mark.parametrize(
    "text",
    [
        "متى تأسست مصراتة",
        "من هو رئيس المجلس",
        "ما هي مدن الجنوب",
        "كم عدد النواب",
        "سيف الإسلام أين؟",
        "Who is Haftar",
    ],
)
def test_a_question_word_first_or_a_question_mark_make_a_question(text):
    assert is_question(text)


@pytest.mark.parametrize("text", ["من طرابلس إلى بنغازي", "ما بعد القذافي", "حفتر", "قال أين", "", "«»"])
def test_other_searches_are_no_questions(text):
    assert not is_question(text)
