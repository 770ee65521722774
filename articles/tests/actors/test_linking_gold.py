"""The whole linker with the shipped register on articles whose actors were written down by hand."""

from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command

from articles.actors.evaluation import evaluate, read_gold
from articles.actors.linking import gazetteer
from articles.models import Actor

GOLD = Path(__file__).parent / "gold.jsonl"

pytestmark = pytest.mark.django_db


def test_the_linker_keeps_its_measure_on_the_gold_articles():
    register = [path for folder in settings.FIXTURE_DIRS for path in Path(folder).glob("*.json")]
    call_command("loaddata", *(path for path in sorted(register) if path.stem != "samples"), verbosity=0)
    actors = {pk: (name, kind) for pk, name, kind in Actor.objects.values_list("pk", "name_ar", "kind")}
    report = evaluate(read_gold(GOLD.read_text(encoding="utf-8").splitlines()), gazetteer(), actors)
    overall = report["overall"]
    assert (overall["precision"] >= 0.97, overall["recall"] >= 0.95, overall["f1"] >= 0.95) == (True,) * 3, (
        report
    )
