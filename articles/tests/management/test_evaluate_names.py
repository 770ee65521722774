"""manage.py evaluate_names prints how often Latin spellings find their Arabic names."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command


def run(path, **options):
    out = StringIO()
    call_command("evaluate_names", str(path), stdout=out, **options)
    return json.loads(out.getvalue())


def test_the_shares_are_printed_as_json(tmp_path):
    path = tmp_path / "pairs.jsonl"
    path.write_text(
        '{"ar": "حفتر", "latin": "hifter"}\n{"ar": "خوري", "latin": "khoury"}\n', encoding="utf-8"
    )
    assert run(path) == {"pairs": 2, "names": 2, "first": 1.0, "first_five": 1.0}
    assert run(path, limit=1)["pairs"] == 1


@pytest.mark.parametrize("text", ["{", '{"ar": "حفتر"}', None], ids=["no JSON", "no Latin", "no file"])
def test_what_cannot_be_read_is_an_error(tmp_path, text):
    path = tmp_path / "pairs.jsonl"
    if text:
        path.write_text(text, encoding="utf-8")
    with pytest.raises(CommandError):
        run(path)
