"""An article's text as HTML: whatever stands in it, it stays text."""

import re

import pytest

from articles.models import Actor, Mention
from articles.templatetags.article_text import isolated, linked, text_of
from articles.tests.builders import make_actor, make_article

HOSTILE = '<script>alert("x")</script>'


def mention(text, surface, actor, start=None):
    start = text.index(surface) if start is None else start
    return Mention(actor=actor, start=start, end=start + len(surface), surface=surface)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("قال لوكالة Reuters أمس", "قال لوكالة <bdi>Reuters</bdi> أمس"),
        ("(Le Monde)، باريس", "(<bdi>Le Monde</bdi>)، باريس"),
        ("على https://a.ly/س?x=1 الآن", "على <bdi>https://a.ly/س?x=1</bdi> الآن"),
        ("حساب @UNSMILibya.", "حساب <bdi>@UNSMILibya</bdi>."),
        ("لجنة «6+6» في 2023", "لجنة «6+6» في 2023"),
        (
            HOSTILE,
            "&lt;<bdi>script</bdi>&gt;<bdi>alert</bdi>(&quot;<bdi>x</bdi>&quot;)&lt;/<bdi>script</bdi>&gt;",
        ),
    ],
)
def test_latin_words_are_isolated(text, expected):
    assert isolated(text) == expected


def test_arabic_words_are_isolated_in_a_latin_text():
    text = "“جلسة في سرت”, Al Marfa (المرفأ), 2024"
    assert isolated(text, "en") == "“<bdi>جلسة في سرت</bdi>”, Al Marfa (<bdi>المرفأ</bdi>), 2024"


def test_a_mention_becomes_a_link():
    text = "التقى حفتر صالح"
    actor = make_unsaved("haftar")
    html = 'التقى <a class="named" href="/actor/haftar/">حفتر</a> صالح'
    assert linked(text, 0, len(text), [mention(text, "حفتر", actor)]) == html


def test_the_text_around_and_in_a_mention_stays_text():
    text = f"{HOSTILE} <b>حفتر</b>"
    link = f'<a class="named" href="/actor/haftar/">{isolated("<b>حفتر")}</a>'
    html = linked(text, 0, len(text), [mention(text, "<b>حفتر", make_unsaved("haftar"))])
    assert html == isolated(f"{HOSTILE} ") + link + isolated("</b>")


def test_of_overlapping_mentions_the_longest_at_the_first_place_is_linked():
    text = "رئيس مجلس النواب"
    mentions = [mention(text, "مجلس النواب", make_unsaved("hor")), mention(text, text, make_unsaved("saleh"))]
    assert linked(text, 0, len(text), mentions) == f'<a class="named" href="/actor/saleh/">{text}</a>'


def test_a_mention_whose_text_has_since_changed_is_not_linked():
    stale = mention("حفتر في طبرق", "حفتر", make_unsaved("haftar"))
    assert linked("صالح في طبرق", 0, 12, [stale]) == "صالح في طبرق"


@pytest.mark.django_db
def test_only_shown_mentions_link_and_each_actor_is_named_once():
    article = make_article(body="حفتر وصالح\n\n## حفتر\n\n- حفتر")
    shown, hidden = make_actor("حفتر", slug="haftar"), make_actor("صالح", slug="saleh")
    for start in [match.start() for match in re.finditer("حفتر", article.body)]:
        Mention.objects.create(
            article=article, actor=shown, start=start, end=start + 4, surface="حفتر", status="confirmed"
        )
    Mention.objects.create(article=article, actor=hidden, start=6, end=10, surface="صالح", status="suggested")
    text = text_of(article)
    link = '<a class="named" href="/actor/haftar/">حفتر</a>'
    assert [(run.kind, run.blocks) for run in text.runs] == [
        ("paragraph", [f"{link} وصالح"]),
        ("heading", [link]),
        ("list", [link]),
    ]
    assert text.named == [shown]


def make_unsaved(slug):
    return Actor(slug=slug, name_ar=slug, name_en=slug)
