"""An article's text as HTML: escaped first and last, with its actors linked and its Latin words isolated."""

import re
from dataclasses import dataclass
from itertools import groupby

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import mark_safe

from articles.models import Mention
from articles.models.body import grouped

register = template.Library()

# A web address, or Latin words with what stands between them; marks at the end belong to the Arabic around.
LATIN = re.compile(r"https?://[^\s«»،؛]+|[@#]?[A-Za-zÀ-ɏ](?:[\wÀ-ɏ .,'’/:@&+-]*[A-Za-zÀ-ɏ0-9])?", re.ASCII)
RIGHT_TO_LEFT = {"ar"}


@dataclass(frozen=True)
class Run:
    """One element of the text: its kind as `models.body.grouped` tells, and its blocks as safe HTML."""

    kind: str
    blocks: list


@dataclass(frozen=True)
class Text:
    standfirst: str
    runs: list
    named: list


@register.simple_tag
def text_of(article):
    """The article's `Text`: one query for its mentions, whatever their number."""
    mentions = list(article.mentions.shown().select_related("actor"))
    of_part = {part: list(rows) for part, rows in groupby(mentions, key=lambda mention: mention.part)}
    body = of_part.get(Mention.Part.BODY, [])
    runs = [
        Run(kind, [linked(article.body, block.start, block.end, body) for block in blocks])
        for kind, blocks in grouped(article.body)
    ]
    standfirst = linked(
        article.standfirst, 0, len(article.standfirst), of_part.get(Mention.Part.STANDFIRST, [])
    )
    return Text(
        standfirst, runs, sorted({mention.actor for mention in mentions}, key=lambda actor: actor.name)
    )


@register.filter
def isolated(text):
    """Latin words and web addresses each in a ``<bdi>``, so that the Arabic around them keeps its order."""
    pieces, place = [], 0
    for match in LATIN.finditer(str(text)):
        pieces += [("{}", str(text)[place : match.start()]), ("<bdi>{}</bdi>", match.group())]
        place = match.end()
    pieces.append(("{}", str(text)[place:]))
    return mark_safe("".join(format_html(form, piece) for form, piece in pieces))


@register.filter
def direction(language):
    """``"ar"`` → ``"rtl"``."""
    return "rtl" if language in RIGHT_TO_LEFT else "ltr"


def linked(text, start, end, mentions):
    """``text[start:end]`` as safe HTML with each mention in it a link to its actor."""
    pieces = []
    for mention in standing(text, start, end, mentions):
        pieces.append((isolated(text[start : mention.start]),))
        pieces.append((_link(mention),))
        start = mention.end
    return format_html_join("", "{}", [*pieces, (isolated(text[start:end]),)])


def standing(text, start, end, mentions):
    """Mentions within the stretch that still fit its text, of overlapping ones the longest first come."""
    place = start
    for mention in sorted(mentions, key=lambda mention: (mention.start, -mention.end)):
        if (
            mention.start >= place
            and mention.end <= end
            and text[mention.start : mention.end] == mention.surface
        ):
            yield mention
            place = mention.end


def _link(mention):
    return format_html(
        '<a class="named" href="{}">{}</a>', mention.actor.get_absolute_url(), isolated(mention.surface)
    )
