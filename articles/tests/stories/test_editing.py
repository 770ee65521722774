from itertools import pairwise

import pytest

from articles.models import Act, FormerStory, Report, Story
from articles.models.journal import undo
from articles.stories.arrival import place_all
from articles.stories.editing import NothingToDo, join, lock, split
from articles.stories.state import state
from articles.tests.builders import make_article, make_source
from articles.tests.stories.texts import COPY, OTHER, REPORT, RIVAL

pytestmark = pytest.mark.django_db


@pytest.fixture
def articles():
    """Three of one story, and one that no other tells."""
    return [
        make_article(title, body, source=make_source())
        for title, body in [
            ("خالد حفتر رئيسًا للأركان", REPORT),
            ("خالد حفتر رئيسًا للأركان", COPY),
            ("جدل حول تعيين خالد حفتر رئيسًا", RIVAL),
            ("استئناف الضخ من حقل مسلة", OTHER),
        ]
    ]


def of(*articles):
    return Report.objects.filter(article__in=articles)


def groups(articles):
    """Which of the articles, by their place, are together: those that stand alone are left out."""
    found = {}
    for place, article in enumerate(articles):
        story = Report.objects.get(article=article).story_id
        if story:
            found.setdefault(story, []).append(place)
    return sorted(found.values())


def test_a_report_that_is_split_off_stays_apart(articles):
    split(of(articles[2]))
    assert groups(articles) == [[0, 1]]
    list(place_all())
    assert groups(articles) == [[0, 1]]


def test_several_that_are_split_off_are_a_story_of_their_own(articles):
    split(of(*articles[:2]))
    assert (groups(articles), Report.objects.get(article=articles[2]).held) == ([[0, 1]], True)


def test_what_is_joined_stays_together(articles):
    join(of(articles[0], articles[3]))
    assert groups(articles) == [[0, 1, 2, 3]]
    list(place_all())
    assert groups(articles) == [[0, 1, 2, 3]]


def test_a_locked_story_takes_no_arrival_until_it_is_opened(articles):
    lock(Story.objects.all(), True)
    late = make_article("رسميًا: خالد حفتر", COPY, source=make_source())
    assert groups([*articles, late]) == [[0, 1, 2]]
    lock(Story.objects.all(), False)
    list(place_all())
    assert groups([*articles, late]) == [[0, 1, 2, 4]]


@pytest.mark.parametrize("places", [(2,), (0, 1)])
def test_a_split_can_be_undone(articles, places):
    act = split(of(*(articles[place] for place in places)))
    undo(act)
    assert (groups(articles), Report.objects.filter(held=True).count()) == ([[0, 1, 2]], 0)
    assert list(Story.objects.values_list("locked", flat=True)) == [False]


def test_a_join_of_two_stories_can_be_undone(articles):
    split(of(*articles[:2]))
    act = join(of(*articles))
    assert groups(articles) == [[0, 1, 2, 3]]
    undo(act)
    assert groups(articles) == [[0, 1]]


def test_a_joined_storys_address_leads_to_the_other_until_it_is_undone(articles):
    make_article("استئناف الضخ", OTHER, source=make_source())
    kept, gone = Story.objects.order_by("pk")
    act = join(Report.objects.filter(story__in=[kept, gone]))
    former = FormerStory.objects.get()
    assert (former.code, former.became) == (gone.code, kept)
    undo(act)
    assert (FormerStory.objects.count(), Story.objects.filter(code=gone.code).count()) == (0, 1)


def test_a_story_split_to_single_reports_leads_to_the_first(articles):
    split(of(articles[2]))
    code = Story.objects.get().code
    act = split(of(articles[1]))
    assert FormerStory.objects.get(code=code).became == articles[0]
    undo(act)
    assert (FormerStory.objects.count(), Story.objects.get().code) == (0, code)


@pytest.mark.parametrize("places", [(3,), (0, 1, 2), (0, 3)])
def test_what_cannot_be_split_is_refused(articles, places):
    with pytest.raises(NothingToDo):
        split(of(*(articles[place] for place in places)))
    assert Act.objects.count() == 0


def test_one_story_is_not_joined_to_itself(articles):
    with pytest.raises(NothingToDo):
        join(of(*articles[:3]))


def test_the_state_of_the_stories_changes_with_each_act_and_its_undoing(articles, admin_user):
    states = [state()]
    act = split(of(articles[2]), admin_user)
    states.append(state())
    undo(act, admin_user)
    states += [state(), state()]
    assert [one == other for one, other in pairwise(states)] == [False, False, True]
