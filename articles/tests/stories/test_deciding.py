import pytest

from articles.stories.deciding import Deciding
from articles.stories.profile import Profile
from articles.stories.rarity import Rarity
from articles.tests.stories.texts import on

WORDS = [f"كلمة{number}ب" for number in range(100)]


def test_texts_each_a_little_like_the_next_are_no_chain_of_copies():
    bodies = [" ".join(WORDS[start : start + 60]) for start in (0, 20, 40)]
    profiles = {number: Profile(number, number, on(700), "", body) for number, body in enumerate(bodies, 1)}
    deciding = Deciding(profiles, {}, Rarity({}, 0), {})
    deciding.find_copies([(1, 2), (2, 3)])
    assert deciding.copies == {1: 1, 2: 1}


def test_a_round_up_that_has_two_texts_whole_does_not_make_them_one():
    bodies = [" ".join(WORDS), " ".join(WORDS[:50]), " ".join(WORDS[50:])]
    profiles = {number: Profile(number, number, on(700), "", body) for number, body in enumerate(bodies, 1)}
    deciding = Deciding(profiles, {}, Rarity({}, 0), {})
    deciding.find_copies([(1, 2), (1, 3)])
    assert deciding.copies == {1: 1, 2: 1}


@pytest.mark.parametrize(
    ("spans", "rivals"),
    [
        ((on(700), on(701)), 4),
        ((on(700), (690, 719)), 87),
        ((on(700), (600, 964)), 500),
        (((690, 719), (690, 719)), 500),
        ((on(700), None), 500),
    ],
)
def test_a_report_may_meet_by_chance_those_of_about_its_days_or_of_all(spans, rivals):
    profiles = {number: Profile(number, number, span) for number, span in enumerate(spans, 1)}
    deciding = Deciding(profiles, {}, Rarity({}, 500), {699: 1, 700: 2, 702: 3})
    assert deciding.rivals(1, 2) == rivals
