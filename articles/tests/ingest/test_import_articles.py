import json
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from django.core.management import CommandError, call_command

from articles.models import Article, Mention, Source
from articles.tests.builders import make_actor, make_source

from .pages import AGGREGATED, FIRST, SECOND, WITHOUT_HEADLINE

pytestmark = pytest.mark.django_db


@pytest.fixture
def run(tmp_path, capsys):
    """Writes files, imports their folder and returns the summary with places relative to the folder."""

    def run(files=(), **options):
        (tmp_path / "in").mkdir(exist_ok=True)
        for name, content in dict(files).items():
            (tmp_path / "in" / name).write_bytes(content if isinstance(content, bytes) else content.encode())
        call_command("import_articles", tmp_path / "in", json=True, **options)
        return json.loads(capsys.readouterr().out.replace(f"{tmp_path}/in/", ""))

    return run


def counts(summary):
    return tuple(summary[name] for name in ("read", "added", "unchanged", "skipped"))


def line(**fields):
    return json.dumps({"title": "عودة السوق إلى العمل", "body": FIRST} | fields, ensure_ascii=False)


def test_pages_are_imported_published_with_source_and_origin(run):
    aggregator = make_source("ليبيا الآن")
    summary = run({"a.txt": AGGREGATED.replace("ليبيا الآن", "ليبيا الان")})
    article = Article.objects.published().get()
    assert counts(summary) == (1, 1, 0, 0)
    assert (article.source, article.origin.name_ar) == (aggregator, "بوابة المرفأ")
    assert [source["name"] for source in summary["new_sources"]] == ["بوابة المرفأ"]


def test_importing_twice_adds_nothing(run):
    files = {"a.txt": AGGREGATED, "b.txt": WITHOUT_HEADLINE, "c.jsonl": line(url="https://marfa.example/1")}
    assert [counts(run(files)), counts(run(files))] == [(3, 3, 0, 0), (3, 0, 3, 0)]
    assert Article.objects.count() == 3


def test_a_dry_run_reports_the_same_and_writes_nothing(run):
    files = {"a.txt": AGGREGATED, "b.txt": AGGREGATED}
    dry = run(files, dry_run=True)
    assert (counts(dry), Article.objects.count(), Source.objects.count()) == ((2, 1, 1, 0), 0, 0)
    assert run(files) | {"batch": None} == dry | {"dry_run": False}


def test_bad_files_and_lines_are_reported_with_their_place_and_stop_nothing(run):
    lines = [
        line(),
        "{broken",
        "[]",
        line(body=""),
        line(url="javascript:alert(1)"),
        line(date="قريبا"),
        line(title="آخر"),
    ]
    summary = run({"a.jsonl": "\n".join(lines), "b.txt": b"\x89PNG\0", "c.txt": "", "d.pdf": "x"})
    assert counts(summary) == (10, 2, 0, 8)
    assert [refusal["place"] for refusal in summary["why"]] == [
        *(f"a.jsonl:{number}" for number in (2, 3, 4, 5, 6)),
        "b.txt",
        "c.txt",
        "d.pdf",
    ]


def test_records_keep_all_that_they_state(run):
    source = make_source("بوابة المرفأ", slug="marfa")
    record = {
        "العنوان": "عودة السوق إلى العمل",
        "text": f"{FIRST}\n{SECOND}",
        "source": "marfa",
        "التاريخ": "2024-02-14T10:30",
        "link": "https://marfa.example/1",
        "author": ["سالم", "علي"],
    }
    run({"a.jsonl": json.dumps(record)})
    article = Article.objects.get()
    when = datetime(2024, 2, 14, 10, 30, tzinfo=ZoneInfo("Africa/Tripoli"))
    assert (article.source, article.published_at, article.published_precision) == (source, when, "minute")
    assert (article.body, article.byline) == (f"{FIRST}\n\n{SECOND}", "سالم، علي")


@pytest.mark.parametrize(
    ("date", "precision"),
    [
        ("2024", "year"),
        ("فبراير 2024", "month"),
        ("14 فبراير 2024", "day"),
        ("14/2/2024", "day"),
        (None, "unknown"),
    ],
)
def test_a_date_is_kept_as_precise_as_stated(run, date, precision):
    run({"a.jsonl": line(date=date)})
    assert Article.objects.get().published_precision == precision


def test_texts_without_a_source_go_to_the_one_given(run):
    source = make_source("بوابة المرفأ")
    summary = run({"b.txt": WITHOUT_HEADLINE}, source="بوابه المرفا")
    assert (Article.objects.get().source, summary["without_source"]) == (source, 0)


def test_without_a_given_source_they_go_to_the_unknown_one_and_the_summary_says_so(run):
    summary = run({"b.txt": WITHOUT_HEADLINE})
    assert (Article.objects.get().source.slug, summary["without_source"]) == ("unknown", 1)
    assert [row["title"] for row in summary["suggested_titles"]] == ["صيانة السوق الكبير قبل الشتاء"]


def test_a_source_made_from_the_name_on_a_page_waits_to_be_checked(run):
    run({"a.txt": AGGREGATED})
    made = Source.objects.get(name_ar="بوابة المرفأ")
    assert (made.to_check, made.note) == (True, "")


def test_an_address_of_a_known_domain_tells_the_source(run):
    source = make_source("بوابة المرفأ")
    source.domains.create(domain="marfa.example")
    run({"a.jsonl": line(url="https://www.marfa.example/1")})
    assert Article.objects.get().source == source


def test_an_unknown_source_on_the_command_line_is_an_error(tmp_path):
    with pytest.raises(CommandError):
        call_command("import_articles", tmp_path, source="لا أحد")


def test_imported_articles_have_a_history_and_wait_for_the_index(run):
    run({"a.txt": AGGREGATED})
    assert Article.objects.get().history.count() == 1


def test_the_number_of_queries_does_not_grow_with_the_items(run, django_assert_max_num_queries):
    run({"z.jsonl": line(title="للبدء")})
    many = "\n".join(line(title=f"عودة السوق رقم {number}") for number in range(200))
    with django_assert_max_num_queries(60):
        run({"a.jsonl": many})


def test_refused_rows_go_to_a_file_that_can_be_mended_and_imported(run, tmp_path):
    errors = tmp_path / "errors.jsonl"
    run({"a.jsonl": "\n".join([line(), "{broken", line(title="آخر", body="")])}, errors=errors)
    assert errors.read_text().splitlines()[1::2] == ["{broken", line(title="آخر", body="")]
    assert [row[:2] for row in errors.read_text().splitlines()[::2]] == ["# ", "# "]
    mended = (
        errors.read_text().replace("{broken", line(title="ثالث")).replace('"body": ""', f'"body": "{SECOND}"')
    )
    errors.write_text(mended)
    call_command("import_articles", errors)
    assert Article.objects.count() == 3


def test_actors_may_be_left_to_be_found_later(run):
    make_actor("خليفة حفتر")
    record = line(body=f"التقى خليفة حفتر وفدا من سرت. {FIRST}")
    run({"a.jsonl": record}, only_load=True)
    assert Mention.objects.count() == 0
    call_command("link_actors", verbosity=0)
    assert Mention.objects.count() > 0
