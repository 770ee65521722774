from types import SimpleNamespace

import pytest

from articles.stories.folding import folded
from articles.tests.builders import make_article, make_source
from articles.tests.stories.texts import COPY, OTHER, REPORT

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("copies", [1, 3])
def test_copies_stand_under_the_entry_that_comes_first(copies, django_assert_num_queries):
    first, other = make_article("أ", REPORT), make_article("ب", OTHER, source=make_source())
    carriers = [make_article(f"نسخة {number}", COPY, source=make_source()) for number in range(copies)]
    entries = [SimpleNamespace(article=article) for article in (carriers[0], other, first)]
    with django_assert_num_queries(2):
        rows = folded(entries)
    assert [(row.entry.article, row.copies) for row in rows] == [
        (carriers[0], (first, *carriers[1:])),
        (other, ()),
    ]
