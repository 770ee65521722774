"""What each level finds and must not find: a search, a text, and the closest level that brings them together."""

from pathlib import Path

import pytest

from articles.search.engine import create
from articles.search.layout import laid_out
from articles.search.parsing import parse
from articles.search.planning import plan
from articles.search.query import LEVELS
from articles.search.schema import schema

PAIRS = [
    tuple(line.split("\t"))
    for line in (Path(__file__).parent / "pairs.txt").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]
TITLE = "خبر اليوم"


@pytest.fixture(scope="module")
def finder(tmp_path_factory):
    """One index of all the texts; each stands under its own text as number."""
    index = create(str(tmp_path_factory.mktemp("pairs")), schema())
    texts = list(dict.fromkeys(text for _, _, text in PAIRS))
    with index.writer() as writer:
        writer.add_documents(
            [{"id": text} for text in texts],
            laid_out([(TITLE, "", text.replace("\\n", "\n")) for text in texts]),
        )
    return index.finder()


def finding(finder, search, text):
    """The levels at which the search finds the text."""
    number = finder.number_of("id", text)
    read = parse(search)
    return [level for level in LEVELS if number in finder.numbers(plan(read, level, finder).wanted)]


@pytest.mark.django_db
@pytest.mark.parametrize(("closest", "search", "text"), PAIRS)
def test_a_level_finds_what_the_closer_ones_find_and_no_more(finder, closest, search, text):
    wanted = [] if closest == "none" else list(LEVELS[LEVELS.index(closest) :])
    assert finding(finder, search, text) == wanted


def test_there_are_three_hundred_pairs():
    assert len(PAIRS) >= 300
