"""How the words of articles stand in the fields of the index."""

import numpy as np
from hypothesis import example, given
from hypothesis import strategies as st

from articles.search.layout import laid_out
from articles.tests.arabic.test_reading import TEXTS

ARTICLE = ("خطاب", "قال عبدالله", "وصل. غادر\n\nثم عاد")


def told(article, number=0, articles=None):
    """{field: ([word], [position], [beginnings of sentences], [of paragraphs])} of one article of those laid out."""
    return {name: of_one(texts, number) for name, texts in laid_out(articles or [article]).items()}


def of_one(texts, number):
    words = taken(texts.counts, texts.words, number)
    positions = None if texts.positions is None else taken(texts.counts, texts.positions, number).tolist()
    units = (taken(*unit, number).tolist() for unit in (texts.sentences, texts.paragraphs))
    return (texts.terms[words].tolist(), positions, *units)


def taken(counts, rows, number):
    if not len(counts):
        return rows
    ends = np.cumsum(counts)
    return rows[ends[number] - counts[number] : ends[number]]


def test_title_standfirst_and_body_stand_far_apart_and_names_at_one_place():
    fields = told(ARTICLE)
    whole = ["خطاب", "قال", "عبدالله", "عبد", "الله", "وصل", "غادر", "ثم", "عاد"]
    places = [0, 1000, 1001, 1001, 1001, 2000, 2001, 2002, 2003]
    begun = ([0, 1000, 2000, 2001, 2002], [0, 1000, 2000, 2002])
    assert fields["folded"] == (whole, places, *begun)
    assert fields["title_folded"] == (["خطاب"], [0], [], [])
    assert fields["lead_folded"] == (whole[1:7], [0, 1, 1, 1, 1000, 1001], [], [])
    assert fields["exact"][0] == ["خطاب", "قال", "عبدالله", "وصل", "غادر", "ثم", "عاد"]


def test_a_part_longer_than_its_room_moves_the_next():
    fields = told((" ".join(["كلمة"] * 2500), "", "آخر"))
    assert fields["folded"][1][-2:] == [2499, 2699]


def test_the_lead_has_the_runs_of_letters_of_the_first_words_of_the_body():
    fields = told(("", "", " ".join(["من"] * 30)))
    assert (len(fields["grams"][0]), len(fields["lead_grams"][0])) == (30, 20)


@given(st.lists(st.tuples(TEXTS, TEXTS, TEXTS), min_size=1, max_size=4))
@example([ARTICLE, ("", "", ""), ("عبد", "الله", "د."), ARTICLE])
def test_articles_laid_out_together_are_as_each_alone(articles):
    for number, article in enumerate(articles):
        assert told(article, number, articles) == told(article)
