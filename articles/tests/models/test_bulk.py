"""What is written in bulk is what `create` would have written."""

import datetime

import pytest

from articles.models import Capture, Quote, Report
from articles.models.bulk import insert, update
from articles.tests.builders import make_actor, make_article

pytestmark = pytest.mark.django_db


def values(row):
    return {field.attname: getattr(row, field.attname) for field in row._meta.fields if not field.primary_key}


def test_fields_that_are_not_named_have_their_defaults():
    article, actor = make_article(), make_actor()
    known = {"start": 3, "sentence": "قال", "speech_start": 0, "speech_end": 3}
    insert(Quote, ("article_id", "actor_id", *known), [(article.pk, actor.pk, *known.values())])
    assert values(Quote.objects.get()) == values(Quote(article=article, actor=actor, **known))


def test_times_and_json_are_prepared_by_their_fields():
    at = datetime.datetime(2024, 2, 14, 12, 30, 1, 5, tzinfo=datetime.UTC)
    given = {
        "sha256": "0" * 64,
        "text_sha256": "1" * 64,
        "size": 7,
        "tool": "t",
        "headers": [["a", "ب"]],
        "captured_at": at,
    }
    insert(Capture, (*given,), [(*given.values(),)])
    assert values(Capture.objects.get()) == values(Capture(**given))


def test_a_row_is_given_its_value_by_its_key():
    first, second = make_article(), make_article(title="خبر آخر")
    Report.objects.all().delete()
    insert(Report, ("article_id", "terms"), [(first.pk, b""), (second.pk, b"")])
    update(Report, "original_id", [(first.pk, second.pk)])
    assert dict(Report.objects.values_list("pk", "original")) == {first.pk: None, second.pk: first.pk}


def test_of_nothing_nothing_is_asked(django_assert_num_queries):
    with django_assert_num_queries(0):
        insert(Quote, ("start",), [])
        update(Report, "original_id", [])
