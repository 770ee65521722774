import datetime

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.utils import translation

from articles.arabic.partial_date import PartialDate
from articles.models import Actor, ActorName, Mention, Office, Position
from articles.tests.builders import make_actor, make_article

pytestmark = pytest.mark.django_db


def make_position(**fields):
    office = Office.objects.create(
        slug=f"office-{Office.objects.count()}",
        title_ar="وزير الخارجية",
        title_ar_feminine="وزيرة الخارجية",
        title_en="Minister of Foreign Affairs",
    )
    return Position.objects.create(actor=make_actor(), office=office, **fields)


def mention(article, actor=None, **fields):
    return Mention.objects.create(
        **{
            "article": article,
            "actor_id": actor and actor.pk,
            "start": 0,
            "end": 4,
            "surface": "حفتر",
            "status": "automatic",
        }
        | fields
    )


def test_an_actor_is_named_in_the_readers_language():
    actor = make_actor("عقيلة صالح", name_en="Aguila Saleh")
    with translation.override("en"):
        assert actor.name == "Aguila Saleh"
    with translation.override("ar"):
        assert actor.name == "عقيلة صالح"


def test_an_alias_stands_once():
    actor = make_actor(aliases=["حفتر"])
    with pytest.raises(IntegrityError):
        ActorName.objects.create(actor=actor, text="حفتر", script="arab", kind="short")


def test_an_office_is_borne_in_its_holders_gender():
    with translation.override("ar"):
        assert make_position(gender="f").title == "وزيرة الخارجية"
        assert make_position(gender="m").title == "وزير الخارجية"


@pytest.mark.parametrize(
    ("day", "held"),
    [((2020, 12, 31), False), ((2021, 1, 1), True), ((2023, 8, 31), True), ((2023, 9, 1), False)],
)
def test_a_bound_known_to_the_month_or_year_reads_widely(day, held):
    position = make_position(started=PartialDate(2021), ended=PartialDate(2023, 8))
    assert position.held_on(datetime.date(*day)) is held


def test_a_position_cannot_end_before_it_starts():
    with pytest.raises(IntegrityError):
        make_position(started=PartialDate(2022), ended=PartialDate(2021, 5))


def test_a_position_of_unknown_start_stands_once():
    position = make_position()
    with pytest.raises(IntegrityError):
        Position.objects.create(actor=position.actor, office=position.office)


def test_partial_dates_come_back_as_they_were():
    position = make_position(started=PartialDate(2021, 3), ended=None)
    position.refresh_from_db()
    assert (position.started, position.ended) == (PartialDate(2021, 3), None)


def test_a_date_that_is_none_is_refused_in_words():
    with pytest.raises(ValidationError, match="2019-04"):
        Position(started="2019-13").clean_fields(exclude=["actor", "office"])


def test_only_shown_mentions_in_public_articles_count():
    actor = make_actor()
    mention(make_article(), actor)
    mention(make_article(), actor, status="suggested")
    mention(make_article(), actor, status="rejected")
    mention(make_article(status="draft"), actor)
    assert Actor.objects.with_article_counts().get(pk=actor.pk).article_count == 1


@pytest.mark.parametrize(
    "fields",
    [{"start": 4, "end": 4}, {"confidence": 1.2}, {"actor_id": None}],
    ids=["no length", "more than certain", "means nobody"],
)
def test_the_database_refuses_a_mention_of(fields):
    with pytest.raises(IntegrityError):
        mention(make_article(), **{"actor_id": make_actor().pk} | fields)
