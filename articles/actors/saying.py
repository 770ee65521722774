"""The verbs of saying in all the forms in which a report uses them."""

from dataclasses import dataclass, replace

from articles.arabic.normalizer import fold
from articles.arabic.stopwords import data_lines

from . import verbs
from .words import DATA

CONJUNCTIONS = (*verbs.CONJUNCTIONS, "كما")
MASCULINE, FEMININE, PLURAL = "m", "f", "p"
NONE = "-"


@dataclass(frozen=True)
class Verb:
    """One form. `needs_clause`: whether it reports speech only with «أن …» or quotation marks behind it.

    `gender` is that of its subject, or that it has many; a `participle`, «مؤكدا», has the subject of the verb before.
    """

    text: str
    needs_clause: bool
    gender: str = MASCULINE
    participle: bool = False


def _forms(verb, past, present, participle):
    """He, she and they, past and present, each with its `Verb`: قال، قالت، قالوا، يقول، تقول، يقولون، قائلا، قائلة."""
    feminine, plural = replace(verb, gender=FEMININE), replace(verb, gender=PLURAL)
    forms = {past: verb, present: verb, f"ت{present[1:]}": feminine}
    forms |= dict.fromkeys(verbs.feminine(past), feminine)
    forms |= dict.fromkeys((f"{past}وا", f"{verbs.stem(past)}وا", f"{present}ون"), plural)
    if participle != NONE:
        forms[participle] = replace(verb, participle=True)
        forms[participle.removesuffix("ا") + "ه"] = replace(feminine, participle=True)
    return forms


def _table():
    table = {}
    for line in data_lines(DATA / "saying.txt"):
        past, need, *others = line.split()
        for form, verb in _forms(Verb(past, need == "that"), fold(past), *map(fold, others)).items():
            for conjunction in CONJUNCTIONS:
                table.setdefault(conjunction + form, verb)
    return table


VERBS = _table()
