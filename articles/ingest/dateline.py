"""The place, date and agency before the first sentence: «طرابلس 14 يناير 2025 (وال) - عقد …»."""

import re
from typing import NamedTuple

from articles.arabic.normalizer import fold
from articles.arabic.stopwords import data_lines
from articles.ingest.furniture import DATA

PLACES = {fold(place.strip()) for place in data_lines(DATA / "places.txt")}
DATELINE = re.compile(
    r"(?P<place>[^\d\-–—:/(،.]{2,40}?)"
    r"(?P<more>(?:\s*[/،و-]\s*[^\d\-–—:/(،.]{2,30}?)?)"
    r"\s*،?\s*(?P<date>\d{1,2} \w+(?: \d{4})?|[\d٠-٩]{1,4}[/-][\d٠-٩]{1,2}[/-][\d٠-٩]{1,4})?"
    r"\s*(?:\((?P<credit>[^)]{2,40})\))?"
    r"\s*(?:[-–—:/]|ـ+)+\s*(?P<rest>\S.*)",
    re.DOTALL,
)
LEAST_WORDS_AFTER = 6


class Dateline(NamedTuple):
    """What was before the sentence, and the sentence: ``Dateline("طرابلس", "", "وال", "عقد …")``."""

    place: str
    date: str
    credit: str
    rest: str


def read_dateline(paragraph):
    """The `Dateline` of a paragraph; None if it opens with no known place and a dash, stroke or colon."""
    match = DATELINE.match(paragraph)
    if not match or len(match["rest"].split()) < LEAST_WORDS_AFTER:
        return None
    if fold(match["place"].strip()) not in PLACES:
        return None
    place = (match["place"] + match["more"]).strip()
    return Dateline(place, match["date"] or "", match["credit"] or "", match["rest"])
