"""The picture of an article that other sites show: 1200 × 630, its headline, source and date.

Pillow's basic layout is forced and the shaping done here, since the library that shapes for Pillow is not on every
platform; where it is, text shaped twice would come out reversed.
"""

from functools import cache
from io import BytesIO

from django.contrib.staticfiles import finders
from django.utils.translation import gettext as _
from django.utils.translation import override
from PIL import Image, ImageDraw, ImageFont

from articles.arabic.dates import written
from articles.arabic.shaping import shaped

from .digits import in_archive_digits

SIZE = (1200, 630)
MARGIN = 80
PAPER, INK, MUTED, ACCENT = "#fdfcf9", "#1c1b19", "#5d5952", "#0a5c69"
TITLE_SIZES = (68, 60, 52, 46)
TITLE_LINES = 4
LINE_HEIGHT = 1.5
REGULAR, BOLD = "Regular", "SemiBold"


@cache
def font(weight, size):
    path = finders.find(f"fonts/IBMPlexSansArabic-{weight}.ttf")
    return ImageFont.truetype(path, size, layout_engine=ImageFont.Layout.BASIC)


def share_image(article):
    """The picture as PNG bytes, in the language of the article."""
    image = Image.new("RGB", SIZE, PAPER)
    draw = ImageDraw.Draw(image)
    rtl = article.language == article.Language.ARABIC
    edge = SIZE[0] - 24 if rtl else 0
    draw.rectangle((edge, 0, edge + 24, SIZE[1]), fill=ACCENT)
    with override(article.language if article.language in ("ar", "en") else "en"):
        _write(draw, MARGIN - 20, _("Archive of Libya's political news"), font(REGULAR, 34), ACCENT, rtl)
        _write(draw, SIZE[1] - MARGIN - 40, _origin_line(article, rtl), font(REGULAR, 36), MUTED, rtl)
    lines, face = fitted(article.title, SIZE[0] - 2 * MARGIN)
    top = (SIZE[1] - len(lines) * face.size * LINE_HEIGHT) / 2
    for number, line in enumerate(lines):
        _write(draw, top + number * face.size * LINE_HEIGHT, line, face, INK, rtl)
    with BytesIO() as file:
        image.save(file, "PNG", optimize=True)
        return file.getvalue()


def fitted(title, width):
    """The title in at most four lines and the largest type that allows it; the smallest cuts with «…»."""
    for size in TITLE_SIZES:
        face = font(BOLD, size)
        lines = wrapped(title, face, width)
        if len(lines) <= TITLE_LINES:
            return lines, face
    return [*lines[: TITLE_LINES - 1], f"{lines[TITLE_LINES - 1]} …"], face


def wrapped(text, face, width):
    """Lines in reading order, broken between words where the shaped line would pass `width` pixels."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and face.getlength(shaped(longer)) > width:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


def _origin_line(article, rtl):
    language = "ar" if rtl else "en"
    date = in_archive_digits(written(article.date, language)) if article.date else _("undated")
    return f"{article.source.name}  ·  {date}"


def _write(draw, top, text, face, colour, rtl):
    """One line set from its own start: the right edge for Arabic."""
    line = shaped(text, "R" if rtl else "L")
    start = SIZE[0] - MARGIN - face.getlength(line) if rtl else MARGIN
    draw.text((start, top), line, font=face, fill=colour)
