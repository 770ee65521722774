"""An empty archive becomes one to try out, and goes back to having no samples."""

import io
import re

import pytest
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command

from articles.models import Actor, Article, Mention, Report, Source, Story
from articles.models.groups import EDITORS, REVIEWERS
from articles.search import Query, search
from articles.tests.builders import make_article, make_source

pytestmark = pytest.mark.django_db


def run(command, **options):
    out = io.StringIO()
    call_command(command, stdout=out, **options)
    return out.getvalue()


def test_an_empty_archive_gets_its_register_its_samples_and_its_index():
    run("set_up_demo")
    full = (Actor.objects.count() > 80, Source.objects.filter(is_sample=False).count() > 40)
    linked = Mention.objects.shown().exists()
    assert (full, linked, search(Query("حفتر")).total > 0) == ((True, True), True, True)


def test_the_samples_tell_stories():
    run("set_up_demo")
    assert (Story.objects.count() > 20, Report.objects.exclude(original=None).count() > 20) == (True, True)


def test_what_was_loaded_is_where_its_history_begins():
    run("set_up_demo")
    assert Article.history.count() == Article.objects.count()


def test_an_archive_in_use_gets_nothing_loaded():
    make_source()
    run("set_up_demo")
    assert (Source.objects.count(), Actor.objects.count()) == (1, 0)


def test_the_demo_editor_logs_in_with_the_password_printed_once(client):
    make_source()
    said = run("set_up_demo")
    password = re.search(r"password (\S+)", said)[1]
    user = User.objects.get()
    assert (
        client.login(username="editor", password=password),
        user.is_superuser,
        sorted(user.groups.values_list("name", flat=True)),
        said.count(password),
        password in run("set_up_demo"),
    ) == (True, False, sorted([EDITORS, REVIEWERS]), 2, False)


def test_samples_go_and_nothing_else_does():
    sample, own = make_source(is_sample=True), make_source()
    make_article(source=sample, is_sample=True)
    make_article("خبر باق", source=own)
    said = run("remove_samples", yes=True)
    assert said.strip() == "حُذف من العيّنات: مواد 1، مصادر 1."
    assert list(Article.objects.values_list("title", "source")) == [("خبر باق", own.pk)]
    assert list(Source.objects.all()) == [own]


def test_stories_that_only_samples_tell_go_with_them():
    sample = make_source(is_sample=True)
    for _ in range(2):
        make_article(source=sample, is_sample=True)
    Report.objects.update(story=Story.objects.create())
    run("remove_samples", yes=True)
    assert Story.objects.count() == 0


@pytest.mark.parametrize("role", ["source", "origin"])
def test_a_sample_source_that_an_article_depends_on_keeps_all_samples(role):
    sample = make_source(is_sample=True)
    make_article(source=sample, is_sample=True)
    kept = make_article("خبر باق", **{role: sample})
    with pytest.raises(CommandError, match=f"{kept.code}  خبر باق"):
        run("remove_samples", yes=True)
    assert Article.objects.count() == 2


def test_without_a_yes_nothing_goes(monkeypatch):
    make_source(is_sample=True)
    monkeypatch.setattr("builtins.input", lambda: "no")
    with pytest.raises(CommandError):
        run("remove_samples")
    assert Source.objects.exists()
