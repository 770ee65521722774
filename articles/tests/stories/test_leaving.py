import pytest

from articles.models import Article, FormerStory, Report, Story, TermCount, Trace
from articles.stories.arrival import place_all
from articles.stories.editing import join
from articles.stories.leaving import leave
from articles.tests.builders import make_article, make_source
from articles.tests.stories.texts import COPY, OTHER, REPORT, RIVAL

pytestmark = pytest.mark.django_db


@pytest.fixture
def articles():
    """Three of one story: a text, its copy, and a rival report."""
    return [
        make_article("خالد حفتر رئيسًا للأركان", body, source=make_source()) for body in (REPORT, COPY, RIVAL)
    ]


def left():
    """Rows that speak of articles: reports, traces, stories, words counted."""
    return [model.objects.count() for model in (Report, Trace, Story, TermCount)]


def test_what_leaves_whole_leaves_nothing(articles):
    leave([article.pk for article in articles])
    assert left() == [0, 0, 0, 0]


def test_the_words_of_what_stays_are_counted_as_if_it_had_always_been_alone():
    one = make_article("خالد حفتر رئيسًا للأركان", REPORT)
    alone = dict(TermCount.objects.values_list())
    other = make_article("خبر آخر", OTHER)
    leave([other.pk])
    assert (dict(TermCount.objects.values_list()), Report.objects.get().article) == (alone, one)


def test_a_deleted_article_leaves_by_itself(articles):
    articles[0].delete()
    assert dict(Report.objects.values_list("article", "original")) == {
        articles[1].pk: None,
        articles[2].pk: None,
    }
    assert Trace.objects.filter(article=articles[0].pk).count() == 0


def test_a_story_emptied_to_one_leads_to_that_article(articles):
    code = Story.objects.get().code
    Article.objects.filter(pk__in=[article.pk for article in articles[:2]]).delete()
    assert (Story.objects.count(), FormerStory.objects.get(code=code).became) == (0, articles[2])


def test_a_story_of_which_nothing_is_left_became_nothing(articles):
    code = Story.objects.get().code
    Article.objects.all().delete()
    assert FormerStory.objects.get(code=code).became is None


def test_a_former_address_outlives_the_article_that_it_rests_on(articles):
    other = [make_article("استئناف الضخ من حقل مسلة", OTHER, source=make_source()) for _ in range(2)]
    kept, gone = Story.objects.order_by("pk")
    join(Report.objects.filter(article__in=[articles[0], other[0]]))
    other[0].delete()
    assert FormerStory.objects.get(code=gone.code).became == kept


def test_stories_found_again_keep_their_addresses(articles):
    code = Story.objects.get().code
    list(place_all())
    assert (Story.objects.get().code, FormerStory.objects.count()) == (code, 0)


def test_a_story_not_found_again_leads_to_its_first_article(articles):
    code = Story.objects.get().code
    Article.objects.filter(pk__in=[article.pk for article in articles[1:]]).update(
        title="خبر آخر", body=OTHER
    )
    list(place_all())
    assert FormerStory.objects.get(code=code).became == articles[0]
