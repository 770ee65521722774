"""The stories gold itself: texts of the sample articles, with rivals, copies and neighbours that are neither."""

import json
from collections import Counter
from pathlib import Path

import pytest
from django.conf import settings

GOLD = [json.loads(line) for line in Path(__file__).with_name("gold.jsonl").read_text().splitlines()]


@pytest.fixture(scope="module")
def samples():
    rows = json.loads(Path(settings.BASE_DIR, "fixtures", "samples.json").read_text())
    return {row["fields"]["code"]: row["fields"] for row in rows if row["model"] == "articles.article"}


def told_by(label):
    """How many texts bear each value of `story` or `copy_group`."""
    return Counter(row[label] for row in GOLD if row[label])


def test_every_text_is_a_published_sample_word_for_word(samples):
    changed = [
        row["id"]
        for row in GOLD
        if [row["title"], row["body"], [row["source"]], "published"]
        != [samples[row["id"]][name] for name in ("title", "body", "source", "status")]
    ]
    assert changed == []


def test_there_are_rival_reports_and_lone_ones():
    counts = told_by("story").values()
    assert (len(GOLD) > 100, sum(count > 1 for count in counts) > 30, min(counts)) == (True, True, 1)


def test_a_copy_is_of_its_original_s_story_and_from_another_source():
    for group in told_by("copy_group"):
        texts = [row for row in GOLD if row["copy_group"] == group]
        assert len({row["story"] for row in texts}) == 1 < len({row["source"] for row in texts})
