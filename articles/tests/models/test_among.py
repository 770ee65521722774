"""`__among` finds what `__in` finds."""

import pytest

from articles.models import Article, Report
from articles.tests.builders import make_article

pytestmark = pytest.mark.django_db


@pytest.fixture
def numbers():
    return [make_article(title=f"خبر {number}").pk for number in range(3)]


@pytest.mark.parametrize("name", ["pk", "report__article"])
def test_rows_are_found_by_their_numbers(numbers, name):
    wanted = {*numbers[:2], 10**9}
    found = Article.objects.filter(**{f"{name}__among": wanted}).values_list("pk", flat=True)
    assert sorted(found) == numbers[:2]


def test_rows_are_found_by_the_numbers_of_what_they_belong_to(numbers):
    left_out = Report.objects.exclude(article__among=iter(numbers[:1]))
    assert sorted(left_out.values_list("pk", flat=True)) == numbers[1:]


def test_among_none_is_nothing(numbers):
    assert not Article.objects.filter(pk__among=[]).exists()
