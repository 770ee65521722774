import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import transaction

from articles.actors.linking import link, link_all
from articles.models import ActorName, Mention, Office, Position
from articles.tests.builders import make_actor, make_article

pytestmark = pytest.mark.django_db


@pytest.fixture
def haftar():
    return make_actor("خليفة حفتر", aliases=["حفتر"])


def mentions(article):
    return [(row.part, row.surface, row.status) for row in article.mentions.order_by("part", "start")]


def test_saving_an_article_links_it(haftar):
    article = make_article(title="حفتر في سرت", body="وصل خليفة حفتر.")
    assert mentions(article) == [("body", "خليفة حفتر", "automatic"), ("title", "حفتر", "automatic")]


def test_links_share_the_fate_of_the_transaction(haftar):
    article = make_article(body="لا أحد")
    article.body = "وصل خليفة حفتر"
    with transaction.atomic():
        article.save()
        transaction.set_rollback(True)
    assert mentions(article) == []


def test_an_edit_links_anew(haftar):
    article = make_article(body="وصل خليفة حفتر.")
    article.body = "لم يصل أحد، ثم وصل خليفة حفتر."
    article.save()
    (mention,) = article.mentions.all()
    assert article.body[mention.start : mention.end] == "خليفة حفتر"


def test_linking_again_changes_nothing(haftar):
    article = make_article(body="وصل خليفة حفتر.")
    before = list(article.mentions.values_list("pk"))
    assert (link(article), list(article.mentions.values_list("pk"))) == (False, before)


def test_a_rejected_mention_is_not_offered_again(haftar):
    article = make_article(body="وصل خليفة حفتر.")
    article.mentions.update(status="rejected")
    article.body = "أولا. وصل خليفة حفتر."
    article.save()
    assert mentions(article) == [("body", "خليفة حفتر", "rejected")]


def test_a_confirmed_mention_moves_with_its_words(haftar):
    other = make_actor("حفتر آخر")
    article = make_article(body="وصل خليفة حفتر.")
    article.mentions.update(status="confirmed", actor=other)
    article.body = "وأخيرا وصل خليفة حفتر."
    article.save()
    (mention,) = article.mentions.all()
    assert (mention.actor, article.body[mention.start : mention.end]) == (other, "خليفة حفتر")


def test_a_decision_goes_when_its_words_go(haftar):
    article = make_article(body="وصل خليفة حفتر.")
    article.mentions.update(status="confirmed")
    article.body = "لم يصل أحد."
    article.save()
    assert mentions(article) == []


def test_a_new_alias_is_known_at_once(haftar):
    article = make_article(body="وصل القائد المرتقب.")
    ActorName.objects.create(actor=haftar, text="القائد المرتقب", script="arab", kind="nisba")
    assert (link(article), mentions(article)) == (True, [("body", "القائد المرتقب", "automatic")])


def test_an_office_without_a_known_holder_is_kept(haftar):
    office = Office.objects.create(slug="speaker", title_ar="رئيس مجلس النواب", title_en="Speaker")
    article = make_article(body="صرح رئيس مجلس النواب.")
    assert [(row.actor, row.office) for row in article.mentions.all()] == [(None, office)]


def test_an_office_date_decides_its_holder(haftar):
    office = Office.objects.create(slug="commander", title_ar="القائد العام", title_en="Commander")
    Position.objects.create(actor=haftar, office=office, started="2015-03")
    article = make_article(body="صرح القائد العام.")
    assert [(row.actor, row.office, row.method) for row in article.mentions.all()] == [
        (haftar, office, "office")
    ]


def test_all_articles_can_be_linked_anew(haftar):
    make_article(body="وصل خليفة حفتر.")
    Mention.objects.all().delete()
    assert [changed for _article, changed in link_all()] == [True]


def test_the_command_says_how_many_changed(haftar):
    make_article(body="وصل خليفة حفتر.")
    Mention.objects.all().delete()
    out = StringIO()
    call_command("link_actors", stdout=out, verbosity=0)
    assert ("1" in out.getvalue(), Mention.objects.count()) == (True, 1)


@pytest.mark.parametrize("count", [1, 3])
def test_linking_takes_the_same_queries_for_one_mention_and_three(
    count, haftar, django_assert_max_num_queries
):
    article = make_article(body="لا أحد")
    article.body = "وصل خليفة حفتر. " * count
    with django_assert_max_num_queries(16):
        link(article)


def test_evaluation_counts_right_missed_and_wrong(haftar, tmp_path):
    make_actor("سرت", kind="place")
    gold = tmp_path / "gold.jsonl"
    gold.write_text(
        json.dumps(
            {"title": "", "body": "خليفة حفتر في سرت", "date": "2024-01-01", "actors": ["خليفة حفتر", "درنة"]}
        )
    )
    out = StringIO()
    call_command("evaluate_linking", str(gold), stdout=out)
    report = json.loads(out.getvalue())
    assert (report["overall"], report["mistakes"]) == (
        {"precision": 0.5, "recall": 0.5, "f1": 0.5, "right": 1, "missed": 1, "wrong": 1},
        [{"title": "", "missed": ["درنة"], "wrong": ["سرت"]}],
    )


def test_a_bad_gold_line_is_named(tmp_path):
    gold = tmp_path / "gold.jsonl"
    gold.write_text("{}\n")
    with pytest.raises(CommandError, match="line 1"):
        call_command("evaluate_linking", str(gold))
