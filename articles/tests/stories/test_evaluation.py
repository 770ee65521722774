import json
from pathlib import Path

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from articles.stories.evaluation import evaluate, read_gold
from articles.tests.stories.texts import COPY, OTHER, REPORT, RIVAL

GOLD = Path(__file__).with_name("gold.jsonl")


def line(body, story, copy_group=None, date="2025-08-18", source="أ"):
    row = {"title": body[:40], "body": body, "date": date, "source": source}
    return json.dumps(row | {"story": story, "copy_group": copy_group}, ensure_ascii=False)


def test_every_pair_counts_once():
    lines = [line(REPORT, "a", "c"), line(COPY, "a", "c", source="ب"), line(RIVAL, "a"), line(OTHER, "b")]
    report = evaluate(read_gold(lines))
    scores = {"precision": 1.0, "recall": 1.0, "f1": 1.0, "wrong": [], "missed": []}
    assert report == {"texts": 4, "copies": scores | {"pairs": 1}, "stories": scores | {"pairs": 3}}


def test_a_bulletin_of_each_day_tells_no_story_twice():
    bulletin = (
        "أعلن مصرف ليبيا المركزي أسعار صرف العملات الأجنبية مقابل الدينار الليبي، حيث سجل الدولار {} دينار،"
        " واليورو {} دينار، والجنيه {} دينار، فيما استقرت أسعار بقية العملات وفق النشرة اليومية الصادرة عن المصرف."
    )
    lines = [
        line(bulletin.format(5.4 + day, 6.1 + day, 7.2 + day), str(day), None, f"2025-03-0{day}", str(day))
        for day in (1, 2, 3)
    ]
    report = evaluate(read_gold(lines))
    assert [report[part]["wrong"] for part in ("copies", "stories")] == [[], []]


def test_texts_without_a_day_are_read_and_grouped():
    lines = [line(REPORT, "a", "c", None), line(COPY, "a", "c", "2025-08", "ب")]
    assert evaluate(read_gold(lines))["copies"]["f1"] == 1.0


def test_the_gold_is_met():
    report = evaluate(read_gold(GOLD.read_text().splitlines()))
    assert report["copies"]["precision"] >= 0.98
    assert report["copies"]["recall"] >= 0.90
    assert report["stories"]["f1"] >= 0.85


def test_the_command_prints_json(tmp_path, capsys):
    gold = tmp_path / "gold.jsonl"
    gold.write_text(line(REPORT, "a"))
    call_command("evaluate_stories", str(gold))
    assert json.loads(capsys.readouterr().out)["texts"] == 1


def test_a_line_that_is_none_is_named(tmp_path):
    gold = tmp_path / "gold.jsonl"
    gold.write_text("{}\n")
    with pytest.raises(CommandError, match="line 1"):
        call_command("evaluate_stories", str(gold))
