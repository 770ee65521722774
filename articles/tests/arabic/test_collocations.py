"""Words that belong together, learned from the texts alone."""

import pytest

from articles.arabic.collocations import collocations

OTHERS = [f"وصل {word} اليوم" for word in ("الوفد", "الوزير", "السفير", "النائب", "العميد", "الطبيب")]


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        (["اجتمع مجلس النوّاب", "أقر مجلس النواب", "رأي مجلس النواب"], [("مجلس النواب", 3)]),
        (["مجلس النواب مجلس النواب مجلس النواب"], []),
        (["اجتمع مجلس، النواب", "أقر مجلس النواب", "رأي مجلس النواب"], []),
        (["قرار مجلس الأمن الدولي"] * 3, [("قرار مجلس الأمن الدولي", 3)]),
        (["في مجلس النواب عن"] * 3, [("مجلس النواب", 3)]),
        (["مجلس النواب", "بمجلس النواب"] * 3, [("مجلس النواب", 3)]),
        (["المجلس الأعلى", "للمجلس الأعلى"] * 3, [("المجلس الأعلى", 3)]),
        (["عام 2019"] * 3, []),
        ([], []),
        ([""], []),
    ],
)
def test_runs_of_words_are_found(texts, found):
    assert collocations([*texts, *OTHERS]) == found


def test_the_commonest_come_first_and_the_rest_is_cut():
    texts = ["مجلس النواب"] * 3 + ["قناة الوسط"] * 4
    assert collocations(texts + OTHERS, most=1) == [("قناة الوسط", 4)]
