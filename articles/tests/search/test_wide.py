"""What the wide level adds: usual mistakes in names, and words two letters away that sound alike."""

import pytest

from articles.models import Mention
from articles.search import Query, search
from articles.search.outbox import drain
from articles.tests.builders import make_actor, make_article

pytestmark = pytest.mark.django_db


def totals(typed):
    """At the default level and at the wide one."""
    return tuple(search(Query(typed, level=level)).total for level in ("stem", "wide"))


@pytest.mark.parametrize(
    ("typed", "written", "found"),
    [
        ("استيفانيا", "استفاني", (0, 1)),
        ("الانتخابي", "الانتحاري", (0, 0)),
        ("باشغاا", "باشاغا", (0, 1)),
        ("صرمان", "سرمان", (0, 1)),
        ("غرار", "قرار", (0, 0)),
    ],
)
def test_words_that_come_close(typed, written, found):
    make_article(body=f"تحدث {written} أمس")
    drain()
    assert totals(typed) == found


def test_a_short_word_comes_close_only_to_a_name():
    make_actor("ظاهر الورفلي")
    make_article(body="تحدث ظاهر أمس عن قرار")
    drain()
    assert (totals("ضاهر"), totals("غرار")) == ((0, 1), (0, 0))


def test_what_came_close_is_marked_and_said():
    make_article(body="زار وفد سرمان أمس")
    drain()
    [hit] = search(Query("صرمان", level="wide")).hits
    assert (hit.matched, hit.level) == (("سرمان",), "wide")


def test_a_well_known_word_is_no_slip_for_another():
    for _ in range(10):
        make_article(body="تحدث رئيس الحكومة الدبيبة")
    make_article(body="تحدثت الطبيبة")
    make_article(body="تحدث الدبيية")
    drain()
    assert totals("الدبيبة") == (10, 11)


def test_a_shared_name_widens_to_each_bearer_and_lets_one_be_chosen():
    father, son = make_actor("خليفة حفتر", aliases=["حفتر"]), make_actor("صدام حفتر", aliases=["حفتر"])
    for actor in (father, son):
        article = make_article(body="زار القائد المدينة")
        Mention.objects.create(
            article=article, actor=actor, start=4, end=10, surface="القائد", status="confirmed"
        )
    drain()
    page = search(Query("حفتر", level="wide"))
    choices = {choice.text: search(choice.query).total for choice in page.reading.bearers}
    assert (page.total, choices) == (2, {"خليفة حفتر": 1, "صدام حفتر": 1})
    assert (
        search(Query("حفتر")).reading.bearers
        == search(Query("خليفة حفتر", level="wide")).reading.bearers
        == ()
    )
