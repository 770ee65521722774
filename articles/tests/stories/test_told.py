import pytest

from articles.stories.rarity import Rarity
from articles.stories.terms import key
from articles.stories.told import KEPT, STEP, Told

RARITY = Rarity({}, 0)
BRIDGE, OPENED, DERNA = (key(stem) for stem in ("جسر", "افتتح", "درنة"))
TOLD = Told({BRIDGE: 5.0, DERNA: 4.0, OPENED: 1.0}, frozenset({BRIDGE, OPENED}))


def test_it_survives_its_packing():
    told = Told.unpacked(TOLD.packed())
    assert (told.terms, told.headline) == (pytest.approx(TOLD.terms, abs=STEP / 2), TOLD.headline)


def test_the_rarest_and_most_frequent_terms_are_kept_first():
    terms = dict.fromkeys(range(200), 1) | {BRIDGE: 3}
    told = Told.of(terms, [BRIDGE], RARITY)
    assert (len(told.terms), told.leads[0], told.headline) == (KEPT, BRIDGE, {BRIDGE})


def test_the_headline_is_shared_by_the_rarity_of_its_terms():
    shares = [TOLD.of_headline(shared) for shared in ({BRIDGE, DERNA}, {DERNA}, {BRIDGE, OPENED})]
    assert shares == pytest.approx([5 / 9, 0, 6 / 9])


def test_without_a_headline_nothing_of_it_is_shared():
    assert Told({DERNA: 4.0}).of_headline({DERNA}) == 0


def test_what_lies_in_a_town_names_it():
    told = Told({key("بنينا"): 5.0, key("جسر"): 3.0})
    assert told.towns == {key("بنغازي")}
