"""What an actor is to others, on both their pages."""

import re

import pytest

from articles.models import Relation
from articles.tests.builders import make_actor

from .queries import queries

pytestmark = pytest.mark.django_db


def said(client, actor):
    """The relations of an actor's page as one reads them."""
    page = client.get(actor.get_absolute_url()).content.decode()
    found = re.search(r'id="relations">.*?</h2>(.*?)</ul>', page, re.DOTALL)
    return (
        [" ".join(re.sub("<[^>]*>", " ", row).split()) for row in found[1].split("</li>")[:-1]]
        if found
        else []
    )


def test_a_relation_stands_on_both_pages(client):
    saddam, khalifa = make_actor("صدام حفتر"), make_actor("خليفة حفتر")
    Relation.objects.create(actor=saddam, kind="relative", other=khalifa, started="1991")
    assert (said(client, saddam), said(client, khalifa)) == (
        ["من أقارب خليفة حفتر منذ 1991"],
        ["صدام حفتر من أقارب خليفة حفتر منذ 1991"],
    )


def test_three_relations_cost_no_more_queries_than_one(client):
    actor = make_actor()
    Relation.objects.create(actor=actor, kind="ally", other=make_actor())
    one = queries(client, actor.get_absolute_url())
    Relation.objects.create(actor=make_actor(), kind="rival", other=actor)
    Relation.objects.create(actor=actor, kind="member", other=make_actor("المجلس", "organisation"))
    assert queries(client, actor.get_absolute_url()) == one
