import pytest

from articles.stories.evidence import evidence, likeness
from articles.stories.profile import Profile
from articles.stories.rarity import Rarity
from articles.stories.told import Told
from articles.tests.stories.texts import OTHER, REPORT, RIVAL, on

RARITY = Rarity({}, 0)
DAY, MONTH, YEAR = on(700), (700, 729), (365, 729)


def odds(body, span=DAY, source="غربال", rivals=3, first=DAY):
    """Of one event, of a text beside the report of the 700th day; None where there are none."""
    profiles = Profile(1, "المرفأ", first, "", REPORT), Profile(2, source, span, "", body)
    found = evidence(profiles, [Told.of(row.terms, row.headline, RARITY) for row in profiles])
    return found and found.odds(rivals)


def test_a_rival_report_has_good_odds_and_another_event_has_not():
    assert odds(RIVAL) > 2 > 0 > odds(OTHER)


def test_the_odds_are_worse_with_every_day():
    same, following, second, third = (odds(RIVAL, on(700 + days)) for days in range(4))
    assert same > following > second > third


@pytest.mark.parametrize("span", [on(705), (365, 695), (731, 760)])
def test_no_report_is_of_an_event_that_lies_days_from_all_that_it_may_be_of(span):
    assert odds(RIVAL, span) is None


@pytest.mark.parametrize("span", [YEAR, MONTH, None])
def test_a_report_of_some_day_in_a_span_may_be_of_an_event_in_it(span):
    assert odds(RIVAL, span) is not None


def test_two_spans_are_as_far_apart_as_their_nearest_days():
    assert (odds(RIVAL, MONTH, first=(600, 690)), odds(RIVAL, MONTH, first=(600, 697)) is None) == (
        None,
        False,
    )


def test_in_a_crowd_the_odds_are_worse():
    assert odds(RIVAL, rivals=3) > odds(RIVAL, rivals=300)


def test_how_rare_words_are_in_all_changes_no_likeness():
    one, other = Told({1: 5.0, 2: 4.0, 3: 1.0}), Told({1: 5.0, 2: 4.0, 4: 2.0})
    rarer = [Told({term: 2 * rarity for term, rarity in told.terms.items()}) for told in (one, other)]
    assert likeness(*rarer, {1, 2}) == pytest.approx(likeness(one, other, {1, 2}))


def test_an_outlet_tells_an_event_once_rather_than_twice():
    assert odds(RIVAL) > odds(RIVAL, source="المرفأ")


def test_news_of_different_towns_is_of_different_events():
    fire = "شب حريق في سوق الخضار بمدينة {} فجر اليوم وأتى على عشرين متجرا قبل أن تسيطر عليه فرق الإطفاء."
    profiles = [Profile(town, town, on(700), "", fire.format(town)) for town in ("زليتن", "غريان")]
    same, others = (
        evidence(pair, [Told.of(row.terms, row.headline, RARITY) for row in pair])
        for pair in ([profiles[0], profiles[0]], profiles)
    )
    assert (same.other_town, others.other_town) == (False, True)
