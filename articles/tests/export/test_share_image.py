"""The picture of an article: its size, where its ink is, and letters shaped once."""

import datetime
from io import BytesIO

import pytest
from PIL import Image, ImageChops

from articles.arabic.shaping import shaped
from articles.export import share_image as drawing
from articles.models import Article, Source

LONG = "مجلس النواب يعقد جلسة في سرت لبحث ميزانية التنمية وتعديل القوانين الانتخابية " * 5


def article(**fields):
    source = Source(name_ar="صحيفة المرفأ", name_en="Al Marfa")
    date = datetime.datetime(2024, 2, 14, 12, tzinfo=datetime.UTC)
    given = {"title": "جلسة في سرت", "source": source, "published_at": date, "published_precision": "day"}
    return Article(**{**given, **fields})


def drawn(**fields):
    return Image.open(BytesIO(drawing.share_image(article(**fields)))).convert("L")


def ink(image):
    """The box around the title's ink."""
    middle = image.crop((60, 140, 1140, 500))
    return ImageChops.invert(middle).point(lambda value: 255 if value > 60 else 0).getbbox()


def test_it_is_a_png_of_the_size_that_sites_expect():
    with Image.open(BytesIO(drawing.share_image(article()))) as image:
        assert (image.format, image.size) == ("PNG", (1200, 630))


def test_arabic_begins_at_the_right_and_english_at_the_left():
    arabic, english = ink(drawn()), ink(drawn(title="Session in Sirte", language="en"))
    assert (arabic[0] > 400, arabic[2] > 1040, english[0] < 40) == (True, True, True)


def test_letters_are_joined_before_the_basic_layout_draws_them():
    face = drawing.font(drawing.BOLD, 60)
    joined, apart = face.getlength(shaped("سرت")), face.getlength("سرت")
    assert (face.layout_engine, joined < apart) == (0, True)


def test_a_long_title_is_set_smaller_and_cut_with_a_sign():
    short, _face = drawing.fitted("جلسة في سرت", 1040)
    lines, face = drawing.fitted(LONG, 1040)
    assert (short, len(lines), face.size, lines[-1].endswith(" …")) == (["جلسة في سرت"], 4, 46, True)


@pytest.mark.parametrize("size", drawing.TITLE_SIZES)
def test_no_line_is_wider_than_its_room(size):
    face = drawing.font(drawing.BOLD, size)
    assert max(face.getlength(shaped(line)) for line in drawing.wrapped(LONG, face, 1040)) <= 1040


def test_an_undated_article_says_so():
    assert drawing._origin_line(article(published_at=None, published_precision="unknown"), True).endswith(
        "بلا تاريخ"
    )
