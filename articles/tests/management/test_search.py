"""The archive searched from a terminal."""

import json
import os
import subprocess
import sys
from signal import SIGPIPE

import pytest
from django.conf import settings
from django.core.management import call_command

from articles.search.outbox import drain
from articles.tests.builders import make_article, make_source

pytestmark = pytest.mark.django_db


def printed(capsys, *arguments):
    make_article(
        title="جلسة في سرت", body="قال مُحَمَّد ذلك.", code="abc", source=make_source("المرفأ", slug="marfa")
    )
    drain()
    call_command("search", *arguments, "--no-color")
    return capsys.readouterr().out


def test_results_are_printed_with_their_words_marked(capsys):
    assert printed(capsys, "محمد").splitlines() == [
        "1-1 / 1",
        "",
        "1. جلسة في سرت",
        "المرفأ · 2024-02-14",
        "قال «مُحَمَّد» ذلك.",
    ]


def test_a_machine_gets_one_object(capsys):
    result = json.loads(printed(capsys, "محمد", "--json"))
    [hit] = result["hits"]
    assert (result["total"], {name: hit[name] for name in ("code", "source", "published", "matched")}) == (
        1,
        {"code": "abc", "source": "marfa", "published": "2024-02-14", "matched": ["مُحَمَّد"]},
    )


def test_a_plain_terminal_gets_joined_letters_in_the_order_of_the_eye(capsys):
    assert "ﺕﺮﺳ ﻲﻓ ﺔﺴﻠﺟ .1" in printed(capsys, "محمد", "--shaped")


def test_it_ends_quietly_when_nobody_reads_on():
    reading, writing = os.pipe()
    os.close(reading)
    ended = subprocess.run(
        [sys.executable, "manage.py", "search", "--help"],
        stdout=writing,
        stderr=subprocess.PIPE,
        cwd=settings.BASE_DIR,
        check=False,
    )
    os.close(writing)
    assert (ended.returncode, ended.stderr) == (-SIGPIPE, b"")
