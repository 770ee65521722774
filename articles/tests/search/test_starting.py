"""A starting server says what is wrong with the index and has it made anew by another process."""

import logging

import pytest
from django.core.management import call_command

from articles.search import starting
from articles.search.backend import backend
from articles.search.outbox import drain
from articles.search.upkeep import why_rebuild
from articles.tests.builders import make_article


@pytest.fixture
def begun(monkeypatch):
    """What would have been run, instead of its running."""
    commands = []
    monkeypatch.setattr(starting.subprocess, "Popen", lambda command, **options: commands.append(command))
    monkeypatch.setattr(starting.connections, "close_all", lambda: None)
    return commands


@pytest.fixture
def indexed(db):
    make_article()
    drain()


def test_a_good_index_is_passed_over_in_silence(indexed, begun, caplog):
    assert (starting.look_after_index(), begun, caplog.records) == (None, [], [])


def test_an_outdated_index_is_told_and_mended_by_another_process(indexed, begun, caplog, monkeypatch):
    monkeypatch.setattr("articles.search.upkeep.version", lambda: "another")
    reason = starting.look_after_index()
    told = [(record.levelno, reason in record.getMessage()) for record in caplog.records]
    assert (reason, told) == ("made by another version of the analysis", [(logging.WARNING, True)])
    assert [command[1:] for command in begun] == [list(starting.MENDING)]


def test_what_is_begun_mends_it(indexed, begun, index_path):
    for file in index_path.glob("*.toc"):
        file.write_bytes(b"")
    backend().setup_complete = False
    starting.look_after_index()
    [(_python, _option, _django, *command)] = begun
    call_command(*command)
    assert why_rebuild() is None


def test_an_index_that_cannot_be_opened_does_not_keep_the_server_from_starting(begun, caplog, monkeypatch):
    def fail():
        raise OSError("read-only")

    monkeypatch.setattr(starting, "why_rebuild", fail)
    assert (starting.look_after_index(), begun) == ("read-only", [])
    assert [record.levelno for record in caplog.records] == [logging.ERROR]
