import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.models import ActorName, Article, Mention, Quote
from articles.models.removing import remove
from articles.tests.builders import make_actor, make_article

pytestmark = pytest.mark.django_db


def make_whole_article():
    actor, article = make_actor(), make_article()
    Mention.objects.create(article=article, actor=actor, part="body", surface="المجلس", start=4, end=10)
    ActorName.objects.create(actor=actor, text="حفتر", script="arab", kind="short", evidence_article=article)
    return article


def test_articles_go_with_their_parts_and_leave_their_history():
    article, other = make_whole_article(), make_whole_article()
    remove(Article.objects.filter(pk=article.pk))
    assert (list(Article.objects.all()), Mention.objects.get().article) == ([other], other)
    assert [name.evidence_article for name in ActorName.objects.order_by("pk")] == [None, other]
    assert [model.history.filter(history_type="-").count() for model in (Article, Mention, Quote)] == [
        1,
        1,
        0,
    ]


def test_it_asks_no_more_of_the_database_for_more_rows():
    articles = [make_whole_article() for _number in range(4)]
    counts = []
    for some in (articles[:1], articles[1:]):
        with CaptureQueriesContext(connection) as asked:
            remove(Article.objects.filter(pk__in=[article.pk for article in some]))
        counts.append(len(asked))
    assert counts[0] == counts[1]
