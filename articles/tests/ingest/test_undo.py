import json

import pytest
from django.core.management import CommandError, call_command

from articles.models import Article, Batch, OutboxEntry

from .pages import FIRST

pytestmark = pytest.mark.django_db


@pytest.fixture
def brought(tmp_path):
    file = tmp_path / "a.jsonl"
    file.write_text("\n".join(json.dumps({"title": f"خبر {number}", "body": FIRST}) for number in range(3)))
    call_command("import_articles", file)
    return file


def test_an_import_is_taken_back_whole_and_can_be_made_again(brought):
    call_command("undo_import", str(Batch.objects.get().pk))
    assert (Article.objects.count(), Batch.objects.get().undone_at is None) == (0, False)
    call_command("import_articles", brought)
    assert Article.objects.count() == 3


def test_what_an_editor_has_changed_since_stays(brought):
    article = Article.objects.get(title="خبر 1")
    article.title = "خبر معدل"
    article.save()
    call_command("undo_import", str(Batch.objects.get().pk))
    assert list(Article.objects.values_list("title", flat=True)) == ["خبر معدل"]


def test_what_goes_leaves_the_index_too(brought):
    OutboxEntry.objects.all().delete()
    gone = set(Article.objects.values_list("pk", flat=True))
    call_command("undo_import", str(Batch.objects.get().pk))
    assert set(OutboxEntry.objects.values_list("article", flat=True)) == gone


def test_an_import_is_taken_back_once(brought):
    number = str(Batch.objects.get().pk)
    call_command("undo_import", number)
    with pytest.raises(CommandError):
        call_command("undo_import", number)
