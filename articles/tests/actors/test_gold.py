"""The linking gold itself: every name is one the register knows, and none is both meant and forbidden."""

import datetime
import json
from pathlib import Path

import pytest
from django.conf import settings

GOLD = [json.loads(line) for line in Path(__file__).with_name("gold.jsonl").read_text().splitlines()]


@pytest.fixture(scope="module")
def registered():
    rows = [
        row
        for path in sorted(Path(settings.BASE_DIR, "fixtures").glob("actors*.json"))
        for row in json.loads(path.read_text())
    ]
    return {row["fields"]["name_ar"] for row in rows if row["model"] == "articles.actor"}


def test_there_are_more_than_a_hundred_texts():
    assert len(GOLD) > 100


def test_every_line_has_its_fields_and_a_date():
    shape = ["title", "body", "date", "actors", "not_actors"]
    assert [row["title"] for row in GOLD if list(row) != shape] == []
    assert all(datetime.date.fromisoformat(row["date"]) for row in GOLD)


def test_every_name_is_in_the_register(registered):
    assert {name for row in GOLD for name in row["actors"] + row["not_actors"]} - registered == set()


def test_nobody_is_both_meant_and_forbidden():
    assert [row["body"] for row in GOLD if set(row["actors"]) & set(row["not_actors"])] == []
