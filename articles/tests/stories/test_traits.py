"""Drawn from many texts at once, each is what its profile tells."""

from articles.arabic.reading import Joined
from articles.stories.profile import READ, Profile
from articles.stories.traits import traits_of
from articles.tests.stories.texts import OTHER, REPORT, RIVAL

LONG = "\n\n".join([REPORT, "تابعونا على صفحتنا", RIVAL] * (READ // len(REPORT)))
TEXTS = [
    ("حريق في المصفاة", REPORT),
    ("", ""),
    ("عنوان بلا متن", "خبر"),
    ("متن طويل", LONG),
    ("", OTHER + "\n\nالمصدر: وال"),
]


def test_many_texts_have_the_traits_of_their_profiles():
    read = Joined([part for title, body in TEXTS for part in (title, "", body)])
    found = traits_of(read, range(0, 15, 3), range(2, 15, 3))
    profiles = [Profile(0, None, None, title, body) for title, body in TEXTS]
    assert [tuple(one) for one in found] == [(one.terms, one.headline, one.sketch) for one in profiles]


def test_of_no_texts_there_are_no_traits():
    assert traits_of(Joined([]), range(0), range(0)) == []
