"""What a server learns when it starts, so that nobody's first save waits for it."""

import pytest

from articles import warming
from articles.actors import linking
from articles.stories import rarity
from articles.tests.builders import make_actor


@pytest.mark.django_db(transaction=True)
def test_names_and_words_are_known_before_the_first_save():
    make_actor("خليفة حفتر")
    linking._gazetteer.cache_clear()
    rarity._lexicon.cache_clear()
    warming.warm_up().join()
    held = linking._gazetteer.cache_info().currsize, rarity._lexicon.cache_info().currsize
    assert held == (1, 1)


def test_what_cannot_be_learned_is_told_and_stops_nothing(monkeypatch, caplog):
    def fail():
        raise OSError("no such folder")

    monkeypatch.setattr(warming, "LEARNED", (fail,))
    monkeypatch.setattr(warming.connections, "close_all", lambda: None)
    warming._learn()
    assert [record.getMessage() for record in caplog.records] == [
        "Not everything was learned before it was needed: no such folder"
    ]
