import json

import pytest

from articles.ingest.columns import columns_of


@pytest.mark.parametrize(
    ("name", "text", "columns"),
    [
        ("a.csv", "Texte,id,العنوان\n…,1,خبر\n", [("Texte", "body"), ("id", ""), ("العنوان", "title")]),
        ("a.csv", "title,headline\nأ,ب\n", [("title", "title"), ("headline", "")]),
        ("a.csv", "sep=;\nالعنوان;المتن\nأ;ب\n", [("العنوان", "title"), ("المتن", "body")]),
        ("a.jsonl", f"# a:1: x\n{json.dumps({'Texte': 'x', 'id': 1})}\n", [("Texte", "body"), ("id", "")]),
        ("a.jsonl", "{broken\n", []),
        ("a.txt", "خبر", []),
    ],
)
def test_each_column_is_told_with_the_field_that_it_fills(tmp_path, name, text, columns):
    path = tmp_path / name
    path.write_text(text)
    assert columns_of(path, {"Texte": "body"}) == columns
