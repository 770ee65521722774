"""Static files carry their content's hash once collected."""

import re

import pytest
from django.conf import settings
from django.core.management import call_command
from django.utils.module_loading import import_string

HASHED = re.compile(r"^/static/css/base\.[0-9a-f]{12}\.css$")


@pytest.fixture
def files(tmp_path, monkeypatch):
    """The site's own storage over an empty folder."""
    storage = import_string(settings.STORAGES["staticfiles"]["BACKEND"])(location=tmp_path)
    monkeypatch.setattr(
        "django.contrib.staticfiles.management.commands.collectstatic.staticfiles_storage", storage
    )
    return storage


def test_a_file_that_has_not_been_collected_keeps_its_name(files):
    assert files.url("css/base.css") == "/static/css/base.css"


def test_a_collected_file_is_named_by_its_content(files):
    call_command("collectstatic", interactive=False, verbosity=0, ignore_patterns=["hx-*"])
    assert HASHED.match(files.url("css/base.css"))


def test_scripts_import_one_another_by_the_hashed_names(files, tmp_path):
    call_command("collectstatic", interactive=False, verbosity=0, ignore_patterns=["hx-*"])
    script = (tmp_path / files.stored_name("js/archive.js")).read_text(encoding="utf-8")
    assert re.search(r"theme\.[0-9a-f]{12}\.js", script)


def test_a_file_made_after_the_collecting_is_served_as_it_lies(files):
    call_command("collectstatic", interactive=False, verbosity=0, ignore_patterns=["hx-*"])
    assert files.url("css/made-later.css") == "/static/css/made-later.css"
