"""The verbs of saying in all the forms in which a report uses them."""

from dataclasses import dataclass

from articles.arabic.normalizer import fold
from articles.arabic.stopwords import data_lines

from .words import DATA

CONJUNCTIONS = ("", "و", "ف", "كما")
FEMININE_PAST = "ت"
PLURAL_PAST = "وا"


@dataclass(frozen=True)
class Verb:
    """`needs_clause`: whether it reports speech only with «أن …» or quotation marks behind it."""

    text: str
    needs_clause: bool


def _forms(past, present):
    """He, she and they, past and present: قال، قالت، قالوا، يقول، تقول، يقولون."""
    stem = past.removesuffix("ي").removesuffix("ا") if past.endswith(("ي", "ا")) else past
    feminine = {stem + FEMININE_PAST, past + FEMININE_PAST}
    return {past, *feminine, past + PLURAL_PAST, present, f"ت{present[1:]}", f"{present}ون"}


def _table():
    table = {}
    for line in data_lines(DATA / "saying.txt"):
        past, need, present = line.split()
        verb = Verb(past, need == "that")
        for form in _forms(fold(past), fold(present)):
            for conjunction in CONJUNCTIONS:
                table[conjunction + form] = verb
    return table


VERBS = _table()
