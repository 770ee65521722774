import os
from datetime import datetime
from pathlib import Path
from textwrap import wrap
from zoneinfo import ZoneInfo

import pytest
from django.conf import settings

from articles.arabic.partial_date import PartialDate
from articles.ingest.plain_text import read_page
from articles.ingest.sorting import NoArticle
from articles.models.body import blocks

from .pages import AGGREGATED, FIRST, SECOND, THIRD, WITH_POINTS, WITHOUT_HEADLINE

ZONE = ZoneInfo("Africa/Tripoli")
SEEDS = Path(os.environ.get("ARCHIVE_SEEDS", settings.BASE_DIR.parent / "shared" / "seeds"))


def read(text, known=()):
    return read_page("page.txt", text.encode(), frozenset(known), ZONE)


def kinds(item):
    return [(block.kind, block.text) for block in blocks(item.body)]


def check(text, known=(), **expected):
    item = read(text, known)
    assert {name: getattr(item, name) for name in expected} == expected


def test_an_aggregators_header_and_footer_become_source_and_origin():
    check(
        AGGREGATED,
        title="المجلس البلدي يناقش صيانة السوق الكبير",
        title_is_suggested=False,
        source="ليبيا الآن",
        origin="بوابة المرفأ",
        body=f"{FIRST}\n\n{SECOND}\n\n{THIRD}",
    )


def test_every_line_that_is_left_out_is_reported_with_its_place():
    assert [(cut.place, cut.text, cut.role) for cut in read(AGGREGATED).cuts] == [
        ("page.txt:1", "ليبيا الآن", "source"),
        ("page.txt:5", "مصدر الخبر / بوابة المرفأ", "origin"),
        ("page.txt:15", "يمكنك ايضا قراءة الخبر في المصدر من بوابة المرفأ", "origin"),
        ("page.txt:17", "عن مصدر الخبر", "credit"),
        ("page.txt:19", "بوابة المرفأ", "origin"),
    ]


def test_points_under_the_headline_are_a_list_below_the_standfirst():
    check(
        WITH_POINTS,
        title="المجلس يفتح ملف السوق: صيانة قبل الشتاء",
        standfirst=WITH_POINTS.splitlines()[2],
        dateline="طرابلس",
    )
    assert kinds(read(WITH_POINTS)) == [
        ("item", "اللجنة الفنية تنهي دراسة المخططات المقدمة إليها"),
        ("item", "التجار يطلبون إبقاء الممرات مفتوحة أثناء العمل"),
        ("paragraph", FIRST),
        ("paragraph", SECOND),
        ("quote", "ستعلن أسماء الشركات خلال أسبوعين على أبعد تقدير"),
        ("paragraph", THIRD),
    ]


def test_a_missing_headline_is_suggested_from_a_heading_that_stays_where_it_is():
    check(WITHOUT_HEADLINE, title="صيانة السوق الكبير قبل الشتاء", title_is_suggested=True)
    assert kinds(read(WITHOUT_HEADLINE)) == [
        ("paragraph", FIRST),
        ("heading", "صيانة السوق الكبير قبل الشتاء"),
        ("paragraph", SECOND),
        ("heading", "مطالب التجار وردود المجلس"),
        ("paragraph", THIRD),
    ]


def test_without_any_heading_the_opening_words_are_suggested():
    check(
        f"{FIRST}\n\n{SECOND}",
        title="عقد المجلس البلدي في مدينة الميناء جلسة موسعة أمس بحضور ممثلين عن الأحياء القديمة…",
    )


def test_a_known_site_above_the_headline_is_the_source():
    check(
        f"بوابه المرفا\nعودة السوق إلى العمل\n\n{FIRST}", ["بوابه المرفا"], source="بوابه المرفا", body=FIRST
    )


def test_a_known_site_behind_the_headline_is_the_source():
    check(
        f"عودة السوق إلى العمل | بوابة المرفأ\n\n{FIRST}",
        ["بوابه المرفا"],
        title="عودة السوق إلى العمل",
        source="بوابة المرفأ",
    )


def test_labels_give_byline_and_date_and_leave_the_body():
    text = f"عودة السوق إلى العمل\n\nكتب: سالم الورفلي\nالأربعاء 14 فبراير 2024\n\n{FIRST}\n\nشارك\nفيسبوك"
    check(
        text,
        byline="سالم الورفلي",
        published=PartialDate(2024, 2, 14),
        body=FIRST,
        title="عودة السوق إلى العمل",
    )


def test_what_stands_below_the_comments_is_left_out_and_reported():
    item = read(f"عودة السوق إلى العمل\n\n{FIRST}\n\n3 تعليقات\n\nخبر جميل\nشكرا لكم")
    assert (item.body, [cut.text for cut in item.cuts]) == (FIRST, ["3 تعليقات", "خبر جميل", "شكرا لكم"])


def test_a_comments_button_above_the_text_does_not_end_it():
    assert read(f"عودة السوق إلى العمل\n\nتعليقات\n\n{FIRST}").body == FIRST


def test_a_caption_that_stands_twice_under_the_headline_is_no_paragraph():
    item = read(f"عودة السوق إلى العمل\n\nمدخل السوق الكبير\nمدخل السوق الكبير\n\n{FIRST}")
    assert (item.body, item.standfirst) == (FIRST, "")
    assert [cut.role for cut in item.cuts] == ["repeat", "repeat"]


def test_the_headline_repeated_under_itself_is_left_out():
    assert read(f"عودة السوق إلى العمل\n\nعوده السوق الى العمل\n\n{FIRST}").body == FIRST


def test_marked_and_unmarked_lists_are_told_from_paragraphs():
    points = "واتفق الحاضرون على ما يلي:\nفتح الممرات\nإنارة الطرق"
    text = f"عودة السوق إلى العمل\n\n{FIRST}\n\n{points}\n\n{SECOND}\n• أول\n• ثان"
    assert [kind for kind, _text in kinds(read(text))] == [
        "paragraph",
        "paragraph",
        "item",
        "item",
        "paragraph",
        "item",
        "item",
    ]


def test_lines_broken_at_a_fixed_width_are_joined():
    broken = "\n".join(wrap(FIRST, 80))
    assert (
        read(f"عودة السوق إلى العمل\n\n{broken}").body.split()
        == read(f"عودة السوق إلى العمل\n\n{FIRST}").body.split()
    )


@pytest.mark.parametrize(
    ("opening", "place", "origin"),
    [
        ("طرابلس - ", "طرابلس", ""),
        ("بنغازي – ", "بنغازي", ""),
        ("طرابلس (وال) - ", "طرابلس", "وال"),
        ("سرت 14 يناير 2025 (وال) ــ ", "سرت", "وال"),
        ("القاهرة/ ", "القاهرة", ""),
        ("طرابلس/بنغازي - ", "طرابلس/بنغازي", ""),
        ("المجلس البلدي - ", "", ""),
        ("طرابلس ", "", ""),
    ],
)
def test_datelines(opening, place, origin):
    item = read(f"عودة السوق إلى العمل\n\n{opening}{FIRST}")
    assert (item.dateline, item.origin) == (place, origin)
    assert item.body.endswith(FIRST)


def test_a_line_of_place_outlet_and_date_gives_place_and_date():
    text = f"عودة السوق إلى العمل\n\nالقاهرة - بوابة المرفأ | الأربعاء 14 فبراير 2024, 10:35 صباحا\n\n{FIRST}"
    when = datetime(2024, 2, 14, 10, 35, tzinfo=ZONE)
    check(text, dateline="القاهرة", published=when, body=FIRST, standfirst="")


def test_the_date_of_a_dateline_is_the_texts():
    check(f"عودة السوق إلى العمل\n\nسرت 14 يناير 2025 (وال) - {FIRST}", published=PartialDate(2025, 1, 14))


def test_an_agencys_sign_below_the_text_is_its_origin():
    check(f"عودة السوق إلى العمل\n\n{FIRST}\n\n(وال)", origin="وال", body=FIRST)


def test_a_country_after_the_place_credits_nobody():
    check(f"عودة السوق إلى العمل\n\nغدامس (ليبيا) - {FIRST}", dateline="غدامس", origin="")


def test_the_caption_of_an_archive_picture_is_no_standfirst():
    check(f"عودة السوق إلى العمل\n\nمدخل السوق الكبير (أرشيفية)\n\n{FIRST}", standfirst="", body=FIRST)


def test_a_section_above_the_headline_is_not_the_source_of_that_name():
    text = f"الرئيسية\nأخبار ليبيا\nعودة السوق إلى العمل\n\n{FIRST}"
    check(text, ["اخبار ليبيا"], source="", title="عودة السوق إلى العمل")


@pytest.mark.parametrize("text", ["", "  \n\n", "تعليقات", "شارك\nطباعة"])
def test_a_page_without_text_is_refused(text):
    with pytest.raises(NoArticle):
        read(text)


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the three saved pages are not here (ARCHIVE_SEEDS)")
@pytest.mark.parametrize(
    ("name", "title", "source", "origin", "opening", "blocks_by_kind"),
    [
        (
            "000*",
            "المشير حفتر يدعم جهود الأمم المتحدة لتحقيق الاستقرار",
            "ليبيا الان",
            "اخبار ليبيا 24",
            "في خطوة",
            [9, 0, 0, 0],
        ),
        (
            "001*",
            "حفتر يمدّ جسور الحوار مع مصراتة: خطوة جديدة لتجاوز الانقسام",
            "",
            "",
            "- القيدة",
            [13, 0, 2, 1],
        ),
        ("003*", "اتفاق حفتر وقيادات مصراتة لتعزيز الأمن", "", "", "في السياق", [6, 2, 0, 0]),
    ],
)
def test_real_pages(name, title, source, origin, opening, blocks_by_kind):
    path = next(SEEDS.glob(name))
    item = read_page(path.name, path.read_bytes(), frozenset(), ZONE)
    assert (item.title, item.source, item.origin, item.body[: len(opening)]) == (
        title,
        source,
        origin,
        opening,
    )
    found = [kind for kind, _text in kinds(item)]
    assert [found.count(kind) for kind in ("paragraph", "heading", "item", "quote")] == blocks_by_kind
