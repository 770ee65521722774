"""An article's text as HTML: escaped first and last, with its actors linked and its Latin words isolated."""

import re
from dataclasses import dataclass
from itertools import groupby

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import mark_safe

from articles.models import Actor, Mention
from articles.models.body import grouped

register = template.Library()

# A web address, or Latin words with what stands between them; marks at the end belong to the Arabic around.
LATIN = re.compile(r"https?://[^\s«»،؛]+|[@#]?[A-Za-zÀ-ɏ](?:[\wÀ-ɏ .,'’/:@&+-]*[A-Za-zÀ-ɏ0-9])?", re.ASCII)
ARABIC = re.compile(r"[\u0600-\u06FF](?:[^A-Za-zÀ-ɏ«»“”()\n،]*[\u0600-\u06FF])?")
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
        Run(kind, [linked(article.body, block.start, block.end, body, article.language) for block in blocks])
        for kind, blocks in grouped(article.body)
    ]
    lead, in_lead = article.standfirst, of_part.get(Mention.Part.STANDFIRST, [])
    standfirst = linked(lead, 0, len(lead), in_lead, article.language)
    return Text(standfirst, runs, sorted({mention.actor for mention in mentions}, key=_in_side_list))


def _in_side_list(actor):
    """People before bodies before places, by name among themselves."""
    return Actor.Kind.values.index(actor.kind), actor.name


@register.filter
def isolated(text, language="ar"):
    """Words that run against the text each in a ``<bdi>``, so that what is around them keeps its order.

    In Arabic those are Latin words and web addresses, in other languages stretches of Arabic.
    """
    pieces, place = [], 0
    against = LATIN if language in RIGHT_TO_LEFT else ARABIC
    for match in against.finditer(str(text)):
        pieces += [("{}", str(text)[place : match.start()]), ("<bdi>{}</bdi>", match.group())]
        place = match.end()
    pieces.append(("{}", str(text)[place:]))
    return mark_safe("".join(format_html(form, piece) for form, piece in pieces))


@register.filter
def direction(language):
    """``"ar"`` → ``"rtl"``."""
    return "rtl" if language in RIGHT_TO_LEFT else "ltr"


def linked(text, start, end, mentions, language="ar"):
    """``text[start:end]`` as safe HTML with each mention in it a link to its actor."""
    pieces = []
    for mention in standing(text, start, end, mentions):
        pieces.append((isolated(text[start : mention.start], language),))
        pieces.append((_link(mention, language),))
        start = mention.end
    return format_html_join("", "{}", [*pieces, (isolated(text[start:end], language),)])


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


def _link(mention, language):
    return format_html(
        '<a class="named" href="{}">{}</a>',
        mention.actor.get_absolute_url(),
        isolated(mention.surface, language),
    )
