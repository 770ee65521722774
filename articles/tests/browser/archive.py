"""A small archive with one of each thing that a page can show."""

import datetime

from django.utils import timezone

from articles.models import Mention, Office, Position, Report, Story, Version
from articles.tests.builders import make_actor, make_article, make_source

BODY = """عقد مجلس النواب جلسته في سرت، وقال عقيلة صالح لوكالة Reuters إن القوانين ستُقر.

## جدول الأعمال

- الميزانية
- المناصب السيادية

> لن تُؤجل الجلسة."""


def build():
    """Returns the article that names the actor."""
    source = make_source(
        "صحيفة المرفأ", slug="marfa", homepage="https://marfa.example/", country="LY", is_sample=True
    )
    actor = make_actor("عقيلة صالح", slug="aguila-saleh", aliases=["صالح"], description_ar="رئيس مجلس النواب")
    make_actor("مجلس النواب", "organisation", slug="house")
    office = Office.objects.create(slug="speaker", title_ar="رئيس مجلس النواب", title_en="Speaker")
    Position.objects.create(actor=actor, office=office, started="2014-08-05")
    article = make_article(
        "جلسة في سرت", BODY, source=source, standfirst="بحضور ثمانين عضوًا", url="https://marfa.example/1"
    )
    for number, body in enumerate([BODY.replace("سرت", "طبرق"), BODY], 1):
        Version.objects.create(
            article=article,
            number=number,
            title=article.title,
            body=body,
            captured_at=day(2024, 2, 14 + number),
        )
    start = BODY.index("عقيلة صالح")
    Mention.objects.update_or_create(
        {"surface": "عقيلة صالح", "status": "confirmed"},
        article=article,
        actor=actor,
        part="body",
        start=start,
        end=start + 10,
    )
    make_article(
        "حكومة جديدة في طرابلس",
        "منح مجلس النواب الحكومة ثقته.",
        published_at=day(2021, 3, 15),
        source=make_source("وكالة"),
    )
    tell_together(
        article,
        make_article(
            "ثمانون عضوًا في سرت",
            "اجتمع ثمانون عضوًا في سرت بحضور عقيلة صالح، وغاب 12 عضوًا.",
            source=make_source("قناة الرصيف"),
        ),
    )
    make_article("بلا تاريخ", "نص.", published_at=None, published_precision="unknown")
    make_article("مسحوبة", status="withdrawn", withdrawal_reason="طلب المصدر", code="gone0000")
    return article


def tell_together(*articles):
    story = Story.objects.create(code="told0000")
    for article in articles:
        Report.objects.update_or_create({"story": story}, article=article)


def day(*date):
    return datetime.datetime(*date, 12, tzinfo=timezone.get_current_timezone())
