"""The search measured on a collection: its figures, and what is wrong with a collection that cannot be read."""

import json

import pytest
from django.core.management import CommandError, call_command

CORPUS = [
    {"_id": 1, "title": "اتفاق برلين", "text": "وقف إطلاق النار"},
    {"_id": "2", "text": "أسعار النفط"},
    {"_id": "3", "title": "بلا نص"},
]
QUERIES = [
    {"_id": "a", "text": "النفط"},
    {"_id": "b", "text": "وقف النار"},
    {"_id": "c", "text": "؟!"},
    {"_id": "unjudged", "text": "النفط"},
]
JUDGED = "query-id\tcorpus-id\tscore\na\t2\t1\nb\t1\t1\nc\t3\t1\nunjudged\t2\t0\n"


@pytest.fixture
def collection(tmp_path):
    """Writes a collection, of which parts may be other than usual."""

    def write(corpus=CORPUS, queries=QUERIES, judged=JUDGED):
        folder = tmp_path / "collection"
        (folder / "qrels").mkdir(parents=True)
        for name, rows in (("corpus", corpus), ("queries", queries)):
            text = rows if isinstance(rows, str) else "\n".join(map(json.dumps, rows))
            (folder / f"{name}.jsonl").write_text(text, encoding="utf-8")
        (folder / "qrels" / "test.tsv").write_text(judged, encoding="utf-8")
        return str(folder)

    return write


def measured(folder, capsys):
    call_command("evaluate_search", "--corpus", folder, "--json", skip_checks=True)
    return json.loads(capsys.readouterr().out)[folder]


@pytest.mark.django_db
def test_a_search_without_words_finds_nothing_and_counts(collection, capsys):
    figures = measured(collection(), capsys)
    figures.pop("queries/s")
    third = round(2 / 3, 4)
    assert figures == {
        "level": "stem",
        "documents": 3,
        "queries": 3,
        **dict.fromkeys(("nDCG@10", "MRR@10", "Recall@10", "Recall@100", "MAP"), third),
    }


@pytest.mark.django_db
def test_an_empty_collection_measures_nought(collection, capsys):
    assert measured(collection(corpus=[]), capsys)["Recall@100"] == 0


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("parts", "said"),
    [
        ({"judged": "query-id\tcorpus-id\tscore\n"}, "none of the queries has a relevant document"),
        ({"judged": JUDGED + "a 0 2 1\n"}, "test.tsv:6: not query, document and score between tabs"),
        ({"corpus": '{"_id": "1"}\n{'}, "corpus.jsonl:2: Expecting"),
        ({"corpus": '{"text": "1"}'}, "corpus.jsonl:1: no _id"),
        ({"queries": '{"_id": "a"}'}, "queries.jsonl:1: no text"),
    ],
)
def test_what_cannot_be_read_is_said_with_its_place(collection, parts, said):
    with pytest.raises(CommandError, match=said):
        call_command("evaluate_search", "--corpus", collection(**parts), skip_checks=True)


def test_a_missing_folder_is_said(tmp_path):
    with pytest.raises(CommandError, match=r"test\.tsv: .*No such file"):
        call_command("evaluate_search", "--corpus", str(tmp_path / "nowhere"), skip_checks=True)
