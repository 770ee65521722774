"""How an article is cited."""

import pytest

from articles.export.citation import citation
from articles.tests.builders import make_article, make_source

pytestmark = pytest.mark.django_db
ADDRESS = "https://archive.example/a/x7k2m9qd/"


def test_in_arabic():
    article = make_article("جلسة في سرت", source=make_source("صحيفة المرفأ"))
    expected = f"«جلسة في سرت»، صحيفة المرفأ، 14 فبراير 2024. أرشيف أخبار ليبيا السياسية، {ADDRESS}"
    assert citation(article, ADDRESS) == expected


def test_in_english():
    article = make_article("جلسة في سرت", source=make_source(name_en="Al Marfa"))
    expected = f"“جلسة في سرت”, Al Marfa, 14 February 2024. Archive of Libya's political news, {ADDRESS}"
    assert citation(article, ADDRESS, "en") == expected


def test_whom_the_source_credits_is_named_and_a_missing_date_is_said():
    article = make_article(
        source=make_source("ليبيا الآن"),
        origin=make_source("أخبار ليبيا 24"),
        published_at=None,
        published_precision="unknown",
    )
    expected = f"«جلسة في سرت»، ليبيا الآن (نقلًا عن أخبار ليبيا 24)، بلا تاريخ. أرشيف أخبار ليبيا السياسية، {ADDRESS}"
    assert citation(article, ADDRESS) == expected
