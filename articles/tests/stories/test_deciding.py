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
