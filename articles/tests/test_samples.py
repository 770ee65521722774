"""The sample outlets and articles in `fixtures/samples.json`: complete, marked as samples, and sound."""

import re

import pytest
from django.core.management import call_command

from articles.models import Article, Source
from articles.models.body import MARKERS, blocks
from articles.models.fields import CODE_LETTERS

HTML = re.compile(r"<\s*/?\s*[a-zA-Z!]|&[a-z]+;|&#\d+;")


@pytest.fixture
def samples(db):
    call_command("loaddata", "samples", verbosity=0)
    return Article.objects.select_related("source", "origin")


def test_there_are_at_least_a_hundred_articles_of_ten_sources(samples):
    assert (samples.count() >= 100, Source.objects.count()) == (True, 10)


def test_all_belong_to_invented_sources_under_a_reserved_domain(samples):
    sources = {article.source for article in samples} | {a.origin for a in samples if a.origin}
    assert [s for s in sources if not s.is_sample or not s.homepage.endswith(".example/")] == []
    assert [article.code for article in samples if not article.is_sample] == []


def test_each_address_leads_back_to_its_source(samples):
    assert [a.code for a in samples if Source.objects.by_domain(a.url) != a.source] == []


def test_every_status_precision_and_kind_of_source_but_the_official_is_present(samples):
    assert {article.status for article in samples} == set(Article.Status.values)
    assert {article.published_precision for article in samples} == set(Article.Precision.values)
    assert {article.source.kind for article in samples} == {"outlet", "agency", "aggregator", "social"}


def test_codes_are_unique_and_speakable(samples):
    codes = [article.code for article in samples]
    assert len(set(codes)) == len(codes)
    assert [code for code in codes if set(code) - set(CODE_LETTERS)] == []


def test_the_digest_is_that_of_the_text(samples):
    assert [article.code for article in samples if not article.text_is_intact()] == []


def test_no_text_holds_html(samples):
    assert [article.code for article in samples if HTML.search(article.text)] == []


def test_every_kind_of_block_is_used_and_no_marker_is_left_in_a_block(samples):
    found = [block for article in samples for block in blocks(article.body)]
    assert {block.kind for block in found} == {"paragraph", *MARKERS.values()}
    assert [block.text for block in found if block.text.startswith(tuple(MARKERS))] == []


def test_captured_after_publication_and_added_after_capture(samples):
    dated = [article for article in samples if article.published_at]
    assert [a.code for a in dated if a.captured_at <= a.published_at] == []
    assert [a.code for a in samples if a.added_at <= a.captured_at] == []


@pytest.mark.parametrize("word", ["حفتر", "الحكومة", "الحكومه", "حكومه", "مُصراتة", "مصراتة", "مصراته"])
def test_the_promised_searches_meet_each_spelling(samples, word):
    assert [a.code for a in samples.published() if re.search(rf"\b{word}\b", a.text)] != []
