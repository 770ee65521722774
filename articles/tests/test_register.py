"""The register in `fixtures/`: real sources, actors and offices, whole and free of contradictions."""

import re
from collections import Counter, defaultdict
from itertools import combinations

import pytest
from django.core.management import call_command
from django.db import transaction

from articles.arabic.normalizer import fold
from articles.models import Actor, ActorName, Office, Position, Source

SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
ARABIC = re.compile(r"[\u0621-\u064a]")


@pytest.fixture(scope="module")
def loaded(django_db_setup, django_db_blocker):
    """The three files, read once for all tests here and taken back after them."""
    with django_db_blocker.unblock(), transaction.atomic():
        call_command("loaddata", "sources", "actors", "offices", verbosity=0)
        yield
        transaction.set_rollback(True)


@pytest.fixture
def register(loaded, db):
    """The register in the database."""


def certainly_together(one, other):
    """Whether two holders overlap however their bounds are read; a handover within the known month does not."""
    starts = [row.started.latest() for row in (one, other) if row.started]
    ends = [row.ended.earliest() for row in (one, other) if row.ended]
    return not starts or not ends or max(starts) < min(ends)


def test_there_are_enough_of_each(register):
    kinds = Counter(Actor.objects.values_list("kind", flat=True))
    enough = {"person": 250, "organisation": 70, "place": 90}
    assert {kind: kinds[kind] >= least for kind, least in enough.items()} == dict.fromkeys(enough, True)
    assert (Source.objects.count() >= 45, Office.objects.count() >= 90) == (True, True)


def test_every_kind_of_source_is_present(register):
    assert set(Source.objects.values_list("kind", flat=True)) == set(Source.Kind.values)


def test_no_real_source_is_marked_as_a_sample(register):
    assert not Source.objects.filter(is_sample=True).exists()


def test_each_home_page_leads_back_to_its_source(register):
    sites = Source.objects.exclude(homepage="").exclude(kind="social")
    assert [s.slug for s in sites if Source.objects.by_domain(s.homepage) != s] == []


def test_every_actor_has_both_names_and_both_descriptions(register):
    actors = Actor.objects.all()
    assert [a.slug for a in actors if not ARABIC.search(a.name_ar) or ARABIC.search(a.name_en)] == []
    assert [a.slug for a in actors if not (a.description_ar.endswith(".") and a.description_en)] == []


def test_slugs_are_plain_words_in_small_letters(register):
    slugs = [
        slug for model in (Source, Actor, Office) for slug in model.objects.values_list("slug", flat=True)
    ]
    assert [slug for slug in slugs if not SLUG.fullmatch(slug)] == []


def test_no_name_has_stray_blanks_and_each_is_in_its_script(register):
    names = ActorName.objects.all()
    assert [n.text for n in names if n.text != " ".join(n.text.split()) or not n.text] == []
    spelt = [(n.text, n.script) for n in names if n.kind != "abbreviation"]
    assert [text for text, script in spelt if bool(ARABIC.search(text)) != (script == "arab")] == []


def test_no_name_repeats_the_canonical_one_but_to_say_since_when(register):
    names = ActorName.objects.filter(valid_from=None, valid_to=None).select_related("actor")
    assert [n.text for n in names if n.text in (n.actor.name_ar, n.actor.name_en)] == []


def test_a_full_name_means_one_actor_however_it_is_spelt(register):
    bearers = defaultdict(set)
    for actor in Actor.objects.all():
        bearers[fold(actor.name_ar)].add(actor.slug)
    for name in ActorName.objects.filter(kind="full").select_related("actor"):
        bearers[fold(name.text)].add(name.actor.slug)
    assert {name: slugs for name, slugs in bearers.items() if len(slugs) > 1} == {}


def test_a_bare_surname_is_the_short_name_of_its_most_usual_bearer_alone(register):
    short = ActorName.objects.filter(kind="short", actor__kind="person", valid_from=None, valid_to=None)
    bearers = defaultdict(set)
    for name in short.select_related("actor"):
        bearers[fold(name.text)].add(name.actor.slug)
    assert {name: slugs for name, slugs in bearers.items() if len(slugs) > 1} == {}
    assert bearers["حفتر"] == {"khalifa-haftar"}


def test_each_wikidata_identifier_is_used_once(register):
    known = list(Actor.objects.exclude(wikidata_id=None).values_list("wikidata_id", flat=True))
    assert len(known) == len(set(known)) > 0


def test_only_persons_hold_positions_and_only_organisations_have_offices(register):
    assert set(Position.objects.values_list("actor__kind", flat=True)) == {"person"}
    assert set(Office.objects.values_list("organisation__kind", flat=True)) <= {"organisation", "place", None}


def test_an_office_of_one_has_one_holder_at_a_time(register):
    single = Position.objects.filter(office__single_holder=True).select_related("office", "actor")
    by_office = defaultdict(list)
    for position in single:
        by_office[position.office.slug].append(position)
    assert [
        (slug, one.actor.slug, other.actor.slug)
        for slug, positions in by_office.items()
        for one, other in combinations(positions, 2)
        if certainly_together(one, other)
    ] == []


def test_no_holder_is_without_a_beginning_or_a_confidence(register):
    assert not Position.objects.filter(started=None).exists()
    assert not Position.objects.filter(confidence="").exists()


def test_every_holder_of_an_office_is_gendered_as_the_office_can_be(register):
    women = Position.objects.filter(gender="f").select_related("office")
    assert [str(position) for position in women if not position.office.title_ar_feminine] == []


def test_a_wording_of_an_office_means_one_office_on_any_day_unless_bodies_share_it(register):
    bearers = defaultdict(list)
    for office in Office.objects.prefetch_related("names", "positions"):
        texts = {fold(text) for text in (office.title_ar, office.title_ar_feminine) if text}
        for text in texts | {fold(name.text) for name in office.names.all()}:
            bearers[text].append(office)
    clashes = {
        (text, one.slug, other.slug)
        for text, offices in bearers.items()
        for one, other in combinations(offices, 2)
        if one.organisation_id == other.organisation_id
        and any(certainly_together(a, b) for a in one.positions.all() for b in other.positions.all())
    }
    assert clashes == set()
