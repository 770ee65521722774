from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest

from articles.arabic.partial_date import PartialDate
from articles.ingest.html_page import read_html
from articles.ingest.sorting import NoArticle
from articles.models.body import blocks

from .pages import FIRST, OLD, SECOND, THIRD

ZONE = ZoneInfo("Africa/Tripoli")
TITLE = "المجلس البلدي يناقش صيانة السوق الكبير"


def page(head="", top="", bottom="", body=(FIRST, SECOND, THIRD), title=f"{TITLE} | بوابة المرفأ"):
    text = "".join(f"<p>{line}</p>" for line in body)
    return f"""<!doctype html><html lang="ar" dir="rtl"><head><title>{title}</title>{head}</head>
        <body><nav><ul><li><a href="/">الرئيسية</a></li><li><a href="/s">سياسة</a></li></ul></nav>
        <article>{top}{text}{bottom}</article><footer>جميع الحقوق محفوظة 2024</footer></body></html>"""


LINKED_DATA = f"""<script type="application/ld+json">{{"@graph": [{{"@type": "WebSite"}}, {{"@type": ["NewsArticle"],
    "headline": "{TITLE}", "datePublished": "2024-02-14T10:30:00+02:00", "author": [{{"name": "سالم"}}],
    "publisher": {{"name": "بوابة المرفأ"}}}}]}}</script>"""
OPEN_GRAPH = f"""<meta property="og:title" content="{TITLE}"><meta property="og:site_name" content="بوابة المرفأ">
    <meta property="article:published_time" content="2024-02-14T08:30:00Z">
    <link rel="canonical" href="https://marfa.example/1">"""


def read(text, url="", known=(), rule="", captured=None):
    data = text if isinstance(text, bytes) else text.encode()
    return read_html("page.html", data, frozenset(known), ZONE, url, rule, captured)


def check(text, expected, **how):
    item = read(text, **how)
    assert {name: getattr(item, name) for name in expected} == expected


def test_linked_data_gives_headline_date_author_and_site():
    published = datetime(2024, 2, 14, 10, 30, tzinfo=timezone(timedelta(hours=2)))
    expected = {"title": TITLE, "source": "بوابة المرفأ", "byline": "سالم", "published": published}
    check(
        page(LINKED_DATA), expected | {"body": f"{FIRST}\n\n{SECOND}\n\n{THIRD}", "title_is_suggested": False}
    )


def test_open_graph_gives_them_too_and_the_canonical_address():
    published = datetime(2024, 2, 14, 8, 30, tzinfo=UTC)
    expected = {
        "title": TITLE,
        "source": "بوابة المرفأ",
        "published": published,
        "url": "https://marfa.example/1",
    }
    check(page(OPEN_GRAPH), expected)


def test_without_metadata_the_pages_title_loses_its_known_site():
    check(page(), {"title": TITLE, "source": "بوابة المرفأ"}, known=["بوابه المرفا"])


def test_a_midnight_is_a_day():
    head = '<meta property="article:published_time" content="2024-02-14T00:00:00+02:00">'
    check(page(head), {"published": PartialDate(2024, 2, 14)})


def test_headings_lists_and_quotes_survive():
    parts = f"<h2>مطالب التجار</h2><p>{SECOND}</p><ul><li>فتح الممرات</li><li>إنارة الطرق</li></ul>"
    item = read(
        page(
            LINKED_DATA,
            body=(FIRST,),
            bottom=f"{parts}<blockquote><p>لن نغلق السوق</p></blockquote><p>{THIRD}</p>",
        )
    )
    assert [(block.kind, block.text) for block in blocks(item.body)][1:] == [
        ("heading", "مطالب التجار"),
        ("paragraph", SECOND),
        ("item", "فتح الممرات"),
        ("item", "إنارة الطرق"),
        ("quote", "لن نغلق السوق"),
        ("paragraph", THIRD),
    ]


def test_scripts_and_handlers_leave_nothing_behind():
    bottom = '<script>steal()</script><img src=x onerror="steal()"><p onclick="steal()">انتهت الجلسة مساء اليوم.</p>'
    item = read(page(LINKED_DATA, bottom=bottom))
    assert ("steal" in item.body, "<" in item.body, "انتهت الجلسة" in item.body) == (False, False, True)


def test_old_pages_are_windows_1256():
    text = page('<meta http-equiv="Content-Type" content="text/html; charset=windows-1256">')
    check(text.encode("cp1256"), {"title": f"{TITLE} | بوابة المرفأ", "encoding": "windows-1256"})


def test_a_source_may_have_a_rule_of_its_own():
    text = page(bottom='<div class="inner"><p>نص قصير خارج ما يُستخرج عادة من هذه الصفحة الطويلة.</p></div>')
    check(text, {"body": "نص قصير خارج ما يُستخرج عادة من هذه الصفحة الطويلة."}, rule="div.inner")


def test_a_canonical_address_of_another_host_is_not_believed():
    check(page(OPEN_GRAPH), {"url": "https://other.example/1"}, url="https://other.example/1")


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("403 Forbidden", ["nginx"]),
        ("Just a moment...", ["Enable JavaScript and cookies to continue to this site please."]),
        ("بوابة المرفأ", ["عذرا، الصفحة المطلوبة غير موجودة على هذا الموقع، عد إلى الرئيسية."]),
        ("بوابة المرفأ", ["نستخدم ملفات تعريف الارتباط لتحسين تجربتك. قبول جميع ملفات تعريف الارتباط."]),
        ("بوابة المرفأ", []),
        ("Marfa", ["You need to enable JavaScript to run this app."]),
        (TITLE, ["ناقش المجلس البلدي صيانة السوق...", "للاستمرار في القراءة يرجى الاشتراك."]),
    ],
)
def test_error_pages_walls_and_empty_pages_are_no_articles(title, body):
    with pytest.raises(NoArticle):
        read(page(title=title, body=body))


def test_a_front_page_is_no_article():
    with pytest.raises(NoArticle):
        read(page(), url="https://marfa.example/")


def test_a_front_page_tells_itself_by_its_own_address():
    with pytest.raises(NoArticle):
        read(page('<link rel="canonical" href="https://marfa.example/">'))


@pytest.mark.parametrize(
    ("line", "published"),
    [
        ("السبت، 03 آب/أغسطس 2013، آخر تحديث 13:00 (GMT+0400)", PartialDate(2013, 8, 3)),
        ("نشر في 14 فبراير 2024", PartialDate(2024, 2, 14)),
        ("14 فبراير 2024 - 10:30 ص", datetime(2024, 2, 14, 10, 30, tzinfo=ZONE)),
        ("فبراير 2024", PartialDate(2024, 2)),
        ("بقلم سالم الورفلي", None),
    ],
)
def test_the_date_is_read_beside_the_headline(line, published):
    check(page(top=f"<h1>{TITLE}</h1><div class=d><span>{line}</span></div>"), {"published": published})


def test_an_address_may_state_the_date():
    check(page(), {"published": PartialDate(2024, 2, 14)}, url="https://marfa.example/2024/02/14/7")


def test_the_rules_for_commenters_are_no_part_of_the_text():
    notice = f"<p>الآراء الواردة أدناه لا تعبر عن رأي الموقع بل عن وجهات نظر أصحابها. {FIRST}</p>"
    check(page(LINKED_DATA, bottom=notice), {"body": f"{FIRST}\n\n{SECOND}\n\n{THIRD}"})


def test_the_sites_name_may_stand_before_the_headline():
    check(page(title=f"بوابة المرفأ - {TITLE}"), {"title": TITLE}, known=["بوابه المرفا"])


def test_what_stands_behind_the_pages_own_headline_is_no_part_of_it():
    check(page(top=f"<h1>{TITLE}</h1>", title=f"{TITLE} | محليات"), {"title": TITLE})


@pytest.mark.parametrize(
    ("author", "byline"),
    [
        ("بوابة المرفأ", ""),
        ("editor@marfa.example", ""),
        ("105092", ""),
        ("admin", ""),
        ("سالم الورفلي", "سالم الورفلي"),
    ],
)
def test_a_byline_names_somebody_and_not_the_site(author, byline):
    check(page(f'{OPEN_GRAPH}<meta name="author" content="{author}">'), {"byline": byline})


BRIEF = "أعلنت بلدية الميناء تعليق الدراسة غدا الخميس بسبب الأحوال الجوية حفاظا على سلامة الطلاب."


def test_news_in_brief_comes_without_what_stands_about_it():
    top = f"<h1>{TITLE}</h1><div>كتب: سالم | 3 دقائق للقراءة</div><div><a>فيسبوك</a><a>تويتر</a></div>"
    bottom = "<div>مقالات ذات صلة<ul><li>معرض الكتاب</li></ul></div>"
    check(page(LINKED_DATA, top=top, body=[BRIEF], bottom=bottom), {"body": BRIEF})


def test_a_page_of_tables_gives_its_headline_source_and_date_and_leaves_its_menu():
    item = read(OLD.encode("cp1256"))
    assert (item.title, item.source, item.published, item.body, item.encoding) == (
        TITLE,
        "موقع المرفأ الإخباري",
        PartialDate(2010, 2, 14),
        f"{FIRST}\n\n{SECOND}",
        "windows-1256",
    )
    assert [cut.role for cut in item.cuts] == ["section"] * 3 + [
        "repeat",
        "published",
        "origin",
        "button",
        "end",
    ]


def test_the_site_is_told_by_the_pages_title_where_that_names_an_outlet():
    check(page(top=f"<h1>{TITLE}</h1>"), {"title": TITLE, "source": "بوابة المرفأ"})


@pytest.mark.parametrize(
    ("captured", "published"),
    [(datetime(2024, 2, 17, 9, tzinfo=ZONE), PartialDate(2024, 2, 14)), (None, None)],
)
def test_days_ago_are_counted_from_the_capture_and_are_no_text(captured, published):
    top = f"<h1>{TITLE}</h1><span>منذ 3 أيام</span>"
    expected = {"published": published, "body": f"{FIRST}\n\n{SECOND}\n\n{THIRD}"}
    check(page(top=top), expected, captured=captured)


def test_a_button_that_says_today_is_no_date():
    check(
        page(top=f"<h1>{TITLE}</h1><a>اليوم</a>"),
        {"published": None},
        captured=datetime(2024, 2, 17, tzinfo=UTC),
    )


def test_the_date_of_a_quotation_is_not_that_of_the_page():
    tweet = "<blockquote>تغريدة <a>14 فبراير 2024</a></blockquote>"
    check(page(top=f"<h1>{TITLE}</h1>{tweet}"), {"published": None})


def test_a_name_beside_the_headline_is_the_byline():
    check(page(top=f"<h1>{TITLE}</h1><span>بقلم / سالم الورفلي</span>"), {"byline": "سالم الورفلي"})


def test_an_agency_that_signs_its_own_news_is_no_other_origin():
    head = OPEN_GRAPH.replace("بوابة المرفأ", "وكالة المرفأ للأنباء")
    check(page(head, bottom="<p>..(المرفأ)..</p>"), {"source": "وكالة المرفأ للأنباء", "origin": ""})


def test_captions_are_no_part_of_the_text():
    figure = "<figure><img src=a.jpg><figcaption>جانب من الجلسة</figcaption></figure>"
    caption = '<div><img src=b.jpg><p class="wp-caption-text">السوق الكبير قبل الصيانة</p></div>'
    text = page(LINKED_DATA, body=(FIRST,), bottom=f"{figure}<p>{SECOND}</p>{caption}<p>{THIRD}</p>")
    check(text, {"body": f"{FIRST}\n\n{SECOND}\n\n{THIRD}"})


def test_a_bold_line_between_paragraphs_is_a_heading_and_a_short_paragraph_is_none():
    lines = f"<p><strong>مطالب التجار</strong></p><p>{SECOND}</p><p>هكذا انتهت الجلسة</p><p>{THIRD}</p>"
    text = page(LINKED_DATA, body=(FIRST,), bottom=lines)
    check(text, {"body": f"{FIRST}\n\n## مطالب التجار\n\n{SECOND}\n\nهكذا انتهت الجلسة\n\n{THIRD}"})


def test_the_text_ends_where_the_page_says_that_it_ends():
    teaser = "افتتح الميناء رصيفا جديدا للسفن الكبيرة صباح الخميس."
    stated = LINKED_DATA.replace('"author"', f'"articleBody": "{FIRST} {SECOND} {THIRD}", "author"')
    item = read(page(stated, bottom=f"<p>{teaser}</p>"))
    assert (item.body, [(cut.text, cut.role) for cut in item.cuts]) == (
        f"{FIRST}\n\n{SECOND}\n\n{THIRD}",
        [(teaser, "end")],
    )


def test_a_stated_text_that_is_only_the_opening_ends_nothing():
    stated = LINKED_DATA.replace('"author"', f'"articleBody": "{FIRST}", "author"')
    check(page(stated), {"body": f"{FIRST}\n\n{SECOND}\n\n{THIRD}"})


@pytest.mark.parametrize(
    "text",
    [
        page(body=["كلمة قصيرة."] * 60_000),
        page(body=[f"<span>{FIRST}</span>"] * 7_000),
        page(bottom="<br>" * 100_000),
        page(bottom=f"<p {' '.join(f'a{number}=1' for number in range(3_000))}>نص</p>"),
    ],
    ids=["paragraphs", "elements", "tags", "attributes"],
)
def test_markup_beyond_measure_is_refused_before_time_is_spent(text):
    with pytest.raises(NoArticle, match="الوسوم"):
        read(text)
