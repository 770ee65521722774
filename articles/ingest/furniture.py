"""What stands on a saved page beside the article: labels, buttons, credits, the comments below.

The phrases are a table, `data/furniture.tsv`; matching ignores spelling, digits and signs.
"""

import re
from collections import defaultdict
from pathlib import Path
from typing import NamedTuple

from articles.arabic.stopwords import data_lines, load_words
from articles.ingest.lines import folded

DATA = Path(__file__).parent / "data"
LABEL_WORDS = 25
NOTICE_WORDS = 5
CAPTION_WORDS = 18
VALUE_SIGNS = " /:|–—-•.،"
LABEL_SIGN = re.compile(r"\s*[/:|]")


class Match(NamedTuple):
    """What a line is: its role in the table and the value after the label, if it has one."""

    role: str
    value: str = ""


def _table():
    rows = defaultdict(dict)
    for row in data_lines(DATA / "furniture.tsv"):
        phrase, shape, role = row.split("\t")
        rows[shape][bare(phrase)] = role
    return rows


def bare(text):
    """Folded words without numbers: «(3) تعليقات» → «تعليقات»."""
    return " ".join(word for word in folded(text).split() if not word.isdigit())


TABLE = _table()
OPENINGS = {phrase.split()[0] for shape in ("notice", "lead", "label") for phrase in TABLE[shape]}
NO_SOURCE = load_words(DATA / "no_source.txt")
OUTLETS = load_words(DATA / "outlets.txt")


def recognise(line, above_headline=False):
    """The `Match` of a line that is no part of the article; None for all others.

    >>> recognise("مصدر الخبر / اخبار ليبيا 24")
    Match(role='origin', value='اخبار ليبيا 24')
    """
    words = line.split()
    opens = bare(" ".join(words[:NOTICE_WORDS])).split()
    may_open = bool(opens) and opens[0] in OPENINGS
    if may_open and (role := _noticed(words)):
        return Match(role)
    if len(words) > LABEL_WORDS:
        return None
    key = bare(line)
    if above_headline and key in TABLE["opening"]:
        return Match(TABLE["opening"][key])
    if key in TABLE["line"]:
        return Match(TABLE["line"][key])
    return (
        _ended(key) or _told_inside(key) or _row_of_buttons(line) or (_labelled(words) if may_open else None)
    )


def names_a_source(value):
    """Whether the value of a credit names anyone: «وكالات» and «خاص» do not."""
    words = folded(value).split()
    return bool(words) and not all(word in NO_SOURCE for word in words)


def names_an_outlet(value):
    """Whether a name says of itself what it is: «موقع الواحة», «وكالة الرمال للأنباء»."""
    return not OUTLETS.isdisjoint(folded(value).split())


def is_same_house(name, other):
    """Whether two names are of one outlet, whatever it calls itself beside: «الرمال» and «وكالة الرمال للأنباء»."""
    own, others = (folded(text).split() for text in (name, other))
    return own == others or _distinct(own) == _distinct(others) != []


def _distinct(words):
    return [word for word in words if word not in OUTLETS]


def _told_inside(key):
    return next(
        (Match(role) for phrase, role in TABLE["inside"].items() if f" {phrase} " in f" {key} "), None
    )


def _row_of_buttons(line):
    """«طباعة | أرسل إلى صديق»"""
    parts = line.split("|")
    return Match("button") if len(parts) > 1 and _all_buttons(parts) else None


def _all_buttons(parts):
    return all(TABLE["line"].get(bare(part)) == "button" for part in parts)


def _ended(key):
    ending = next((phrase for phrase in TABLE["ending"] if key.endswith(f" {phrase}")), None)
    return Match(TABLE["ending"][ending]) if ending and len(key.split()) <= CAPTION_WORDS else None


def _noticed(words):
    begun = (bare(" ".join(words[:count])) for count in range(1, min(len(words), NOTICE_WORDS) + 1))
    return next((TABLE["notice"][key] for key in begun if key in TABLE["notice"]), None)


def _labelled(words):
    for count in range(min(len(words), 7), 0, -1):
        head, rest = " ".join(words[:count]), " ".join(words[count:])
        key = bare(head)
        if key in TABLE["lead"]:
            return Match(TABLE["lead"][key], rest.strip(VALUE_SIGNS))
        if key in TABLE["label"] and (head[-1] in "/:|" or LABEL_SIGN.match(rest)):
            return Match(TABLE["label"][key], rest.strip(VALUE_SIGNS))
    return _glued(words)


def _glued(words):
    """A label written without a space before its value: «المصدر:الوسط», «بقلم/سالم»."""
    head, sign, rest = re.match(r"([^/:|]*)([/:|]?)(.*)", " ".join(words)).groups()
    role = TABLE["label"].get(bare(head)) if sign else None
    return Match(role, rest.strip(VALUE_SIGNS)) if role else None
